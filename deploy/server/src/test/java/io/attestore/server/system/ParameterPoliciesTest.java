package io.attestore.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.attestore.server.RunningServer;
import io.attestore.server.store.PrivateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterInlinePolicy;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the policies of an advanced parameter do when their time has come. */
class ParameterPoliciesTest {

    private static final String NAME = "/policies/of/mine";
    private static final String VALUE = "the-value-that-expires";
    private static final String EXPIRATION = "Expiration";
    private static final String BEFORE_EXPIRATION = "ExpirationNotification";
    private static final String NO_CHANGE = "NoChangeNotification";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final ClockAhead clock = new ClockAhead();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        PrivateFile.write(
                folder.resolve("secret"),
                "whsec_" + Base64.getEncoder().encodeToString("a-key-of-thirty-two-bytes-length".getBytes(UTF_8)));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stopListening() {
        receiver.stop(0);
    }

    @Test
    void each_acts_once_at_its_time_and_the_expiration_deletes_the_parameter() {
        Instant expiration = soon(clock, Duration.ofHours(48));
        try (RunningServer server = RunningServer.start(folder.resolve("data"), settings(), clock);
                SsmClient ssm = server.client(SsmClient.builder().putAuthScheme(new SignatureByClock(clock)));
                CloudTrailClient cloudTrail =
                        server.client(CloudTrailClient.builder().putAuthScheme(new SignatureByClock(clock)))) {
            put(ssm, List.of(expiration(expiration), beforeExpiration("1", "Days"), noChange("12", "Hours")));
            assertThat(statuses(ssm))
                    .isEqualTo(Map.of(EXPIRATION, "Pending", BEFORE_EXPIRATION, "Pending", NO_CHANGE, "Pending"));

            clock.put(Duration.ofHours(12));
            await(() -> actions().equals(List.of(NO_CHANGE)));
            assertThat(statuses(ssm))
                    .isEqualTo(Map.of(EXPIRATION, "Pending", BEFORE_EXPIRATION, "Pending", NO_CHANGE, "Finished"));

            clock.put(Duration.ofHours(24));
            await(() -> actions().equals(List.of(NO_CHANGE, BEFORE_EXPIRATION)));
            assertThat(statuses(ssm))
                    .isEqualTo(Map.of(EXPIRATION, "Pending", BEFORE_EXPIRATION, "Finished", NO_CHANGE, "Finished"));
            assertThat(ssm.getParameter(request -> request.name(NAME))
                            .parameter()
                            .value())
                    .isEqualTo(VALUE);

            clock.put(Duration.ofHours(48));
            await(() -> changes().contains("Delete"));

            assertThat(actions()).containsExactly(NO_CHANGE, BEFORE_EXPIRATION, EXPIRATION);
            assertThatThrownBy(() -> ssm.getParameter(request -> request.name(NAME)))
                    .isInstanceOf(ParameterNotFoundException.class);
            assertThat(records(cloudTrail))
                    .allSatisfy(ParameterPoliciesTest::isTheServicesOwn)
                    .extracting(record ->
                            record.at("/serviceEventDetails/policyTypes/0").asString())
                    .containsExactly(EXPIRATION, BEFORE_EXPIRATION, NO_CHANGE);
        }
        assertThat(told).noneMatch(event -> event.toString().contains(VALUE));
        assertThat(told)
                .filteredOn(ParameterPoliciesTest::isAction)
                .allSatisfy(event ->
                        assertThat(event.at("/detail/action-status").asString()).isEqualTo("Success"))
                .allSatisfy(
                        event -> assertThat(event.at("/detail/parameter-name").asString())
                                .isEqualTo(NAME))
                .last()
                .satisfies(
                        event -> assertThat(event.at("/detail/policy-content").asString())
                                .isEqualTo(expiration(expiration)));
    }

    @Test
    void a_new_version_is_not_told_of_until_it_has_not_changed_for_as_long() {
        try (RunningServer server = RunningServer.start(folder.resolve("data"), settings(), clock);
                SsmClient ssm = server.client(SsmClient.builder().putAuthScheme(new SignatureByClock(clock)))) {
            put(ssm, List.of(noChange("12", "Hours")));
            clock.put(Duration.ofHours(12));
            await(() -> actions().equals(List.of(NO_CHANGE)));

            ssm.putParameter(request ->
                    request.name(NAME).value("another").overwrite(true).tier(ParameterTier.ADVANCED));
            assertThat(statuses(ssm)).isEqualTo(Map.of(NO_CHANGE, "Pending"));

            clock.put(Duration.ofHours(25));
            await(() -> actions().equals(List.of(NO_CHANGE, NO_CHANGE)));
            assertThat(statuses(ssm)).isEqualTo(Map.of(NO_CHANGE, "Finished"));
        }
    }

