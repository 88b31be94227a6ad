package io.attestore.command.iam;

import io.attestore.command.iam.accesskey.CreateAccessKey;
import io.attestore.command.iam.accesskey.DeleteAccessKey;
import io.attestore.command.iam.accesskey.UpdateAccessKey;
import io.attestore.command.iam.account.CreateAccountAlias;
import io.attestore.command.iam.account.DeleteAccountAlias;
import io.attestore.command.iam.group.AddUserToGroup;
import io.attestore.command.iam.group.AttachGroupPolicy;
import io.attestore.command.iam.group.CreateGroup;
import io.attestore.command.iam.group.DeleteGroup;
import io.attestore.command.iam.group.DeleteGroupPolicy;
import io.attestore.command.iam.group.DetachGroupPolicy;
import io.attestore.command.iam.group.PutGroupPolicy;
import io.attestore.command.iam.group.RemoveUserFromGroup;
import io.attestore.command.iam.group.UpdateGroup;
import io.attestore.command.iam.openid.AddClientIDToOpenIDConnectProvider;
import io.attestore.command.iam.openid.CreateOpenIDConnectProvider;
import io.attestore.command.iam.openid.DeleteOpenIDConnectProvider;
import io.attestore.command.iam.openid.RemoveClientIDFromOpenIDConnectProvider;
import io.attestore.command.iam.openid.TagOpenIDConnectProvider;
import io.attestore.command.iam.openid.UntagOpenIDConnectProvider;
import io.attestore.command.iam.openid.UpdateOpenIDConnectProviderThumbprint;
import io.attestore.command.iam.policy.CreatePolicy;
import io.attestore.command.iam.policy.CreatePolicyVersion;
import io.attestore.command.iam.policy.DeletePolicy;
import io.attestore.command.iam.policy.DeletePolicyVersion;
import io.attestore.command.iam.policy.SetDefaultPolicyVersion;
import io.attestore.command.iam.policy.TagPolicy;
import io.attestore.command.iam.policy.UntagPolicy;
import io.attestore.command.iam.role.AddRoleToInstanceProfile;
import io.attestore.command.iam.role.AttachRolePolicy;
import io.attestore.command.iam.role.CreateInstanceProfile;
import io.attestore.command.iam.role.CreateRole;
import io.attestore.command.iam.role.DeleteInstanceProfile;
import io.attestore.command.iam.role.DeleteRole;
import io.attestore.command.iam.role.DeleteRolePermissionsBoundary;
import io.attestore.command.iam.role.DeleteRolePolicy;
import io.attestore.command.iam.role.DetachRolePolicy;
import io.attestore.command.iam.role.PutRolePermissionsBoundary;
import io.attestore.command.iam.role.PutRolePolicy;
import io.attestore.command.iam.role.RemoveRoleFromInstanceProfile;
import io.attestore.command.iam.role.TagInstanceProfile;
import io.attestore.command.iam.role.TagRole;
import io.attestore.command.iam.role.UntagInstanceProfile;
import io.attestore.command.iam.role.UntagRole;
import io.attestore.command.iam.role.UpdateAssumeRolePolicy;
import io.attestore.command.iam.role.UpdateRole;
import io.attestore.command.iam.role.UpdateRoleDescription;
import io.attestore.command.iam.user.AttachUserPolicy;
import io.attestore.command.iam.user.CreateUser;
import io.attestore.command.iam.user.DeleteUser;
import io.attestore.command.iam.user.DeleteUserPermissionsBoundary;
import io.attestore.command.iam.user.DeleteUserPolicy;
import io.attestore.command.iam.user.DetachUserPolicy;
import io.attestore.command.iam.user.PutUserPermissionsBoundary;
import io.attestore.command.iam.user.PutUserPolicy;
import io.attestore.command.iam.user.TagUser;
import io.attestore.command.iam.user.UntagUser;
import io.attestore.command.iam.user.UpdateUser;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.vault.KeyVault;
import java.security.SecureRandom;
import java.util.List;

/** The operations that change users, groups, roles, policies and access keys, for the server to offer. */
public final class IamCommands {

    private final KeyVault vault;
    private final SecureRandom random;

    /** @param random for the secrets of access keys */
    public IamCommands(KeyVault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    public List<Operation> all() {
        return List.of(
                CreateOpenIDConnectProvider.operation(),
                AddClientIDToOpenIDConnectProvider.operation(),
                RemoveClientIDFromOpenIDConnectProvider.operation(),
                UpdateOpenIDConnectProviderThumbprint.operation(),
                TagOpenIDConnectProvider.operation(),
                UntagOpenIDConnectProvider.operation(),
                DeleteOpenIDConnectProvider.operation(),
                PutUserPolicy.operation(),
                DeleteUserPolicy.operation(),
                AttachUserPolicy.operation(),
                DetachUserPolicy.operation(),
                PutUserPermissionsBoundary.operation(),
                DeleteUserPermissionsBoundary.operation(),
                TagUser.operation(),
                UntagUser.operation(),
                PutGroupPolicy.operation(),
                DeleteGroupPolicy.operation(),
                AttachGroupPolicy.operation(),
                DetachGroupPolicy.operation(),
                PutRolePolicy.operation(),
                DeleteRolePolicy.operation(),
                AttachRolePolicy.operation(),
                DetachRolePolicy.operation(),
                PutRolePermissionsBoundary.operation(),
                DeleteRolePermissionsBoundary.operation(),
                TagRole.operation(),
                UntagRole.operation(),
                CreateUser.operation(),
                UpdateUser.operation(),
                DeleteUser.operation(),
                CreateGroup.operation(),
                UpdateGroup.operation(),
                DeleteGroup.operation(),
                AddUserToGroup.operation(),
                RemoveUserFromGroup.operation(),
                CreateRole.operation(),
                UpdateRole.operation(),
                UpdateRoleDescription.operation(),
                UpdateAssumeRolePolicy.operation(),
                DeleteRole.operation(),
                CreateInstanceProfile.operation(),
                DeleteInstanceProfile.operation(),
                AddRoleToInstanceProfile.operation(),
                RemoveRoleFromInstanceProfile.operation(),
                TagInstanceProfile.operation(),
                UntagInstanceProfile.operation(),
                CreatePolicy.operation(),
                DeletePolicy.operation(),
                CreatePolicyVersion.operation(),
                SetDefaultPolicyVersion.operation(),
                DeletePolicyVersion.operation(),
                TagPolicy.operation(),
                UntagPolicy.operation(),
                new CreateAccessKey(vault, random).operation(),
                UpdateAccessKey.operation(),
                DeleteAccessKey.operation(),
                CreateAccountAlias.operation(),
                DeleteAccountAlias.operation());
    }
}
