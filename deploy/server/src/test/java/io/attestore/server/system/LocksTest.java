package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.server.client.AttestoreClient;
import io.attestore.server.client.AttestoreClient.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lock refuses at the next request what policies, or being root, allow. */
class LocksTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""";
    private static final String LOCKED = "with an explicit deny in a lock";

    private final Tenant root = SystemServer.newTenant();
    private final Tenant user = root.newUser("app");
    private final AttestoreClient ofRoot = root.attestore();
    private final AttestoreClient ofUser = user.attestore();

    @BeforeEach
    void everything_is_allowed() {
        root.iam()
                .putUserPolicy(
                        request -> request.userName("app").policyName("all").policyDocument(ALL));
        root.ssm().putParameter(request -> request.name("/app/x").value("one").type(ParameterType.STRING));
        assertThat(value(user)).isEqualTo("one");
    }

    @AfterEach
    void close() {
        ofRoot.close();
        ofUser.close();
    }

    @Test
    void a_principal_is_refused_everything_until_the_lock_is_deleted() {
        put("incident", "Principal", "arn:aws:iam::" + root.account() + ":user/app");

        String refusal = assertLocked(() -> value(user));
        assertThatThrownBy(() -> user.sts().getCallerIdentity()).hasMessageContaining(LOCKED);
        assertThat(value(root)).isEqualTo("one");
        assertThat(new Lookup(root)
                        .call("GetParameter", refusal)
                        .at("/additionalEventData")
                        .toString())
                .isEqualTo("{\"attestore:deniedBy\":{\"lock\":\"incident\"}}");

        answered(ofRoot, "DeleteLock", "{\"Name\":\"incident\"}");
        assertThat(value(user)).isEqualTo("one");
    }

    @Test
    void an_access_key_is_refused_and_another_of_the_same_user_is_not() {
        Tenant second =
                user.as(root.iam().createAccessKey(r -> r.userName("app")).accessKey());
        put("leaked", "AccessKey", user.accessKey());

        assertLocked(() -> value(user));
        assertThat(value(second)).isEqualTo("one");
    }

    @Test
    void the_key_of_root_can_be_locked_by_an_administrator_and_root_itself_cannot() {
        assertRefused(ofUser, "Principal", "arn:aws:iam::" + root.account() + ":root", "Lock its access keys.");

        assertThat(call(ofUser, "root-key", "AccessKey", root.accessKey()).status())
                .isEqualTo(200);
        assertLocked(() -> value(root));

        answered(ofUser, "DeleteLock", "{\"Name\":\"root-key\"}");
        assertThat(value(root)).isEqualTo("one");
    }

    @Test
    void nobody_locks_himself_out() {
        String message = "This lock would lock out whoever puts it.";
        assertRefused(ofUser, "Principal", "arn:aws:iam::" + root.account() + ":user/app", message);
        assertRefused(ofUser, "AccessKey", user.accessKey(), message);
        assertRefused(ofUser, "Network", "127.0.0.0/8", message);
        assertRefused(ofUser, "Network", "0.0.0.0/0", message);
    }

    @Test
    void a_resource_is_refused_to_everybody_root_included_and_by_its_path_too() {
        root.ssm().putParameter(request -> request.name("/app/y").value("two").type(ParameterType.STRING));
        put("parameter", "Resource", "arn:aws:ssm:*:" + root.account() + ":parameter/app/x");

        assertLocked(() -> value(root));
        assertLocked(() -> user.ssm().getParametersByPath(request -> request.path("/app")));
        assertLocked(() -> user.ssm().getParameters(request -> request.names("/app/y", "/app/x")));
        assertLocked(() -> user.ssm().deleteParameter(request -> request.name("/app/x")));
        assertThat(user.ssm()
                        .getParameter(request -> request.name("/app/y"))
                        .parameter()
                        .value())
                .isEqualTo("two");
    }

    @Test
    void a_locked_key_opens_no_secure_string() {
        String key = root.kms().createKey().keyMetadata().arn();
        root.ssm()
                .putParameter(
                        request -> request.name("/app/s").value("v").keyId(key).type(ParameterType.SECURE_STRING));
        put("key", "Resource", key);

        assertThatThrownBy(() -> user.ssm()
                        .getParameter(request -> request.name("/app/s").withDecryption(true)))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("is not authorized to perform: kms:Decrypt on resource: " + key);
        assertThatThrownBy(() -> root.kms().encrypt(r -> r.keyId(key).plaintext(SdkBytes.fromUtf8String("x"))))
                .isInstanceOf(KmsException.class)
                .hasMessageContaining(LOCKED);
    }

    @Test
    void locks_themselves_cannot_be_locked() {
        put("everything", "Resource", "arn:*:*:*:*:*");
        assertLocked(() -> value(root));

        answered(ofRoot, "DeleteLock", "{\"Name\":\"everything\"}");
        assertThat(value(root)).isEqualTo("one");
    }

    @Test
    void the_owner_of_a_parameter_locks_out_another_account() {
        Tenant owner = SystemServer.newTenant().in(root.region());
        owner.ssm()
                .putParameter(request ->
                        request.name("/shared").value("v").tier("Advanced").type(ParameterType.STRING));
        String arn = owner.arn("ssm", "parameter/shared");
        owner.ssm().putResourcePolicy(request -> request.resourceArn(arn).policy("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "%s"},
                         "Action": ["ssm:GetParameter", "ssm:GetParameters"], "Resource": "%s"}]}""".formatted(root.account(), arn)));
        assertThat(user.ssm().getParameter(r -> r.name(arn)).parameter().value())
                .isEqualTo("v");

        try (AttestoreClient ofOwner = owner.attestore()) {
            assertThat(call(ofOwner, "them", "Principal", "arn:aws:iam::" + root.account() + ":user/app")
                            .status())
                    .isEqualTo(200);
        }

        String refusal = assertLocked(() -> user.ssm().getParameter(r -> r.name(arn)));
        assertThat(new Lookup(root).call("GetParameter", refusal).has("additionalEventData"))
                .as("whether the caller is told of the owner's lock")
                .isFalse();
        assertThat(value(user)).isEqualTo("one");
    }

    @Test
    void locks_are_listed_by_name_replaced_and_say_whether_they_hold() {
        put("b", "Session", "deploy-7");
        put("a", "Network", "2001:db8::/32");
        put("b", "Session", "deploy-8");

        JsonNode locks = JSON.readTree(answered(ofRoot, "ListLocks", "{}")).path("Locks");

        assertThat(locks.findValuesAsString("Name")).containsExactly("a", "b");
        assertThat(locks.path(1).path("Target").asString()).isEqualTo("deploy-8");
        assertThat(locks.path(1).path("Arn").asString()).isEqualTo("arn:aws:attestore::" + root.account() + ":lock/b");
        assertThat(locks.path(0).path("Holds").asBoolean()).isTrue();
        assertThat(locks.path(0).path("Reason").asString()).isEqualTo("test");
    }

    @Test
    void what_is_no_target_of_its_kind_is_refused() {
        assertRefused(ofRoot, "Principal", "app", "Target must be the ARN of a user, a role or a session.");
        assertRefused(ofRoot, "Principal", "arn:aws:s3:::bucket", "Target must be the ARN of a user");
        assertRefused(ofRoot, "AccessKey", "AKIA", "Target must be the id of an access key.");
        assertRefused(ofRoot, "Session", "a b", "Target must be a session's name");
        assertRefused(ofRoot, "Network", "example.com", "Target must be an address");
        assertRefused(ofRoot, "Network", "10.0.0.0/33", "Target must be an address");
        assertRefused(ofRoot, "Resource", "*", "Target must be an ARN");
        Answer past = ofRoot.call(
                "PutLock",
                "{\"Name\":\"n\",\"Kind\":\"Session\",\"Target\":\"se\",\"Reason\":\"r\",\"Until\":"
                        + Instant.now().minusSeconds(1).getEpochSecond() + "}");
        assertThat(past.body()).contains("Until must be in the future.");
        assertThat(ofRoot.call("DeleteLock", "{\"Name\":\"none\"}").body())
                .contains("LockNotFoundException", "There is no lock named none.");
    }

    @Test
    void an_account_has_up_to_a_hundred_locks() {
        for (int i = 0; i < 100; i++) {
            put("n" + i, "Session", "deploy");
        }

        assertThat(call(ofRoot, "one-more", "Session", "deploy").body())
                .contains("LockLimitExceededException", "An account has up to 100 locks");
        put("n0", "Session", "replaced");
    }

    @Test
    void who_may_put_locks_is_what_policies_say() {
        root.iam().deleteUserPolicy(request -> request.userName("app").policyName("all"));

        Answer refused = call(ofUser, "n", "Session", "deploy");

        assertThat(refused.body())
                .contains("is not authorized to perform: attestore:PutLock on resource: arn:aws:attestore::"
                        + root.account() + ":lock/n because no identity-based policy allows");
    }

    private void put(String name, String kind, String target) {
        assertThat(call(ofRoot, name, kind, target).status()).isEqualTo(200);
    }

    private static void assertRefused(AttestoreClient client, String kind, String target, String message) {
        assertThat(call(client, "n", kind, target).body()).contains("ValidationException", message);
    }

    private static Answer call(AttestoreClient client, String name, String kind, String target) {
        return client.call(
                "PutLock",
                "{\"Name\":\"" + name + "\",\"Kind\":\"" + kind + "\",\"Target\":\"" + target
                        + "\",\"Reason\":\"test\"}");
    }

    private static String answered(AttestoreClient client, String operation, String input) {
        Answer answer = client.call(operation, input);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String value(Tenant tenant) {
        return tenant.ssm()
                .getParameter(request -> request.name("/app/x"))
                .parameter()
                .value();
    }

    /** The id of the refused request. */
    private static String assertLocked(Runnable call) {
        SsmException refused = catchThrowableOfType(SsmException.class, call::run);
        assertThat(refused).hasMessageContaining(LOCKED);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        return refused.requestId();
    }
}
