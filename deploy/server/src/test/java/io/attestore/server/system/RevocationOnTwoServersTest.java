package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.RunningServer;
import io.attestore.server.client.AttestoreClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * A right that was withdrawn at one of two servers is of no use at the other: no read that begins once the withdrawal was
 * answered succeeds, while reads go on there all the time.
 */
class RevocationOnTwoServersTest {

    private static final int READERS = 3;
    private static final String READ = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "*"}]}""";
    private static final String NOTHING = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:ListTags", "Resource": "*"}]}""";
    private static final String DENY = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "ssm:*", "Resource": "*"}]}""";
    private static final String ONLY_ROOT = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*",
              "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalType": "Account"}}}]}""";

    @TempDir
    static Path folder;

    private static TwoServers servers;
    private static Tenant root;
    private static AttestoreClient attestore;

    @BeforeAll
    static void start() {
        servers = new TwoServers(folder);
        root = tenant(servers.one());
        attestore = root.attestore();
    }

    @AfterAll
    static void stop() {
        attestore.close();
        servers.close();
    }

    /**
     * One way to withdraw a right.
     *
     * @param give lets a user of this name read the parameter {@code /NAME}; what withdrawing needs to know
     * @param withdraw with the user's name and what {@code give} has told
     */
    record Revocation(String name, Function<String, String> give, BiConsumer<String, String> withdraw) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Revocation> revocations() {
        List<Revocation> all = new ArrayList<>();
        all.add(new Revocation(
                "DeleteUserPolicy",
                RevocationOnTwoServersTest::inline,
                (user, none) ->
                        root.iam().deleteUserPolicy(r -> r.userName(user).policyName("p"))));
        all.add(new Revocation(
                "PutUserPolicy",
                RevocationOnTwoServersTest::inline,
                (user, none) -> root.iam()
                        .putUserPolicy(r -> r.userName(user).policyName("deny").policyDocument(DENY))));
        all.add(new Revocation(
                "PutUserPermissionsBoundary",
                RevocationOnTwoServersTest::inline,
                (user, none) -> root.iam()
                        .putUserPermissionsBoundary(r ->
                                r.userName(user).permissionsBoundary("arn:aws:iam::aws:policy/IAMReadOnlyAccess"))));
        all.add(new Revocation(
                "DetachUserPolicy",
                RevocationOnTwoServersTest::attached,
                (user, policy) ->
                        root.iam().detachUserPolicy(r -> r.userName(user).policyArn(policy))));
        all.add(new Revocation(
                "CreatePolicyVersion",
                RevocationOnTwoServersTest::attached,
                (user, policy) -> root.iam()
                        .createPolicyVersion(
                                r -> r.policyArn(policy).policyDocument(NOTHING).setAsDefault(true))));
        all.add(new Revocation(
                "RemoveUserFromGroup",
                RevocationOnTwoServersTest::grouped,
                (user, group) ->
                        root.iam().removeUserFromGroup(r -> r.userName(user).groupName(group))));
        all.add(new Revocation(
                "DeleteGroupPolicy",
                RevocationOnTwoServersTest::grouped,
                (user, group) ->
                        root.iam().deleteGroupPolicy(r -> r.groupName(group).policyName("p"))));
        all.add(new Revocation(
                "UpdateAccessKey",
                RevocationOnTwoServersTest::inline,
                (user, none) -> root.iam()
                        .updateAccessKey(
                                r -> r.userName(user).accessKeyId(key(user)).status("Inactive"))));
        all.add(new Revocation(
                "DeleteAccessKey",
                RevocationOnTwoServersTest::inline,
                (user, none) -> root.iam().deleteAccessKey(r -> r.userName(user).accessKeyId(key(user)))));
        all.add(new Revocation(
                "PutKeyPolicy",
                RevocationOnTwoServersTest::underKey,
                (user, key) -> root.kms().putKeyPolicy(r -> r.keyId(key).policy(ONLY_ROOT))));
        all.add(new Revocation(
                "RevokeGrant",
                RevocationOnTwoServersTest::granted,
                (user, ids) ->
                        root.kms().revokeGrant(r -> r.keyId(ids.split(" ")[0]).grantId(ids.split(" ")[1]))));
        all.add(new Revocation(
                "PutLock on the user",
                RevocationOnTwoServersTest::inline,
                (user, none) -> lock(user, "Principal", "arn:aws:iam::" + root.account() + ":user/" + user)));
        all.add(new Revocation(
                "PutLock on the key",
                RevocationOnTwoServersTest::inline,
                (user, none) -> lock(user, "AccessKey", key(user))));
        all.add(new Revocation(
                "PutLock on the parameter",
                RevocationOnTwoServersTest::inline,
                (user, none) -> lock(user, "Resource", root.arn("ssm", "parameter/" + user))));
        return all;
    }

    @ParameterizedTest
    @MethodSource("revocations")
    void nothing_that_begins_after_a_withdrawal_was_answered_succeeds(Revocation revocation) throws Exception {
        String name = revocation.name().replace(' ', '-');
        root.iam().createUser(r -> r.userName(name));
        Tenant user = root.as(root.iam().createAccessKey(r -> r.userName(name)).accessKey());
        Tenant there = new Tenant(
                servers.other().endpoint(), root.account(), user.accessKey(), user.secretKey(), root.region());
        root.ssm().putParameter(r -> r.name("/" + name).value("v").type(ParameterType.STRING));
        String told = revocation.give().apply(name);
        awaitRead(there, name);

        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(READERS);
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Long>> lastStarts = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                lastStarts.add(readers.submit(reader(there, name, over, reading)));
            }
            assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();

            revocation.withdraw().accept(name, told);
            long answered = System.nanoTime();

            assertThat(read(there, name)).as("right after").isFalse();
            TimeUnit.MILLISECONDS.sleep(100);
            over.set(true);
            for (Future<Long> last : lastStarts) {
                assertThat(last.get(20, TimeUnit.SECONDS) - answered)
                        .as("nanoseconds from the answer to the last successful read's beginning")
                        .isNegative();
            }
        }
    }

    /** Reads until it is over; when the last read began that succeeded. */
    private static Callable<Long> reader(Tenant user, String name, AtomicBoolean over, CountDownLatch reading) {
        return () -> {
            long last = Long.MIN_VALUE;
            while (!over.get()) {
                long start = System.nanoTime();
                if (read(user, name)) {
                    last = start;
                    reading.countDown();
                }
            }
            return last;
        };
    }

    /** Another server hears of a new access key a little later. */
    private static void awaitRead(Tenant user, String name) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!read(user, name)) {
            assertThat(System.nanoTime()).as("time to be let in at first").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean read(Tenant user, String name) {
        try {
            user.ssm().getParameter(r -> r.name("/" + name).withDecryption(true));
            return true;
        } catch (AwsServiceException refused) {
            assertThat(refused.awsErrorDetails().errorCode())
                    .as(refused.getMessage())
                    .isIn("AccessDeniedException", "UnrecognizedClientException");
            return false;
        }
    }

    private static String inline(String user) {
        root.iam().putUserPolicy(r -> r.userName(user).policyName("p").policyDocument(READ));
        return "";
    }

    private static String attached(String user) {
        String policy = root.iam()
                .createPolicy(r -> r.policyName(user).policyDocument(READ))
                .policy()
                .arn();
        root.iam().attachUserPolicy(r -> r.userName(user).policyArn(policy));
        return policy;
    }

    private static String grouped(String user) {
        root.iam().createGroup(r -> r.groupName(user));
        root.iam().putGroupPolicy(r -> r.groupName(user).policyName("p").policyDocument(READ));
        root.iam().addUserToGroup(r -> r.groupName(user).userName(user));
        return user;
    }

    private static String underKey(String user) {
        String key = root.kms().createKey().keyMetadata().keyId();
        root.ssm()
                .putParameter(r -> r.name("/" + user)
                        .value("v")
                        .keyId(key)
                        .type(ParameterType.SECURE_STRING)
                        .overwrite(true));
        root.iam().putUserPolicy(r -> r.userName(user).policyName("p").policyDocument("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": ["ssm:GetParameter", "kms:Decrypt"], "Resource": "*"}]}"""));
        return key;
    }

    private static String granted(String user) {
        String key = underKey(user);
        inline(user);
        return key + " "
                + root.kms()
                        .createGrant(r -> r.keyId(key)
                                .granteePrincipal("arn:aws:iam::" + root.account() + ":user/" + user)
                                .operations(GrantOperation.DECRYPT))
                        .grantId();
    }

    private static String key(String user) {
        return root.iam()
                .listAccessKeys(r -> r.userName(user))
                .accessKeyMetadata()
                .getFirst()
                .accessKeyId();
    }

    private static void lock(String name, String kind, String target) {
        var answer = attestore.call(
                "PutLock",
                "{\"Name\":\"" + name + "\",\"Kind\":\"" + kind + "\",\"Target\":\"" + target
                        + "\",\"Reason\":\"test\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Tenant tenant(RunningServer server) {
        var environment = server.environment();
        Tenant any = new Tenant(
                server.endpoint(),
                "",
                environment.get("AWS_ACCESS_KEY_ID"),
                environment.get("AWS_SECRET_ACCESS_KEY"),
                "eu-central-1");
        return new Tenant(
                server.endpoint(),
                any.sts().getCallerIdentity().account(),
                any.accessKey(),
                any.secretKey(),
                any.region());
    }
}
