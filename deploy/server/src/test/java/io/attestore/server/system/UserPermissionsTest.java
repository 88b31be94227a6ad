package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** What users may do is what policies say, from the next request on. */
class UserPermissionsTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final String READ_APP = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "ReadApp", "Effect": "Allow", "Action": "ssm:GetParameter*",
               "Resource": "arn:aws:ssm:*:*:parameter/app/*"}]}""";
    private static final String DENY_ALL = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}""";

    private final Tenant root = SystemServer.newTenant();
    private final String name = "user" + NAMES.incrementAndGet();
    private final Tenant user = root.newUser(name);

    @Test
    void a_group_s_policy_allows_its_members_what_it_names_and_no_more() {
        put("/app/x", "one", ParameterType.STRING);
        put("/other/x", "two", ParameterType.STRING);
        root.iam().createGroup(request -> request.groupName("readers"));
        root.iam()
                .putGroupPolicy(
                        request -> request.groupName("readers").policyName("p").policyDocument(READ_APP));
        assertDenied("/app/x", "because no identity-based policy allows the ssm:GetParameter action");

        root.iam().addUserToGroup(request -> request.groupName("readers").userName(name));
        assertThat(value("/app/x")).isEqualTo("one");
        assertDenied("/other/x", "because no identity-based policy allows the ssm:GetParameter action");

        root.iam().removeUserFromGroup(request -> request.groupName("readers").userName(name));
        assertDenied("/app/x", "because no identity-based policy allows the ssm:GetParameter action");
    }

    @Test
    void a_secure_string_under_the_account_s_key_needs_no_permission_of_kms_but_kms_itself_does() {
        put("/app/secret", "value", ParameterType.SECURE_STRING);
        allow(READ_APP);
        assertThat(value("/app/secret")).isEqualTo("value");

        assertThatThrownBy(() -> root.kms()
                        .encrypt(request -> request.keyId("alias/aws/ssm").plaintext(SdkBytes.fromUtf8String("x"))))
                .isInstanceOf(KmsException.class)
                .hasMessageContaining("is not authorized to perform: kms:Encrypt")
                .hasMessageContaining("because no resource-based policy allows the kms:Encrypt action");
        assertThat(root.kms()
                        .describeKey(request -> request.keyId("alias/aws/ssm"))
                        .keyMetadata()
                        .keyManagerAsString())
                .isEqualTo("AWS");
    }

    @Test
    void a_secure_string_under_a_customer_s_key_needs_both() {
        String key = root.kms().createKey().keyMetadata().keyId();
        root.ssm()
                .putParameter(request ->
                        request.name("/app/secret").value("value").keyId(key).type(ParameterType.SECURE_STRING));
        allow(READ_APP);
        assertDenied("/app/secret", "is not authorized to perform: kms:Decrypt");

        root.iam()
                .putUserPolicy(
                        request -> request.userName(name).policyName("kms").policyDocument("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
                 "Condition": {"StringEquals": {"kms:EncryptionContext:PARAMETER_ARN":
                   "arn:aws:ssm:%s:%s:parameter/app/secret"}}}]}""".formatted(
                                        root.region(), root.account())));
        assertThat(value("/app/secret")).isEqualTo("value");
    }

    @Test
    void a_deny_beats_every_allow_and_a_managed_one_is_named() {
        put("/app/x", "one", ParameterType.STRING);
        allow(READ_APP);
        String deny = root.iam()
                .createPolicy(request -> request.policyName("deny-" + name).policyDocument(DENY_ALL))
                .policy()
                .arn();
        root.iam().attachUserPolicy(request -> request.userName(name).policyArn(deny));
        assertDenied("/app/x", "with an explicit deny in an identity-based policy: " + deny);

        root.iam().detachUserPolicy(request -> request.userName(name).policyArn(deny));
        assertThat(value("/app/x")).isEqualTo("one");
    }

    @Test
    void a_record_says_which_statement_allowed_a_call_and_where_a_permission_was_missing() {
        put("/app/x", "one", ParameterType.STRING);
        String refused = refusal("/app/x");
        allow(READ_APP);
        String allowed = user.ssm()
                .getParameter(request -> request.name("/app/x"))
                .responseMetadata()
                .requestId();

        assertThat(additional(refused)).isEqualTo("{\"attestore:deniedBy\":{\"missing\":\"identity-based policy\"}}");
        assertThat(additional(allowed))
                .endsWith("\"attestore:allowedBy\":{\"policy\":\"arn:aws:iam::" + root.account() + ":user/" + name
                        + " own\",\"statement\":\"ReadApp\"}}");

        root.iam()
                .putUserPolicy(
                        request -> request.userName(name).policyName("deny").policyDocument(DENY_ALL));
        assertThat(additional(refusal("/app/x")))
                .isEqualTo("{\"attestore:deniedBy\":{\"policy\":\"arn:aws:iam::" + root.account() + ":user/" + name
                        + " deny\",\"statement\":\"[0]\"}}");
    }

    private String refusal(String parameter) {
        return catchThrowableOfType(SsmException.class, () -> value(parameter)).requestId();
    }

    private String additional(String requestId) {
        return new Lookup(root)
                .call("GetParameter", requestId)
                .at("/additionalEventData")
                .toString();
    }

    @Test
    void a_permissions_boundary_limits_what_an_aws_managed_policy_allows() {
        put("/app/x", "one", ParameterType.STRING);
        root.iam()
                .attachUserPolicy(
                        request -> request.userName(name).policyArn("arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess"));
        assertThat(value("/app/x")).isEqualTo("one");

        root.iam()
                .putUserPermissionsBoundary(request ->
                        request.userName(name).permissionsBoundary("arn:aws:iam::aws:policy/IAMReadOnlyAccess"));
        assertDenied("/app/x", "because no permissions boundary allows the ssm:GetParameter action");
    }

    @Test
    void a_policy_that_limits_somebody_cannot_be_deleted() {
        String limit = root.iam()
                .createPolicy(request -> request.policyName("limit-" + name).policyDocument(READ_APP))
                .policy()
                .arn();
        root.iam().createUser(request -> request.userName("limited").permissionsBoundary(limit));

        assertThat(root.iam()
                        .getPolicy(request -> request.policyArn(limit))
                        .policy()
                        .permissionsBoundaryUsageCount())
                .isEqualTo(1);
        assertThatThrownBy(() -> root.iam().deletePolicy(request -> request.policyArn(limit)))
                .isInstanceOf(DeleteConflictException.class);

        root.iam().deleteUser(request -> request.userName("limited"));
        root.iam().deletePolicy(request -> request.policyArn(limit));
    }

    @Test
    void an_inactive_key_signs_nothing_and_a_deleted_one_never_again() {
        String key = user.accessKey();
        assertThat(user.sts().getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + root.account() + ":user/" + name);

        root.iam()
                .updateAccessKey(
                        request -> request.userName(name).accessKeyId(key).status("Inactive"));
        assertThatThrownBy(() -> user.sts().getCallerIdentity()).hasMessageContaining("security token");

        root.iam()
                .updateAccessKey(
                        request -> request.userName(name).accessKeyId(key).status("Active"));
        assertThat(user.sts().getCallerIdentity().account()).isEqualTo(root.account());

        root.iam().deleteAccessKey(request -> request.userName(name).accessKeyId(key));
        assertThatThrownBy(() -> user.sts().getCallerIdentity()).hasMessageContaining("security token");
    }

    @Test
    void who_calls_needs_no_permission_to_know_who_he_is() {
        root.iam()
                .putUserPolicy(
                        request -> request.userName(name).policyName("deny").policyDocument(DENY_ALL));
        assertThat(user.sts().getCallerIdentity().userId()).startsWith("AIDA");
    }

    @Test
    void a_policy_variable_and_a_tag_of_the_caller_are_what_the_request_says() {
        put("/home/" + name + "/x", "mine", ParameterType.STRING);
        put("/home/other/x", "hers", ParameterType.STRING);
        put("/team/blue/x", "ours", ParameterType.STRING);
        allow("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": [
                  "arn:aws:ssm:*:*:parameter/home/${aws:username}/*",
                  "arn:aws:ssm:*:*:parameter/team/${aws:PrincipalTag/team}/*"]}]}""");
        assertThat(value("/home/" + name + "/x")).isEqualTo("mine");
        assertDenied("/home/other/x", "because no identity-based policy allows");
        assertDenied("/team/blue/x", "because no identity-based policy allows");

        root.iam()
                .tagUser(request ->
                        request.userName(name).tags(tag -> tag.key("team").value("blue")));
        assertThat(value("/team/blue/x")).isEqualTo("ours");
    }

    @Test
    void a_key_policy_is_a_gate_of_its_own() {
        String key = root.kms().createKey().keyMetadata().keyId();
        String userArn = "arn:aws:iam::" + root.account() + ":user/" + name;
        SdkBytes text = SdkBytes.fromUtf8String("text");
        assertThatThrownBy(
                        () -> user.kms().encrypt(request -> request.keyId(key).plaintext(text)))
                .hasMessageContaining("because no identity-based policy allows the kms:Encrypt action");

        root.kms()
                .putKeyPolicy(
                        request -> request.keyId(key).policyName("default").policy(keyPolicy(userArn)));
        assertThat(user.kms()
                        .encrypt(request -> request.keyId(key).plaintext(text))
                        .keyId())
                .endsWith(key);
        assertThat(root.kms().getKeyPolicy(request -> request.keyId(key)).policy())
                .isEqualTo(keyPolicy(userArn));
        assertThat(root.kms().listKeyPolicies(request -> request.keyId(key)).policyNames())
                .isEqualTo(List.of("default"));
        assertThatThrownBy(() -> root.kms()
                        .putKeyPolicy(request -> request.keyId(key)
                                .policy(keyPolicy(userArn).replace(":root", ":user/nobody-of-this-name"))))
                .hasMessageContaining("Policy contains a statement with one or more invalid principals.");
        assertThatThrownBy(() ->
                        root.kms().putKeyPolicy(request -> request.keyId(key).policy(ONLY.formatted(userArn))))
                .hasMessageContaining("The new key policy will not allow you to update the key policy in the future.");

        root.iam().deleteAccessKey(request -> request.userName(name).accessKeyId(user.accessKey()));
        root.iam().deleteUser(request -> request.userName(name));
        Tenant another = root.newUser(name);
        assertThatThrownBy(() ->
                        another.kms().encrypt(request -> request.keyId(key).plaintext(text)))
                .as("whoever has the name now")
                .hasMessageContaining("is not authorized to perform: kms:Encrypt");
    }

    @Test
    void a_key_of_another_account_is_used_where_both_accounts_say_so() {
        Tenant owner = SystemServer.newTenant();
        String key = owner.kms()
                .createKey(request -> request.policy("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:*", "Resource": "*"},
                  {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:Encrypt", "Resource": "*"}]}""".formatted(owner.account(), root.account())))
                .keyMetadata()
                .arn();
        SdkBytes text = SdkBytes.fromUtf8String("text");
        Tenant here = root.in(owner.region());
        assertThat(here.kms()
                        .encrypt(request -> request.keyId(key).plaintext(text))
                        .keyId())
                .isEqualTo(key);
        assertThatThrownBy(() -> here.kms().describeKey(request -> request.keyId(key)))
                .hasMessageContaining("because no resource-based policy allows the kms:DescribeKey action");
        Tenant member = user.in(owner.region());
        assertThatThrownBy(
                        () -> member.kms().encrypt(request -> request.keyId(key).plaintext(text)))
                .hasMessageContaining("because no identity-based policy allows the kms:Encrypt action");

        allow("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*"}]}""");
        assertThat(member.kms()
                        .encrypt(request -> request.keyId(key).plaintext(text))
                        .keyId())
                .isEqualTo(key);
    }

    @Test
    void an_alias_of_another_account_stands_for_its_key() {
        Tenant owner = SystemServer.newTenant();
        Tenant here = root.in(owner.region());
        String key = owner.kms()
                .createKey(request -> request.policy("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:*", "Resource": "*"},
                  {"Effect": "Allow", "Principal": {"AWS": "%s"},
                   "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*"}]}""".formatted(owner.account(), root.account())))
                .keyMetadata()
                .keyId();
        owner.kms().createAlias(request -> request.aliasName("alias/shared").targetKeyId(key));
        String alias = owner.arn("kms", "alias/shared");
        here.ssm()
                .putParameter(request ->
                        request.name("/app/shared").value("value").keyId(alias).type(ParameterType.SECURE_STRING));
        assertThat(here.ssm()
                        .getParameter(request -> request.name("/app/shared").withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo("value");

        owner.kms().putKeyPolicy(request -> request.keyId(key).policy(ONLY.formatted(owner.account())));
        assertThatThrownBy(() -> here.ssm()
                        .putParameter(request -> request.name("/app/other")
                                .value("value")
                                .keyId(alias)
                                .type(ParameterType.SECURE_STRING)))
                .hasMessageContaining("is not authorized to perform: kms:Encrypt on resource: " + alias);
    }

    @Test
    void a_name_that_nobody_can_have_is_refused_and_looked_for_nowhere() {
        String key = root.kms().createKey().keyMetadata().keyId();
        String strange = "arn:aws:iam::" + root.account() + ":user/\\u0000";
        assertThatThrownBy(() ->
                        root.kms().putKeyPolicy(request -> request.keyId(key).policy(keyPolicy(strange))))
                .isInstanceOf(KmsException.class)
                .satisfies(refused -> assertThat(
                                ((KmsException) refused).awsErrorDetails().errorCode())
                        .isEqualTo("MalformedPolicyDocumentException"));
        assertThatThrownBy(() -> root.iam()
                        .getPolicy(request ->
                                request.policyArn("arn:aws:iam::" + root.account() + ":policy/\ud83d\ude00")))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void iam_refuses_what_aws_refuses() {
        assertThatThrownBy(() -> allow("{}")).isInstanceOf(MalformedPolicyDocumentException.class);
        assertThatThrownBy(() -> root.iam().deleteUser(request -> request.userName(name)))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("Cannot delete entity, must delete access keys first.");
        AccessKey second =
                root.iam().createAccessKey(request -> request.userName(name)).accessKey();
        assertThat(second.secretAccessKey()).hasSize(40);
        assertThatThrownBy(() -> root.iam().createAccessKey(request -> request.userName(name)))
                .hasMessageContaining("Cannot exceed quota for AccessKeysPerUser: 2");
        assertThatThrownBy(() ->
                        root.iam().createUser(request -> request.userName(name.toUpperCase(java.util.Locale.ROOT))))
                .hasMessageContaining("already exists.");
    }

    private static final String ONLY = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:*", "Resource": "*"}]}""";

    private String keyPolicy(String userArn) {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::%s:root"}, "Action": "kms:*", "Resource": "*"},
                  {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:Encrypt", "Resource": "*"}]}""".formatted(root.account(), userArn);
    }

    private void allow(String document) {
        root.iam()
                .putUserPolicy(
                        request -> request.userName(name).policyName("own").policyDocument(document));
    }

    private void put(String parameter, String value, ParameterType type) {
        root.ssm().putParameter(request -> request.name(parameter).value(value).type(type));
    }

    private String value(String parameter) {
        return user.ssm()
                .getParameter(request -> request.name(parameter).withDecryption(true))
                .parameter()
                .value();
    }

    private void assertDenied(String parameter, String reason) {
        assertThatThrownBy(() -> value(parameter))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("User: arn:aws:iam::" + root.account() + ":user/" + name)
                .hasMessageContaining(reason);
    }
}
