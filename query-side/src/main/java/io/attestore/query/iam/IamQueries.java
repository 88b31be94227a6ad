package io.attestore.query.iam;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.query.iam.accesskey.ListAccessKeys;
import io.attestore.query.iam.account.GetAccountAuthorizationDetails;
import io.attestore.query.iam.account.GetAccountPasswordPolicy;
import io.attestore.query.iam.account.GetAccountSummary;
import io.attestore.query.iam.account.GetLoginProfile;
import io.attestore.query.iam.account.ListAccountAliases;
import io.attestore.query.iam.account.ListMFADevices;
import io.attestore.query.iam.account.ListSAMLProviders;
import io.attestore.query.iam.account.ListSSHPublicKeys;
import io.attestore.query.iam.account.ListServerCertificates;
import io.attestore.query.iam.account.ListServiceSpecificCredentials;
import io.attestore.query.iam.account.ListSigningCertificates;
import io.attestore.query.iam.account.ListVirtualMFADevices;
import io.attestore.query.iam.group.GetGroup;
import io.attestore.query.iam.group.GetGroupPolicy;
import io.attestore.query.iam.group.ListAttachedGroupPolicies;
import io.attestore.query.iam.group.ListGroupPolicies;
import io.attestore.query.iam.group.ListGroups;
import io.attestore.query.iam.openid.GetOpenIDConnectProvider;
import io.attestore.query.iam.openid.ListOpenIDConnectProviderTags;
import io.attestore.query.iam.openid.ListOpenIDConnectProviders;
import io.attestore.query.iam.policy.GetPolicy;
import io.attestore.query.iam.policy.GetPolicyVersion;
import io.attestore.query.iam.policy.ListEntitiesForPolicy;
import io.attestore.query.iam.policy.ListPolicies;
import io.attestore.query.iam.policy.ListPolicyTags;
import io.attestore.query.iam.policy.ListPolicyVersions;
import io.attestore.query.iam.role.GetInstanceProfile;
import io.attestore.query.iam.role.GetRole;
import io.attestore.query.iam.role.GetRolePolicy;
import io.attestore.query.iam.role.ListAttachedRolePolicies;
import io.attestore.query.iam.role.ListInstanceProfileTags;
import io.attestore.query.iam.role.ListInstanceProfiles;
import io.attestore.query.iam.role.ListInstanceProfilesForRole;
import io.attestore.query.iam.role.ListRolePolicies;
import io.attestore.query.iam.role.ListRoleTags;
import io.attestore.query.iam.role.ListRoles;
import io.attestore.query.iam.simulation.GetContextKeysForCustomPolicy;
import io.attestore.query.iam.simulation.GetContextKeysForPrincipalPolicy;
import io.attestore.query.iam.simulation.SimulateCustomPolicy;
import io.attestore.query.iam.simulation.SimulatePrincipalPolicy;
import io.attestore.query.iam.user.GetUser;
import io.attestore.query.iam.user.GetUserPolicy;
import io.attestore.query.iam.user.ListAttachedUserPolicies;
import io.attestore.query.iam.user.ListGroupsForUser;
import io.attestore.query.iam.user.ListUserPolicies;
import io.attestore.query.iam.user.ListUserTags;
import io.attestore.query.iam.user.ListUsers;
import java.util.List;

/** The operations that tell users, groups, roles, policies and access keys, for the server to offer. */
public final class IamQueries {

    private final PageTokens tokens;

    public IamQueries(PageTokens tokens) {
        this.tokens = tokens;
    }

    public List<Operation> all() {
        return List.of(
                GetUserPolicy.operation(),
                new ListUserPolicies(tokens).operation(),
                new ListAttachedUserPolicies(tokens).operation(),
                new ListUserTags(tokens).operation(),
                GetGroupPolicy.operation(),
                new ListGroupPolicies(tokens).operation(),
                new ListAttachedGroupPolicies(tokens).operation(),
                GetRolePolicy.operation(),
                new ListRolePolicies(tokens).operation(),
                new ListAttachedRolePolicies(tokens).operation(),
                new ListRoleTags(tokens).operation(),
                GetUser.operation(),
                new ListUsers(tokens).operation(),
                new ListGroups(tokens).operation(),
                new ListGroupsForUser(tokens).operation(),
                new GetGroup(tokens).operation(),
                GetRole.operation(),
                new ListRoles(tokens).operation(),
                GetInstanceProfile.operation(),
                new ListInstanceProfiles(tokens).operation(),
                new ListInstanceProfilesForRole(tokens).operation(),
                new ListInstanceProfileTags(tokens).operation(),
                GetPolicy.operation(),
                GetPolicyVersion.operation(),
                new ListPolicyVersions(tokens).operation(),
                new ListPolicyTags(tokens).operation(),
                new ListPolicies(tokens).operation(),
                new ListEntitiesForPolicy(tokens).operation(),
                new ListAccessKeys(tokens).operation(),
                new ListAccountAliases(tokens).operation(),
                GetAccountSummary.operation(),
                new GetAccountAuthorizationDetails(tokens).operation(),
                ListSAMLProviders.operation(),
                ListServerCertificates.operation(),
                ListOpenIDConnectProviders.operation(),
                GetOpenIDConnectProvider.operation(),
                new ListOpenIDConnectProviderTags(tokens).operation(),
                ListVirtualMFADevices.operation(),
                ListSSHPublicKeys.operation(),
                ListServiceSpecificCredentials.operation(),
                ListSigningCertificates.operation(),
                ListMFADevices.operation(),
                GetLoginProfile.operation(),
                GetAccountPasswordPolicy.operation(),
                new SimulateCustomPolicy(tokens).operation(),
                new SimulatePrincipalPolicy(tokens).operation(),
                GetContextKeysForCustomPolicy.operation(),
                GetContextKeysForPrincipalPolicy.operation());
    }
}
