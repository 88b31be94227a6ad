package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.server.RunningServer;
import io.attestore.server.client.CallException;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./attestore seal} given to one of two servers stops all disclosure on both; everything else goes on. All tests
 * have the same two servers; each finds them unsealed, and has a parameter and a key of its own.
 */
class SealTest {

    private static final String REASON = "Credentials of payments were found in a public repository";
    private static final String REFUSED = "The store is sealed against disclosure.";
    private static final SdkBytes PLAINTEXT = SdkBytes.fromUtf8String("plaintext");

    @TempDir
    static Path folder;

    private static TwoServers servers;

    private final String path = "/seal/" + UUID.randomUUID();
    private final String name = path + "/password";
    private SsmClient ssm;
    private KmsClient kms;
    private String keyId;
    private SdkBytes ciphertext;

    @BeforeAll
    static void start() {
        servers = new TwoServers(folder);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @BeforeEach
    void unsealedAndWithSecrets() {
        TwoServers.manage(servers.other(), "unseal");
        connect(servers.one());
        ssm.putParameter(put -> put.name(name).value("value").type(ParameterType.SECURE_STRING));
        keyId = kms.createKey().keyMetadata().keyId();
        ciphertext = kms.encrypt(encrypt -> encrypt.keyId(keyId).plaintext(PLAINTEXT))
                .ciphertextBlob();
    }

    @Test
    void nothing_that_is_secret_leaves_any_server_until_it_is_unsealed() {
        assertThat(seal(servers.other())).singleElement().asString().startsWith("Sealed against disclosure since ");

        for (RunningServer each : List.of(servers.one(), servers.other())) {
            connect(each);
            disclosing().forEach(SealTest::isRefused);
        }
        assertThat(TwoServers.manage(servers.one(), "unseal", "--reason", "keys replaced"))
                .containsExactly("Not sealed: values are given out to whoever may have them");
        for (RunningServer each : List.of(servers.one(), servers.other())) {
            connect(each);
            assertThat(disclosing()).allSatisfy(call -> assertThatCode(call).doesNotThrowAnyException());
        }
    }

    @Test
    void every_operation_that_discloses_says_so() {
        assertThat(servers.one().bean(OperationCatalogue.class).all())
                .filteredOn(Operation::disclosesSecrets)
                .extracting(Operation::qualifiedName)
                .containsExactlyInAnyOrder(
                        "ssm.GetParameter",
                        "ssm.GetParameters",
                        "ssm.GetParametersByPath",
                        "ssm.GetParameterHistory",
                        "kms.Decrypt",
                        "kms.GenerateDataKey");
    }

    @Test
    void what_discloses_nothing_goes_on() {
        seal(servers.one());
        connect(servers.other());

        ssm.putParameter(put -> put.name(path + "/new").value("value").type(ParameterType.SECURE_STRING));
        ssm.putParameter(put -> put.name(name).value("replaced").overwrite(true));
        kms.rotateKeyOnDemand(rotate -> rotate.keyId(keyId));
        kms.encrypt(encrypt -> encrypt.keyId(keyId).plaintext(PLAINTEXT));
        assertThat(ssm.describeParameters(describe -> describe.parameterFilters(
                                by -> by.key("Path").option("Recursive").values(path)))
                        .parameters())
                .hasSize(2);
        ssm.deleteParameter(delete -> delete.name(path + "/new"));
    }

    @Test
    void it_outlives_a_restart_of_every_server() {
        seal(servers.one());

        servers.restart();

        connect(servers.other());
        disclosing().forEach(SealTest::isRefused);
        assertThat(TwoServers.manage(servers.other(), "seal", "--status"))
                .singleElement()
                .asString()
                .endsWith(REASON);
    }

    @Test
    void the_orders_and_the_refusals_are_on_record_and_the_reason_is_not() {
        seal(servers.one());
        isRefused(() -> ssm.getParameter(get -> get.name(name).withDecryption(true)));
        TwoServers.manage(servers.one(), "unseal");

        JsonNode refused = newest(servers.one(), Region.EU_WEST_1, "GetParameter");
        assertThat(refused.at("/errorCode").asString()).isEqualTo("AccessDeniedException");
        assertThat(refused.at("/errorMessage").asString()).isEqualTo(REFUSED);
        for (String order : List.of("StopDisclosure", "ResumeDisclosure")) {
            JsonNode record = newest(servers.other(), Region.US_EAST_1, order);
            assertThat(record.at("/eventType").asString()).isEqualTo("AwsServiceEvent");
            assertThat(record.toString()).doesNotContain(REASON);
        }
    }

    @Test
    void health_and_metrics_show_it() throws Exception {
        assertThat(gauge()).isZero();
        seal(servers.other());

        JsonNode health = new JsonMapper().readTree(get(servers.other(), "/health"));
        assertThat(health.at("/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/disclosure/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/disclosure/details/sealed").asBoolean())
                .isTrue();
        assertThat(health.at("/components/disclosure/details/reason").asString())
                .isEqualTo(REASON);
        assertThat(get(servers.other(), "/metrics")).contains("attestore_disclosure_sealed 1.0");
        assertThat(new JsonMapper()
                        .readTree(get(servers.other(), "/health/readiness"))
                        .at("/status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void an_order_that_changes_nothing_says_so_and_one_without_a_reason_is_none() {
        assertThat(TwoServers.manage(servers.one(), "unseal"))
                .containsExactly(
                        "The store was not sealed", "Not sealed: values are given out to whoever may have them");
        assertThatThrownBy(() -> TwoServers.manage(servers.one(), "seal")).isInstanceOf(CallException.class);
        assertThatThrownBy(() -> TwoServers.manage(servers.one(), "seal", "--reason", "two\nlines"))
                .isInstanceOf(CallException.class)
                .hasMessageContaining("400");
        assertThatThrownBy(() -> TwoServers.manage(servers.one(), "seal", "because"))
                .isInstanceOf(CallException.class);
        disclosing().forEach(call -> assertThatCode(call).doesNotThrowAnyException());
    }

    private static List<String> seal(RunningServer server) {
        return TwoServers.manage(server, "seal", "--reason", REASON);
    }

    private void connect(RunningServer server) {
        ssm = server.client(SsmClient.builder(), servers.one().credentials());
        kms = server.client(KmsClient.builder(), servers.one().credentials());
    }

    /** One call of each operation that discloses something. */
    private List<ThrowingCallable> disclosing() {
        return Arrays.asList(
                () -> ssm.getParameter(get -> get.name(name)),
                () -> ssm.getParameter(get -> get.name(name).withDecryption(true)),
                () -> ssm.getParameters(get -> get.names(name).withDecryption(true)),
                () -> ssm.getParametersByPath(get -> get.path(path).withDecryption(true)),
                () -> ssm.getParameterHistory(get -> get.name(name).withDecryption(true)),
                () -> kms.decrypt(decrypt -> decrypt.ciphertextBlob(ciphertext)),
                () -> kms.generateDataKey(generate -> generate.keyId(keyId).keySpec(DataKeySpec.AES_256)));
    }

    private static void isRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(REFUSED);
            assertThat(refusal.statusCode()).isEqualTo(400);
        });
    }

    private JsonNode newest(RunningServer server, Region region, String eventName) {
        try (CloudTrailClient trail = CloudTrailClient.builder()
                .endpointOverride(server.endpoint())
                .region(region)
                .credentialsProvider(servers.one().credentials())
                .build()) {
            return Lookup.record(trail.lookupEvents(request -> request.lookupAttributes(attribute -> attribute
                            .attributeKey(LookupAttributeKey.EVENT_NAME)
                            .attributeValue(eventName)))
                    .events()
                    .getFirst());
        }
    }

    private double gauge() {
        return servers.other()
                .bean(MeterRegistry.class)
                .get("attestore.disclosure.sealed")
                .gauge()
                .value();
    }

    private static String get(RunningServer server, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(server.management().resolve(path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
