package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.IamResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of IAM by AWS's SDK, in an order in which each finds what it needs: answered to root, refused to a user
 * without permissions, and recorded both times. A new operation without a line here fails this test.
 */
class EveryIamOperationTest {

    private static final String READ = """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "*"}]}\
        """;
    private static final String TRUST = """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}\
        """;

    private final Tenant root = SystemServer.newTenant().in("us-east-1");
    private final Lookup lookup = new Lookup(root);
    private final Map<String, Function<IamClient, IamResponse>> calls = calls();
    private final Map<String, Function<IamClient, IamResponse>> ofNone = ofNone();

    @Test
    void every_operation_of_iam_that_is_offered_is_called_here() {
        assertThat(SystemServer.running().bean(OperationCatalogue.class).all())
                .filteredOn(operation -> operation.service() == AwsService.IAM)
                .extracting(Operation::name)
                .hasSize(calls.size() + ofNone.size())
                .containsAll(calls.keySet())
                .containsAll(ofNone.keySet());
    }

    @Test
    void each_is_refused_to_a_user_without_permissions_and_then_answered_to_root() {
        Tenant nobody = root.newUser("nobody");
        calls.forEach((name, call) -> {
            IamException refusal = catchThrowableOfType(IamException.class, () -> call.apply(nobody.iam()));
            assertThat(refusal).as(name).isNotNull();
            assertThat(refusal.awsErrorDetails().errorCode()).as(name).isEqualTo("AccessDenied");
            assertThat(refusal.statusCode()).as(name).isEqualTo(403);
            assertThat(refusal.getMessage())
                    .startsWith(
                            "User: arn:aws:iam::" + root.account() + ":user/nobody is not authorized to perform: iam:")
                    .contains("because no identity-based policy allows the iam:");
            assertThat(lookup.call(name, refusal.requestId())
                            .at("/userIdentity/userName")
                            .asString())
                    .as(name)
                    .isEqualTo("nobody");

            IamResponse answer = call.apply(root.iam());

            JsonNode record = lookup.call(name, answer.responseMetadata().requestId());
            assertThat(record.has("errorCode")).as(name).isFalse();
            assertThat(record.at("/eventSource").asString()).isEqualTo("iam.amazonaws.com");
            assertThat(record.at("/awsRegion").asString()).isEqualTo("us-east-1");
            assertThat(record.toString()).as(name).doesNotContain("secretAccessKey\":\"");
        });
    }

    @Test
    void what_is_not_offered_is_truly_not_there() {
        root.iam().createUser(request -> request.userName("alicia"));
        ofNone.forEach((name, call) -> {
            IamException refusal = catchThrowableOfType(IamException.class, () -> call.apply(root.iam()));
            assertThat(refusal.awsErrorDetails().errorCode()).as(name).isEqualTo("NoSuchEntity");
            assertThat(lookup.call(name, refusal.requestId()).at("/errorCode").asString())
                    .as("as CloudTrail records it")
                    .isEqualTo("NoSuchEntityException");
        });
    }

