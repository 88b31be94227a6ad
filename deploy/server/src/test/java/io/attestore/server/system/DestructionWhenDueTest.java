package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The end of the time in which a deleted parameter can be restored. */
class DestructionWhenDueTest {

    @TempDir
    Path folder;

    @Test
    void the_data_keys_go_when_the_time_is_over_and_the_service_is_recorded_as_the_one_who_did_it() {
        try (RunningServer server = RunningServer.start(folder, Map.of("attestore.parameters.restore-window", "1s"));
                SsmClient ssm = server.client(SsmClient.builder())) {
            put(ssm, "/due/a");
            String dataKey = dataKeyOf(server, "/due/a");
            ssm.deleteParameter(request -> request.name("/due/a"));
            assertThat(keyExists(server, dataKey)).isTrue();

            await(() -> !keyExists(server, dataKey));

            JsonNode record = recordOf(server, "/due/a", "EndParameterDelete");
            assertThat(record.path("eventType").asString()).isEqualTo("AwsServiceEvent");
            assertThat(record.path("eventSource").asString()).isEqualTo("ssm.amazonaws.com");
            assertThat(record.at("/userIdentity/invokedBy").asString()).isEqualTo("ssm.amazonaws.com");
            assertThat(record.path("userIdentity").has("accessKeyId")).isFalse();
            assertThat(record.at("/serviceEventDetails/destroyedDataKeyIds/0").asString())
                    .isEqualTo(dataKey);
        }
    }

    @Test
    void what_became_due_while_no_server_ran_is_done_at_the_next_start() throws Exception {
        String dataKey;
        try (RunningServer server = RunningServer.start(folder, Map.of("attestore.parameters.restore-window", "2s"));
                SsmClient ssm = server.client(SsmClient.builder())) {
            put(ssm, "/due/b");
            dataKey = dataKeyOf(server, "/due/b");
            ssm.deleteParameter(request -> request.name("/due/b"));
        }
        Thread.sleep(2_000);
        try (RunningServer server = RunningServer.start(folder, Map.of())) {
            await(() -> !keyExists(server, dataKey));
            assertThat(receipts(server))
                    .singleElement()
                    .satisfies(
                            receipt -> assertThat(receipt.destroyedDataKeyIds()).containsExactly(dataKey));
        }
    }

    @Test
    void two_servers_on_one_database_do_it_once() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Map<String, String> settings = new HashMap<>(on(database.settings()));
            settings.put("attestore.root-key-file", folder.resolve("root.key").toString());
            settings.put("attestore.parameters.restore-window", "1s");
            try (RunningServer one = RunningServer.start(folder.resolve("a"), settings);
                    RunningServer other = RunningServer.start(folder.resolve("b"), settings);
                    SsmClient ssm = one.client(SsmClient.builder())) {
                for (int number = 0; number < 20; number++) {
                    String name = "/due/" + number;
                    put(ssm, name);
                    ssm.deleteParameter(request -> request.name(name));
                }

                await(() -> receipts(other).size() >= 20);

                assertThat(receipts(other))
                        .extracting(DeletedParameterDestroyed::deletionId)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(deletionIds(other));
            }
        }
    }

    private static Map<String, String> on(ConnectionSettings database) {
        return Map.of(
                "attestore.jdbc.url", database.jdbcUrl(),
                "attestore.jdbc.user", database.user(),
                "attestore.jdbc.password", database.password().exposeToDriver());
    }

    private static void put(SsmClient ssm, String name) {
        ssm.putParameter(request -> request.name(name).value("value").type(ParameterType.STRING));
    }

    private static boolean keyExists(RunningServer server, String dataKey) {
        return server.bean(PostgresEventLog.class).keyTable().find(dataKey).isPresent();
    }

    private static String dataKeyOf(RunningServer server, String name) {
        return events(server, ParameterVersionPut.class).stream()
                .filter(put -> put.name().value().equals(name))
                .findFirst()
                .orElseThrow()
                .dataKeyId();
    }

    private static List<DeletedParameterDestroyed> receipts(RunningServer server) {
        return events(server, DeletedParameterDestroyed.class);
    }

    private static List<String> deletionIds(RunningServer server) {
        return events(server, ParameterDeleted.class).stream()
                .map(deleted -> deleted.retention().orElseThrow().deletionId())
                .toList();
    }

    private static <E> List<E> events(RunningServer server, Class<E> type) {
        return server.bean(PostgresEventLog.class).read(0, 10_000).stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static JsonNode recordOf(RunningServer server, String parameter, String eventName) {
        try (CloudTrailClient cloudTrail = server.client(CloudTrailClient.builder())) {
            return cloudTrail
                    .lookupEvents(request -> request.lookupAttributes(attribute -> attribute
                            .attributeKey(LookupAttributeKey.RESOURCE_NAME)
                            .attributeValue(parameter)))
                    .events()
                    .stream()
                    .filter(event -> event.eventName().equals(eventName))
                    .map(event -> new JsonMapper().readTree(event.cloudTrailEvent()))
                    .findFirst()
                    .orElseThrow();
        }
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
