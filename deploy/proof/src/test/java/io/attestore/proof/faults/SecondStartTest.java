package io.attestore.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.process.ChildServer;
import io.attestore.server.store.RunningDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that must not succeed: the operator is told why in one line, the exit code is 1, and nothing is left running. */
class SecondStartTest {

    @TempDir
    Path folder;

    @Test
    void a_directory_in_use_a_port_in_use_and_a_root_key_that_is_not_as_it_was_are_each_told_in_one_line()
            throws Exception {
        Path data = folder.resolve("data");
        try (ChildServer server = ChildServer.start(data, Map.of())) {
            assertRefused(
                    ChildServer.launch(data, ChildServer.freePort(), Map.of()),
                    "Another Attestore (process " + server.pid() + ") is running on " + data);
            try (ApiClient client = server.client("us-east-1")) {
                assertThat(client.put("/still", "served")).matches(answer -> answer.isOk());
            }
        }
        try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            assertRefused(
                    ChildServer.launch(data, taken.getLocalPort(), Map.of()),
                    "Port " + taken.getLocalPort() + " is in use");
            assertNoPostgresIn(data);
        }
        Path rootKey = data.resolve("root.key");
        byte[] right = Files.readAllBytes(rootKey);

        Files.setPosixFilePermissions(rootKey, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(ChildServer.launch(data, ChildServer.freePort(), Map.of()), "root.key", "600");

        Files.delete(rootKey);
        assertRefused(
                ChildServer.launch(data, ChildServer.freePort(), Map.of()),
                "The root key file " + rootKey + " is missing");
        assertThat(rootKey).as("no other is made in its place").doesNotExist();
        assertNoPostgresIn(data);

        Path other = folder.resolve("other.key");
        RootKeyFile.loadOrCreate(other, new SecureRandom()).close();
        Files.copy(other, rootKey);
        assertDoesNotStart(data, Map.of(), "the root key was exchanged");
        assertNoPostgresIn(data);

        Files.delete(rootKey);
        Files.write(rootKey, right);
        Files.setPosixFilePermissions(rootKey, PosixFilePermissions.fromString("rw-------"));
        try (LiveServer again = LiveServer.start(data, Map.of());
                ApiClient client = again.client()) {
            assertThat(client.get("/still").value()).isEqualTo("served");
        }
        WholeRecord.assertWhole(data);
    }

    @Test
    void a_log_whose_last_rows_were_deleted_behind_its_back_is_refused() throws Exception {
        Path data = folder.resolve("data");
        try (LiveServer server = LiveServer.start(data, Map.of());
                ApiClient client = server.client()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.put("/robbed", "v" + i).isOk()).isTrue();
            }
        }
        EmbeddedPostgresSettings settings = EmbeddedPostgresSettings.in(data.resolve("postgres"));
        try (EmbeddedPostgres database = EmbeddedPostgres.start(settings)) {
            execute(
                    database.connection(),
                    "set session_replication_role = replica; delete from event_log where position > (select max(position) - 2 from event_log)");
        }
        assertRefused(
                ChildServer.launch(data, ChildServer.freePort(), Map.of()),
                "that was anchored",
                "rows were changed or removed");
        assertThat(RunningDatabase.read(data.resolve("database"))).isEmpty();
        assertNoPostgresIn(data);
    }

    @Test
    void an_external_database_of_another_root_key_or_one_that_may_lose_what_it_acknowledged_is_refused()
            throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(
                EmbeddedPostgresSettings.in(folder.resolve("database")).withSharedBuffersMegabytes(32))) {
            Map<String, String> access = LiveServer.on(database.connection());
            try (LiveServer server = LiveServer.start(folder.resolve("first"), access)) {
                assertThat(server.readiness()).isEqualTo(200);
            }
            assertDoesNotStart(folder.resolve("stranger"), access, "Servers on one database share that directory");
            assertDoesNotStart(
                    folder.resolve("other"),
                    with(access, "attestore.keys-directory", folder.resolve("first/keys")),
                    "the root key was exchanged");
            assertDoesNotStart(
                    folder.resolve("keyless"),
                    with(access, "attestore.root-key-file", copied(folder.resolve("first/root.key"))),
                    "Servers on one database share that directory");
            for (String owner : List.of(
                    "database attestore", "role " + database.connection().user())) {
                execute(database.connection(), "alter " + owner + " set synchronous_commit = off");
                assertDoesNotStart(folder.resolve("data"), access, "synchronous_commit = off");
                execute(database.connection(), "alter " + owner + " reset synchronous_commit");
            }
        }
    }

    private static Map<String, String> with(Map<String, String> settings, String name, Path value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value.toString());
        return more;
    }

    /** The root key without the directory of keys beside it. */
    private Path copied(Path rootKey) throws IOException {
        Path alone = Files.createDirectory(folder.resolve("copies")).resolve("root.key");
        return Files.copy(rootKey, alone, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void assertRefused(ChildServer server, String... words) throws InterruptedException {
        try (server) {
            assertThat(server.exitCode()).as(server.output()).isEqualTo(1);
            List<String> told = server.output()
                    .lines()
                    .filter(line -> line.startsWith("attestore: "))
                    .toList();
            assertThat(told).as(server.output()).singleElement().asString().contains(words);
            assertThat(server.output()).doesNotContain("\tat ", "Exception in thread", "Unexpected failure");
        }
    }

    /** In this JVM, which is faster than one of its own; that such failures make one line is seen above. */
    private static void assertDoesNotStart(Path data, Map<String, String> settings, String words) {
        assertThatThrownBy(() -> LiveServer.start(data, settings).close()).hasStackTraceContaining(words);
    }

    private static void assertNoPostgresIn(Path data) {
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(command ->
                                command.contains(data.resolve("postgres").toString())))
                .isEmpty();
    }

    private static void execute(ConnectionSettings settings, String sql) throws Exception {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
