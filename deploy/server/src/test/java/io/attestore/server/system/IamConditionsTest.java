package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * Who administers only what policies' conditions and ARNs leave to him: users, groups and roles by their tags,
 * boundaries, paths.
 */
class IamConditionsTest {

    private static final String LIMIT = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    private static final String OTHER_LIMIT = "arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess";
    private static final String TRUST = """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}\
        """;
    private static final String SILENT = """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "*"}]}\
        """;

    private final Tenant root = SystemServer.newTenant();
    private final IamClient admin = root.newUser("admin").iam();

    @Test
    void a_user_who_is_renamed_stays_on_his_path_and_permission_is_asked_for_him_there() {
        root.iam().createUser(request -> request.userName("ann").path("/team/"));
        allow("iam:UpdateUser", "arn:aws:iam::*:user/team/*", "{}");

        admin.updateUser(request -> request.userName("ann").newUserName("anna"));
        assertThat(root.iam()
                        .getUser(request -> request.userName("anna"))
                        .user()
                        .path())
                .isEqualTo("/team/");

        assertDenied(
                () -> admin.updateUser(request -> request.userName("anna").newPath("/other/")),
                "iam:UpdateUser on resource: arn:aws:iam::" + root.account() + ":user/other/anna");
        allow("iam:UpdateUser", "arn:aws:iam::*:user/other/*", "{}");
        assertDenied(
                () -> admin.updateUser(request -> request.userName("anna").newPath("/other/")),
                "iam:UpdateUser on resource: user anna");
        allow("iam:UpdateUser", "arn:aws:iam::*:user/t*", "{}");
        admin.updateUser(request -> request.userName("anna").newPath("/tribe/"));
    }

    @Test
    void a_group_that_is_renamed_stays_on_its_path_and_permission_is_asked_for_it_there() {
        root.iam().createGroup(request -> request.groupName("readers").path("/team/"));
        allow("iam:UpdateGroup", "arn:aws:iam::*:group/team/*", "{}");

        admin.updateGroup(request -> request.groupName("readers").newGroupName("writers"));
        assertThat(root.iam()
                        .getGroup(request -> request.groupName("writers"))
                        .group()
                        .path())
                .isEqualTo("/team/");
        assertDenied(
                () -> admin.updateGroup(request -> request.groupName("writers").newPath("/other/")),
                "iam:UpdateGroup on resource: arn:aws:iam::" + root.account() + ":group/other/writers");
    }

    @Test
    void users_are_made_and_given_policies_within_one_boundary_only() {
        allow(
                "iam:CreateUser\", \"iam:PutUserPolicy\", \"iam:PutUserPermissionsBoundary",
                "*",
                "{\"StringEquals\": {\"iam:PermissionsBoundary\": \"" + LIMIT + "\"}}");

        assertDenied(() -> admin.createUser(request -> request.userName("free")), "iam:CreateUser");
        assertDenied(
                () -> admin.createUser(request -> request.userName("free").permissionsBoundary(OTHER_LIMIT)),
                "iam:CreateUser");
        admin.createUser(request -> request.userName("limited").permissionsBoundary(LIMIT));
        admin.putUserPolicy(
                request -> request.userName("limited").policyName("p").policyDocument(SILENT));
        admin.putUserPermissionsBoundary(request -> request.userName("limited").permissionsBoundary(LIMIT));
        assertDenied(
                () -> admin.putUserPermissionsBoundary(
                        request -> request.userName("limited").permissionsBoundary(OTHER_LIMIT)),
                "iam:PutUserPermissionsBoundary");

        root.iam().createUser(request -> request.userName("unlimited"));
        assertDenied(
                () -> admin.putUserPolicy(
                        request -> request.userName("unlimited").policyName("p").policyDocument(SILENT)),
                "iam:PutUserPolicy");
    }

    @Test
    void only_one_policy_can_be_attached_and_detached() {
        root.iam().createGroup(request -> request.groupName("readers"));
        allow(
                "iam:AttachGroupPolicy\", \"iam:DetachGroupPolicy",
                "*",
                "{\"ArnEquals\": {\"iam:PolicyARN\": \"" + LIMIT + "\"}}");

        admin.attachGroupPolicy(request -> request.groupName("readers").policyArn(LIMIT));
        admin.detachGroupPolicy(request -> request.groupName("readers").policyArn(LIMIT));
        assertDenied(
                () -> admin.attachGroupPolicy(
                        request -> request.groupName("readers").policyArn(OTHER_LIMIT)),
                "iam:AttachGroupPolicy");
    }

