package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;
import tools.jackson.databind.JsonNode;

/** An account that is refused again and again fills the log no faster than a setting allows, and no refusal is forgotten. */
class RefusedTooOftenTest {

    private static final int PER_MINUTE = 20;
    private static final Map<String, String> SETTINGS =
            Map.of("attestore.refusals.per-minute", Integer.toString(PER_MINUTE));
    private static final String SUMMARY = "RefusalsNotRecorded";

    @TempDir
    Path folder;

    private final ClockAhead clock = new ClockAhead();

    @Test
    void refusals_beyond_the_budget_are_throttled_and_recorded_by_their_number() throws InterruptedException {
        int refused = 100;
        try (RunningServer server = RunningServer.start(folder, SETTINGS, clock);
                SsmClient ssm = ssm(server);
                CloudTrailClient cloudTrail = cloudTrail(server)) {
            ssm.putParameter(put -> put.name("/there").value("value").type(ParameterType.STRING));
            List<String> codes = IntStream.range(0, refused)
                    .mapToObj(_ -> codeOfARefusal(ssm))
                    .toList();

            assertThat(codes).contains("ParameterNotFound", "ThrottlingException");
            assertThat(codes.stream().filter("ThrottlingException"::equals).count())
                    .isGreaterThanOrEqualTo(refused - 2 * PER_MINUTE);
            assertThat(ssm.getParameter(get -> get.name("/there")).parameter().value())
                    .isEqualTo("value");

            clock.put(Duration.ofMinutes(1));
            List<JsonNode> summaries = awaitSummary(cloudTrail);

            assertThat(summaries).allSatisfy(summary -> {
                assertThat(summary.at("/eventType").asString()).isEqualTo("AwsServiceEvent");
                assertThat(summary.at("/userIdentity/invokedBy").asString()).isEqualTo("attestore");
                assertThat(summary.at("/serviceEventDetails/refusals/0/eventName")
                                .asString())
                        .isEqualTo("GetParameter");
                assertThat(summary.at("/serviceEventDetails/refusals/0/errorCode")
                                .asString())
                        .isEqualTo("ParameterNotFound");
            });
            assertThat(refusedReads(cloudTrail)).isLessThanOrEqualTo(2 * PER_MINUTE);
            assertThat(refusedReads(cloudTrail) + counted(summaries)).isEqualTo(refused);
            assertThat(codeOfARefusal(ssm)).isEqualTo("ParameterNotFound");
        }
    }

    @Test
    void a_server_that_is_stopped_records_what_it_has_counted() {
        int refused = 60;
        try (RunningServer server = RunningServer.start(folder, SETTINGS);
                SsmClient ssm = ssm(server)) {
            IntStream.range(0, refused).forEach(_ -> codeOfARefusal(ssm));
        }

        try (RunningServer server = RunningServer.start(folder, SETTINGS);
                CloudTrailClient cloudTrail = cloudTrail(server)) {
            assertThat(refusedReads(cloudTrail) + counted(summaries(cloudTrail)))
                    .isEqualTo(refused);
        }
    }

    private SsmClient ssm(RunningServer server) {
        return server.client(SsmClient.builder()
                .putAuthScheme(new SignatureByClock(clock))
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    private CloudTrailClient cloudTrail(RunningServer server) {
        return server.client(CloudTrailClient.builder().putAuthScheme(new SignatureByClock(clock)));
    }

    private static String codeOfARefusal(SsmClient ssm) {
        return catchThrowableOfType(SsmException.class, () -> ssm.getParameter(get -> get.name("/not/there")))
                .awsErrorDetails()
                .errorCode();
    }

    private static List<JsonNode> awaitSummary(CloudTrailClient cloudTrail) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            List<JsonNode> found = summaries(cloudTrail);
            if (!found.isEmpty()) {
                return found;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No summary was recorded");
    }

    private static List<JsonNode> summaries(CloudTrailClient cloudTrail) {
        return records(cloudTrail, SUMMARY).toList();
    }

    private static long counted(List<JsonNode> summaries) {
        return summaries.stream()
                .flatMap(summary -> summary.at("/serviceEventDetails/refusals").valueStream())
                .mapToLong(count -> count.path("count").asLong())
                .sum();
    }

    private static long refusedReads(CloudTrailClient cloudTrail) {
        return records(cloudTrail, "GetParameter")
                .filter(record -> record.path("errorCode").asString("").equals("ParameterNotFound"))
                .count();
    }

    private static Stream<JsonNode> records(CloudTrailClient cloudTrail, String eventName) {
        return cloudTrail
                .lookupEventsPaginator(request -> request.lookupAttributes(attribute ->
                        attribute.attributeKey(LookupAttributeKey.EVENT_NAME).attributeValue(eventName)))
                .events()
                .stream()
                .map(RefusedTooOftenTest::record);
    }

    private static JsonNode record(Event event) {
        return Lookup.record(event);
    }
}
