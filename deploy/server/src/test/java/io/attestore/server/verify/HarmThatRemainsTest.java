package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.LogStatus;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.server.RunningServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What verification finds that cannot be put back, each on a store of its own. */
class HarmThatRemainsTest {

    @TempDir
    Path folder;

    private VerifiedStore store;

    @BeforeEach
    void start() {
        store = new VerifiedStore(RunningServer.start(folder, Map.of("attestore.verification.every", "0")));
        try (SsmClient ssm = store.server().client(SsmClient.builder())) {
            ssm.putParameter(request -> request.name("/v").value("v").type(ParameterType.STRING));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_row_of_a_destroyed_key_that_came_back_is_found_and_health_tells_it() throws Exception {
        String id = store.value("select id from key_row where id like 'ssm/%'");
        store.owner().execute("create table kept as select * from key_row");
        try (SsmClient ssm = store.server().client(SsmClient.builder())) {
            ssm.deleteParameter(request -> request.name("/v"));
        }
        assertThat(get("/health/verification")).contains("\"UP\"");
        store.owner().update("insert into key_row (id, wrapped) select id, wrapped from kept where id = ?", id);

        store.assertFound("The key row " + id + " has no cause");

        assertThat(get("/health/verification")).contains("\"DOWN\"", id);
        assertThat(get("/metrics"))
                .containsPattern("attestore_verification_findings(\\{.*})? 1.0")
                .contains("attestore_verification_last_whole_seconds");
    }

    @Test
    void an_access_key_that_names_anothers_secret_has_none() throws Exception {
        String id = store.value("select id from key_row where id like 'iam/access-key/%'");
        append(new AccessKeyCreated(new AccountId("999999999999"), new AccessKeyId("AKIAFORGED0000000001"), id));

        store.assertFound("The key row iam/access-key/AKIAFORGED0000000001 is missing");
    }

    @Test
    void a_tag_that_is_gone_from_the_index_breaks_the_log_and_the_server_stops_deciding() throws Exception {
        store.owner().update("delete from event_tag where ctid = (select min(ctid) from event_tag)");

        store.assertFound("A tag of this event is not in the index");

        assertThat(store.server().bean(PostgresEventLog.class).status()).isInstanceOf(LogStatus.Broken.class);
    }

    private void append(AccessKeyCreated event) {
        var message = new GenericEventMessage(
                UUID.randomUUID().toString(),
                new MessageType("iam.AccessKeyCreated", "1"),
                event,
                Map.of(),
                Instant.parse("2026-11-21T12:00:00Z"));
        store.server()
                .bean(PostgresEventLog.class)
                .appendEvents(
                        AppendCondition.none(),
                        null,
                        List.of(new GenericTaggedEventMessage<>(message, new EventTagResolver().resolve(message))))
                .join()
                .commit(null)
                .join();
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(store.server().management().resolve(path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.body();
        }
    }
}