    @Test
    void who_may_change_what_has_a_tag_changes_nothing_else() {
        root.iam()
                .createRole(request ->
                        request.roleName("ours").assumeRolePolicyDocument(TRUST).tags(tag("team", "blue")));
        root.iam()
                .createRole(request -> request.roleName("theirs")
                        .assumeRolePolicyDocument(TRUST)
                        .tags(tag("team", "red")));
        String ours = root.iam()
                .createPolicy(request ->
                        request.policyName("ours").policyDocument(SILENT).tags(tag("team", "blue")))
                .policy()
                .arn();
        allow("iam:UpdateRole\", \"iam:GetPolicy", "*", "{\"StringEquals\": {\"aws:ResourceTag/team\": \"blue\"}}");

        admin.updateRole(request -> request.roleName("ours").description("Ours"));
        assertThatCode(() -> admin.getPolicy(request -> request.policyArn(ours)))
                .doesNotThrowAnyException();
        assertDenied(
                () -> admin.updateRole(request -> request.roleName("theirs").description("Ours")), "iam:UpdateRole");
        assertDenied(() -> admin.getPolicy(request -> request.policyArn(LIMIT)), "iam:GetPolicy");

        allow("iam:UpdateRole", "*", "{\"StringEquals\": {\"iam:ResourceTag/team\": \"red\"}}");
        admin.updateRole(request -> request.roleName("theirs").description("Theirs"));
    }

    @Test
    void tags_are_put_and_taken_off_only_as_far_as_conditions_allow() {
        root.iam().createUser(request -> request.userName("ann"));
        allow(
                "iam:TagUser\", \"iam:UntagUser",
                "*",
                "{\"ForAllValues:StringEquals\": {\"aws:TagKeys\": [\"team\"]}, "
                        + "\"StringEqualsIfExists\": {\"aws:RequestTag/team\": \"blue\"}}");

        admin.tagUser(request -> request.userName("ann").tags(tag("team", "blue")));
        admin.untagUser(request -> request.userName("ann").tagKeys("team"));
        assertDenied(() -> admin.tagUser(request -> request.userName("ann").tags(tag("team", "red"))), "iam:TagUser");
        assertDenied(() -> admin.untagUser(request -> request.userName("ann").tagKeys("stage")), "iam:UntagUser");
    }

    @Test
    void a_role_is_passed_to_machines_by_those_who_may_pass_roles_to_them() {
        root.iam().createRole(request -> request.roleName("app").assumeRolePolicyDocument(TRUST));
        root.iam().createInstanceProfile(request -> request.instanceProfileName("machine"));
        allow("iam:AddRoleToInstanceProfile", "*", "{}");
        assertDenied(
                () -> admin.addRoleToInstanceProfile(
                        request -> request.instanceProfileName("machine").roleName("app")),
                "iam:PassRole on resource: arn:aws:iam::" + root.account() + ":role/app");

        allowBesides("pass", "iam:PassRole", "{\"StringEquals\": {\"iam:PassedToService\": \"lambda.amazonaws.com\"}}");
        assertDenied(
                () -> admin.addRoleToInstanceProfile(
                        request -> request.instanceProfileName("machine").roleName("app")),
                "iam:PassRole");
        allowBesides("pass", "iam:PassRole", "{\"StringEquals\": {\"iam:PassedToService\": \"ec2.amazonaws.com\"}}");
        admin.addRoleToInstanceProfile(
                request -> request.instanceProfileName("machine").roleName("app"));
    }

    private void allow(String action, String resource, String condition) {
        put("own", action, resource, condition);
    }

    private void allowBesides(String name, String action, String condition) {
        put(name, action, "*", condition);
    }

    private void put(String name, String action, String resource, String condition) {
        root.iam()
                .putUserPolicy(
                        request -> request.userName("admin").policyName(name).policyDocument("""
                            {"Version": "2012-10-17", "Statement": [
                              {"Effect": "Allow", "Action": ["%s"], "Resource": "%s", "Condition": %s}]}\
                            """.formatted(
                                        action, resource, condition)));
    }

    private static void assertDenied(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(IamException.class)
                .hasMessageContaining("is not authorized to perform: ")
                .hasMessageContaining(what);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