    @Test
    void policies_whose_time_comes_together_stand_in_one_record_which_tells_all_of_them() {
        Instant expiration = soon(clock, Duration.ofHours(2));
        try (RunningServer server = RunningServer.start(folder.resolve("data"), settings(), clock);
                SsmClient ssm = server.client(SsmClient.builder().putAuthScheme(new SignatureByClock(clock)));
                CloudTrailClient cloudTrail =
                        server.client(CloudTrailClient.builder().putAuthScheme(new SignatureByClock(clock)))) {
            put(ssm, List.of(beforeExpiration("1", "Hours"), expiration(expiration)));
            clock.put(Duration.ofHours(2));
            await(() -> changes().contains("Delete"));

            assertThat(actions()).containsExactly(BEFORE_EXPIRATION, EXPIRATION);
            JsonNode details = records(cloudTrail).getFirst().at("/serviceEventDetails");
            assertThat(details.at("/parameterName").asString()).isEqualTo(NAME);
            assertThat(details.at("/policyTypes").toString()).isEqualTo("[\"ExpirationNotification\",\"Expiration\"]");
            assertThat(details.at("/destroyedDataKeyIds").size()).isEqualTo(1);
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "attestore.changes.webhooks[0].name",
                "test",
                "attestore.changes.webhooks[0].url",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
                "attestore.changes.webhooks[0].secret-file",
                folder.resolve("secret").toString());
    }

    private void receive(HttpExchange exchange) throws IOException {
        told.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private List<String> actions() {
        return told.stream()
                .filter(ParameterPoliciesTest::isAction)
                .map(event -> event.at("/detail/policy-type").asString())
                .toList();
    }

    private List<String> changes() {
        return told.stream()
                .filter(event -> event.at("/detail-type").asString().equals("Parameter Store Change"))
                .map(event -> event.at("/detail/operation").asString())
                .toList();
    }

    private static boolean isAction(JsonNode event) {
        return event.at("/detail-type").asString().equals("Parameter Store Policy Action");
    }

    private static void isTheServicesOwn(JsonNode record) {
        assertThat(record.at("/eventType").asString()).isEqualTo("AwsServiceEvent");
        assertThat(record.at("/eventSource").asString()).isEqualTo("ssm.amazonaws.com");
        assertThat(record.at("/userIdentity/invokedBy").asString()).isEqualTo("ssm.amazonaws.com");
        assertThat(record.at("/serviceEventDetails/parameterName").asString()).isEqualTo(NAME);
    }

    private static void put(SsmClient ssm, List<String> policies) {
        ssm.putParameter(request -> request.name(NAME)
                .value(VALUE)
                .type(ParameterType.STRING)
                .tier(ParameterTier.ADVANCED)
                .policies("[" + String.join(",", policies) + "]"));
    }

    private static Map<String, String> statuses(SsmClient ssm) {
        return ssm.describeParameters(request -> {}).parameters().getFirst().policies().stream()
                .collect(Collectors.toMap(ParameterInlinePolicy::policyType, ParameterInlinePolicy::policyStatus));
    }

    /** Newest first. */
    private static List<JsonNode> records(CloudTrailClient cloudTrail) {
        return cloudTrail
                .lookupEvents(request -> request.lookupAttributes(attribute ->
                        attribute.attributeKey(LookupAttributeKey.EVENT_NAME).attributeValue("ParameterPolicyAction")))
                .events()
                .stream()
                .map(Lookup::record)
                .toList();
    }

    private static Instant soon(Clock clock, Duration ahead) {
        return clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String expiration(Instant at) {
        return """
                {"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"%s"}}""".formatted(at);
    }

    private static String beforeExpiration(String before, String unit) {
        return """
                {"Type":"ExpirationNotification","Version":"1.0","Attributes":{"Before":"%s","Unit":"%s"}}""".formatted(before, unit);
    }

    private static String noChange(String after, String unit) {
        return """
                {"Type":"NoChangeNotification","Version":"1.0","Attributes":{"After":"%s","Unit":"%s"}}""".formatted(after, unit);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