    private String provider() {
        return "arn:aws:iam::" + root.account() + ":oidc-provider/issuer.example/one";
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private String policy() {
        return "arn:aws:iam::" + root.account() + ":policy/read";
    }

    private String alicia() {
        return "arn:aws:iam::" + root.account() + ":user/team/alicia";
    }

    private String alias() {
        return "account-" + root.account();
    }

    /** The one key that alicia has, or one that she has not. */
    private String key() {
        return root.iam().listAccessKeys(r -> r.userName("alicia")).accessKeyMetadata().stream()
                .findFirst()
                .map(metadata -> metadata.accessKeyId())
                .orElse("AKIAIOSFODNN7EXAMPLE");
    }

    private Map<String, Function<IamClient, IamResponse>> ofNone() {
        Map<String, Function<IamClient, IamResponse>> all = new LinkedHashMap<>();
        all.put("GetLoginProfile", iam -> iam.getLoginProfile(r -> r.userName("alicia")));
        all.put("GetAccountPasswordPolicy", iam -> iam.getAccountPasswordPolicy());
        return all;
    }

    private Map<String, Function<IamClient, IamResponse>> calls() {
        Map<String, Function<IamClient, IamResponse>> all = new LinkedHashMap<>();
        all.put(
                "CreateUser",
                iam -> iam.createUser(r -> r.userName("alice").path("/team/").tags(tag("team", "blue"))));
        all.put("GetUser", iam -> iam.getUser(r -> r.userName("ALICE")));
        all.put("ListUsers", iam -> iam.listUsers(r -> r.pathPrefix("/team/")));
        all.put("UpdateUser", iam -> iam.updateUser(r -> r.userName("alice").newUserName("alicia")));
        all.put("TagUser", iam -> iam.tagUser(r -> r.userName("alicia").tags(tag("stage", "prod"))));
        all.put("ListUserTags", iam -> iam.listUserTags(r -> r.userName("alicia")));
        all.put("UntagUser", iam -> iam.untagUser(r -> r.userName("alicia").tagKeys("Team")));
        all.put("CreateGroup", iam -> iam.createGroup(r -> r.groupName("readers")));
        all.put(
                "UpdateGroup",
                iam -> iam.updateGroup(r -> r.groupName("readers").newPath("/groups/")));
        all.put(
                "AddUserToGroup",
                iam -> iam.addUserToGroup(r -> r.groupName("readers").userName("alicia")));
        all.put("GetGroup", iam -> iam.getGroup(r -> r.groupName("readers")));
        all.put("ListGroups", iam -> iam.listGroups());
        all.put("ListGroupsForUser", iam -> iam.listGroupsForUser(r -> r.userName("alicia")));
        all.put(
                "CreateRole",
                iam -> iam.createRole(
                        r -> r.roleName("app").assumeRolePolicyDocument(TRUST).description("An application")));
        all.put("GetRole", iam -> iam.getRole(r -> r.roleName("app")));
        all.put("ListRoles", iam -> iam.listRoles());
        all.put("UpdateRole", iam -> iam.updateRole(r -> r.roleName("app").maxSessionDuration(7200)));
        all.put(
                "UpdateRoleDescription",
                iam -> iam.updateRoleDescription(r -> r.roleName("app").description("The application")));
        all.put(
                "UpdateAssumeRolePolicy",
                iam -> iam.updateAssumeRolePolicy(r -> r.roleName("app").policyDocument(TRUST)));
        all.put("TagRole", iam -> iam.tagRole(r -> r.roleName("app").tags(tag("team", "blue"))));
        all.put("ListRoleTags", iam -> iam.listRoleTags(r -> r.roleName("app")));
        all.put("UntagRole", iam -> iam.untagRole(r -> r.roleName("app").tagKeys("team")));
        all.put(
                "CreatePolicy",
                iam -> iam.createPolicy(
                        r -> r.policyName("read").policyDocument(READ).description("Reads")));
        all.put("GetPolicy", iam -> iam.getPolicy(r -> r.policyArn(policy())));
        all.put("ListPolicies", iam -> iam.listPolicies(r -> r.scope("Local")));
        all.put(
                "CreatePolicyVersion",
                iam -> iam.createPolicyVersion(r -> r.policyArn(policy()).policyDocument(READ)));
        all.put("ListPolicyVersions", iam -> iam.listPolicyVersions(r -> r.policyArn(policy())));
        all.put(
                "GetPolicyVersion",
                iam -> iam.getPolicyVersion(r -> r.policyArn(policy()).versionId("v2")));
        all.put(
                "SetDefaultPolicyVersion",
                iam -> iam.setDefaultPolicyVersion(r -> r.policyArn(policy()).versionId("v2")));
        all.put(
                "DeletePolicyVersion",
                iam -> iam.deletePolicyVersion(r -> r.policyArn(policy()).versionId("v1")));
        all.put("TagPolicy", iam -> iam.tagPolicy(r -> r.policyArn(policy()).tags(tag("team", "blue"))));
        all.put("ListPolicyTags", iam -> iam.listPolicyTags(r -> r.policyArn(policy())));
        all.put("UntagPolicy", iam -> iam.untagPolicy(r -> r.policyArn(policy()).tagKeys("team")));
        all.put(
                "AttachUserPolicy",
                iam -> iam.attachUserPolicy(r -> r.userName("alicia").policyArn(policy())));
        all.put("ListAttachedUserPolicies", iam -> iam.listAttachedUserPolicies(r -> r.userName("alicia")));
        all.put(
                "AttachGroupPolicy",
                iam -> iam.attachGroupPolicy(r -> r.groupName("readers").policyArn(policy())));
        all.put("ListAttachedGroupPolicies", iam -> iam.listAttachedGroupPolicies(r -> r.groupName("readers")));
        all.put(
                "AttachRolePolicy",
                iam -> iam.attachRolePolicy(r -> r.roleName("app").policyArn(policy())));
        all.put("ListAttachedRolePolicies", iam -> iam.listAttachedRolePolicies(r -> r.roleName("app")));
        all.put("ListEntitiesForPolicy", iam -> iam.listEntitiesForPolicy(r -> r.policyArn(policy())));
        all.put(
                "DetachUserPolicy",
                iam -> iam.detachUserPolicy(r -> r.userName("alicia").policyArn(policy())));
        all.put(
                "PutUserPolicy",
                iam -> iam.putUserPolicy(
                        r -> r.userName("alicia").policyName("own").policyDocument(READ)));
        all.put(
                "GetUserPolicy",
                iam -> iam.getUserPolicy(r -> r.userName("alicia").policyName("own")));
        all.put("ListUserPolicies", iam -> iam.listUserPolicies(r -> r.userName("alicia")));
        all.put(
                "DeleteUserPolicy",
                iam -> iam.deleteUserPolicy(r -> r.userName("alicia").policyName("own")));
        all.put(
                "PutUserPermissionsBoundary",
                iam -> iam.putUserPermissionsBoundary(r -> r.userName("alicia").permissionsBoundary(policy())));
        all.put("DeleteUserPermissionsBoundary", iam -> iam.deleteUserPermissionsBoundary(r -> r.userName("alicia")));
        all.put(
                "DetachGroupPolicy",
                iam -> iam.detachGroupPolicy(r -> r.groupName("readers").policyArn(policy())));
        all.put(
                "PutGroupPolicy",
                iam -> iam.putGroupPolicy(
                        r -> r.groupName("readers").policyName("own").policyDocument(READ)));
        all.put(
                "GetGroupPolicy",
                iam -> iam.getGroupPolicy(r -> r.groupName("readers").policyName("own")));
        all.put("ListGroupPolicies", iam -> iam.listGroupPolicies(r -> r.groupName("readers")));
        all.put(
                "DeleteGroupPolicy",
                iam -> iam.deleteGroupPolicy(r -> r.groupName("readers").policyName("own")));
        all.put(
                "DetachRolePolicy",
                iam -> iam.detachRolePolicy(r -> r.roleName("app").policyArn(policy())));
        all.put(
                "PutRolePolicy",
                iam -> iam.putRolePolicy(
                        r -> r.roleName("app").policyName("own").policyDocument(READ)));
        all.put("GetRolePolicy", iam -> iam.getRolePolicy(r -> r.roleName("app").policyName("own")));
        all.put("ListRolePolicies", iam -> iam.listRolePolicies(r -> r.roleName("app")));
        all.put(
                "DeleteRolePolicy",
                iam -> iam.deleteRolePolicy(r -> r.roleName("app").policyName("own")));
        all.put(
                "PutRolePermissionsBoundary",
                iam -> iam.putRolePermissionsBoundary(r -> r.roleName("app").permissionsBoundary(policy())));
        all.put("DeleteRolePermissionsBoundary", iam -> iam.deleteRolePermissionsBoundary(r -> r.roleName("app")));
        all.put("CreateInstanceProfile", iam -> iam.createInstanceProfile(r -> r.instanceProfileName("machine")));
        all.put(
                "AddRoleToInstanceProfile",
                iam -> iam.addRoleToInstanceProfile(
                        r -> r.instanceProfileName("machine").roleName("app")));
        all.put("GetInstanceProfile", iam -> iam.getInstanceProfile(r -> r.instanceProfileName("machine")));
        all.put("ListInstanceProfiles", iam -> iam.listInstanceProfiles());
        all.put("ListInstanceProfilesForRole", iam -> iam.listInstanceProfilesForRole(r -> r.roleName("app")));
        all.put(
                "TagInstanceProfile",
                iam -> iam.tagInstanceProfile(
                        r -> r.instanceProfileName("machine").tags(tag("team", "blue"))));
        all.put("ListInstanceProfileTags", iam -> iam.listInstanceProfileTags(r -> r.instanceProfileName("machine")));
        all.put(
                "UntagInstanceProfile",
                iam -> iam.untagInstanceProfile(
                        r -> r.instanceProfileName("machine").tagKeys("team")));
        all.put(
                "RemoveRoleFromInstanceProfile",
                iam -> iam.removeRoleFromInstanceProfile(
                        r -> r.instanceProfileName("machine").roleName("app")));
        all.put("DeleteInstanceProfile", iam -> iam.deleteInstanceProfile(r -> r.instanceProfileName("machine")));
        all.put("CreateAccessKey", iam -> iam.createAccessKey(r -> r.userName("alicia")));
        all.put("ListAccessKeys", iam -> iam.listAccessKeys(r -> r.userName("alicia")));
        all.put(
                "UpdateAccessKey",
                iam -> iam.updateAccessKey(
                        r -> r.userName("alicia").accessKeyId(key()).status("Inactive")));
        all.put(
                "DeleteAccessKey",
                iam -> iam.deleteAccessKey(r -> r.userName("alicia").accessKeyId(key())));
        all.put("CreateAccountAlias", iam -> iam.createAccountAlias(r -> r.accountAlias(alias())));
        all.put("ListAccountAliases", iam -> iam.listAccountAliases());
        all.put("DeleteAccountAlias", iam -> iam.deleteAccountAlias(r -> r.accountAlias(alias())));
        all.put(
                "SimulateCustomPolicy",
                iam -> iam.simulateCustomPolicy(r -> r.policyInputList(READ).actionNames("ssm:GetParameter")));
        all.put(
                "SimulatePrincipalPolicy",
                iam -> iam.simulatePrincipalPolicy(
                        r -> r.policySourceArn(alicia()).actionNames("ssm:GetParameter")));
        all.put(
                "GetContextKeysForCustomPolicy",
                iam -> iam.getContextKeysForCustomPolicy(r -> r.policyInputList(READ)));
        all.put(
                "GetContextKeysForPrincipalPolicy",
                iam -> iam.getContextKeysForPrincipalPolicy(r -> r.policySourceArn(alicia())));
        all.put("GetAccountSummary", iam -> iam.getAccountSummary());
        all.put("GetAccountAuthorizationDetails", iam -> iam.getAccountAuthorizationDetails());
        all.put("ListSAMLProviders", iam -> iam.listSAMLProviders());
        all.put("ListServerCertificates", iam -> iam.listServerCertificates());
        all.put(
                "CreateOpenIDConnectProvider",
                iam -> iam.createOpenIDConnectProvider(
                        r -> r.url("https://issuer.example/one").clientIDList("sts.amazonaws.com")));
        all.put("ListOpenIDConnectProviders", iam -> iam.listOpenIDConnectProviders());
        all.put(
                "GetOpenIDConnectProvider",
                iam -> iam.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(provider())));
        all.put(
                "AddClientIDToOpenIDConnectProvider",
                iam -> iam.addClientIDToOpenIDConnectProvider(
                        r -> r.openIDConnectProviderArn(provider()).clientID("app")));
        all.put(
                "RemoveClientIDFromOpenIDConnectProvider",
                iam -> iam.removeClientIDFromOpenIDConnectProvider(
                        r -> r.openIDConnectProviderArn(provider()).clientID("app")));
        all.put(
                "UpdateOpenIDConnectProviderThumbprint",
                iam -> iam.updateOpenIDConnectProviderThumbprint(
                        r -> r.openIDConnectProviderArn(provider()).thumbprintList("0".repeat(40))));
        all.put(
                "TagOpenIDConnectProvider",
                iam -> iam.tagOpenIDConnectProvider(
                        r -> r.openIDConnectProviderArn(provider()).tags(tag("team", "blue"))));
        all.put(
                "ListOpenIDConnectProviderTags",
                iam -> iam.listOpenIDConnectProviderTags(r -> r.openIDConnectProviderArn(provider())));
        all.put(
                "UntagOpenIDConnectProvider",
                iam -> iam.untagOpenIDConnectProvider(
                        r -> r.openIDConnectProviderArn(provider()).tagKeys("team")));
        all.put(
                "DeleteOpenIDConnectProvider",
                iam -> iam.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(provider())));
        all.put("ListVirtualMFADevices", iam -> iam.listVirtualMFADevices());
        all.put("ListSSHPublicKeys", iam -> iam.listSSHPublicKeys(r -> r.userName("alicia")));
        all.put("ListServiceSpecificCredentials", iam -> iam.listServiceSpecificCredentials(r -> r.userName("alicia")));
        all.put("ListSigningCertificates", iam -> iam.listSigningCertificates(r -> r.userName("alicia")));
        all.put("ListMFADevices", iam -> iam.listMFADevices(r -> r.userName("alicia")));
        all.put(
                "RemoveUserFromGroup",
                iam -> iam.removeUserFromGroup(r -> r.groupName("readers").userName("alicia")));
        all.put("DeleteGroup", iam -> iam.deleteGroup(r -> r.groupName("readers")));
        all.put("DeletePolicy", iam -> iam.deletePolicy(r -> r.policyArn(policy())));
        all.put("DeleteRole", iam -> iam.deleteRole(r -> r.roleName("app")));
        all.put("DeleteUser", iam -> iam.deleteUser(r -> r.userName("alicia")));
        return all;
    }
}
