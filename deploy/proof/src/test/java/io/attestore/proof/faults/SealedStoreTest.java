package io.attestore.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.log.LogSealed;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.postgres.TestDatabase;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.server.store.PrivateFile;
import io.attestore.server.store.RunningDatabase;
import io.attestore.server.verify.VerifyCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a whole server believes only what the store's own servers wrote. */
class SealedStoreTest {

    private static final Credentials BOB = new Credentials("AKIATESTTESTTEST0002", "bob-secret-0123456789");
    private static final AccountId ALICE = new AccountId("111122223333");
    private static final AccessKeyId FORGED = new AccessKeyId("AKIATESTTESTTEST0009");

    @TempDir
    Path folder;

    private Path data;
    private Map<String, String> settings;

    @BeforeEach
    void twoAccounts() throws Exception {
        data = folder.resolve("data");
        Path bootstrap = folder.resolve("accounts.json");
        PrivateFile.write(bootstrap, """
                [{"account_id":"111122223333","access_key":"AKIATESTTESTTEST0001","secret_key":"alice-secret-0123456789"},
                 {"account_id":"444455556666","access_key":"AKIATESTTESTTEST0002","secret_key":"bob-secret-0123456789"}]
                """);
        settings = Map.of("attestore.bootstrap", bootstrap.toString());
    }

    @Test
    void an_access_key_for_alice_that_names_the_row_of_bobs_secret_is_refused_at_the_start() throws Exception {
        LiveServer.start(data, settings).close();
        try (EmbeddedPostgres database = stopped()) {
            insertForgedAccessKey(database.connection());
        }
        assertThatThrownBy(() -> LiveServer.start(data, settings).close())
                .hasStackTraceContaining("does not carry this store's MAC");

        List<String> lines = new ArrayList<>();
        assertThat(VerifyCommand.run(Map.of("attestore.data", data.toString()), lines::add))
                .isEqualTo(1);
        assertThat(lines.getLast()).contains("none of its servers wrote it");
    }

    @Test
    void an_access_key_for_alice_that_names_the_row_of_bobs_secret_stops_a_running_server() throws Exception {
        try (LiveServer server = LiveServer.start(data, settings);
                ApiClient bob = server.client(BOB)) {
            assertThat(bob.put("/mine", "value").isOk()).isTrue();
            insertForgedAccessKey(RunningDatabase.read(data.resolve("database")).orElseThrow());

            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
            while (server.readiness() == 200 && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            assertThat(server.readiness()).isEqualTo(503);
            assertThat(bob.get("/mine").isOk()).isFalse();
            try (ApiClient forged = server.client(new Credentials(FORGED.value(), BOB.secret()))) {
                assertThat(forged.put("/hers", "value").isOk()).isFalse();
            }
        }
        assertThatThrownBy(() -> LiveServer.start(data, settings).close())
                .hasStackTraceContaining("does not carry this store's MAC");
    }

    @Test
    void a_log_of_the_version_before_whose_anchors_are_lost_is_sealed_when_the_operator_says_so_and_an_event_tells_it()
            throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Map<String, String> external = new HashMap<>(settings);
            external.putAll(LiveServer.on(database.settings()));
            try (LiveServer server = LiveServer.start(data, external);
                    ApiClient bob = server.client(BOB)) {
                assertThat(bob.put("/mine", "value").isOk()).isTrue();
            }
            StoreOfBefore.takeBack(database.settings());
            Files.delete(data.resolve("keys/authentication.keys"));
            Files.delete(data.resolve("anchors"));

            assertThatThrownBy(() -> LiveServer.start(data, external).close())
                    .hasStackTraceContaining("start once with attestore.log.seal-without-anchors=true");

            Map<String, String> asFound = new HashMap<>(external);
            asFound.put("attestore.log.seal-without-anchors", "true");
            try (LiveServer server = LiveServer.start(data, asFound);
                    ApiClient bob = server.client(BOB)) {
                assertThat(bob.get("/mine").value()).isEqualTo("value");
                assertThat(server.bean(PostgresEventLog.class).read(0, 1_000))
                        .extracting(RecordedEvent::event)
                        .filteredOn(LogSealed.class::isInstance)
                        .singleElement()
                        .extracting(event -> ((LogSealed) event).anchoredThrough())
                        .isEqualTo(Optional.empty());
            }
            LiveServer.start(data, external).close();
        }
    }

    @Test
    void a_store_of_the_version_before_is_sealed_at_its_first_start_and_goes_on_as_it_was() throws Exception {
        try (LiveServer server = LiveServer.start(data, settings);
                ApiClient bob = server.client(BOB)) {
            assertThat(bob.put("/mine", "value").isOk()).isTrue();
        }
        StoreOfBefore.make(data);

        try (LiveServer server = LiveServer.start(data, settings);
                ApiClient bob = server.client(BOB)) {
            assertThat(bob.get("/mine").value()).isEqualTo("value");
            assertThat(bob.recordsOf("GetParameter")).hasSize(1);
            assertThat(bob.recordsOf("PutParameter")).hasSize(1);
        }
        WholeRecord.assertWhole(data);
        assertThat(StoreOfBefore.count(data, "select count(*) from event_log where type = 'log.LogSealed'"))
                .isEqualTo(1);
        assertThat(StoreOfBefore.count(data, "select count(*) from event_log where mac is null"))
                .isZero();

        LiveServer.start(data, settings).close();
        Files.delete(data.resolve("keys/authentication.keys"));
        assertThatThrownBy(() -> LiveServer.start(data, settings).close())
                .hasStackTraceContaining("the keys of authentication are missing");
    }

    private EmbeddedPostgres stopped() {
        return EmbeddedPostgres.start(EmbeddedPostgresSettings.in(data.resolve("postgres")));
    }

    /** As somebody does who owns the database and knows the format, but has no key. */
    private static void insertForgedAccessKey(ConnectionSettings database) throws Exception {
        ForgedEvents.append(
                database, row -> new AccessKeyCreated(ALICE, FORGED, row), "iam/access-key/%" + BOB.id() + "%");
    }
}
