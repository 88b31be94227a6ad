package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Most tests are about a directory that has had its first start, which takes a second, see {@link ReadyCluster}. */
class EmbeddedPostgresTest {

    private Path folder;
    private EmbeddedPostgresSettings settings;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TemporaryFolder.create();
        settings = EmbeddedPostgresSettings.in(folder.resolve("postgres")).withSharedBuffersMegabytes(16);
        ReadyCluster.copyTo(settings.directory());
    }

    @AfterEach
    void deleteFolder() throws IOException {
        FileTree.delete(folder);
    }

    @Test
    void the_first_start_tells_what_it_does_and_later_starts_keep_the_data() throws Exception {
        FileTree.delete(settings.directory());
        var firstSteps = new ArrayList<String>();
        try (var server = withoutTheShelf(() -> EmbeddedPostgres.start(settings, firstSteps::add))) {
            execute(server, "create table kept(word text)");
            execute(server, "insert into kept values ('still here')");
        }
        var laterSteps = new ArrayList<String>();
        try (var server = EmbeddedPostgres.start(settings, laterSteps::add)) {
            assertThat(query(server, "select word from kept")).isEqualTo("still here");
        }
        assertThat(firstSteps).containsExactly("Unpacking PostgreSQL 18.6.0…", "Creating the database…");
        assertThat(laterSteps).isEmpty();
    }

    /** As where nobody has the programs unpacked already. */
    private static EmbeddedPostgres withoutTheShelf(Supplier<EmbeddedPostgres> start) {
        String shelf = System.clearProperty(PostgresBinaries.SHELF);
        try {
            return start.get();
        } finally {
            if (shelf != null) {
                System.setProperty(PostgresBinaries.SHELF, shelf);
            }
        }
    }

    @Test
    void the_server_keeps_what_it_acknowledges_and_listens_to_this_machine_only() throws SQLException {
        try (var server = EmbeddedPostgres.start(settings)) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show full_page_writes")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show data_checksums")).isEqualTo("on");
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "show unix_socket_directories")).isEmpty();
            assertThat(query(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(server, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
    }

    @Test
    void a_server_that_may_lose_commits_is_refused_and_stopped() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings, step -> {}, Map.of("fsync", "off")))
                .isInstanceOf(UnsafeDatabaseException.class)
                .hasMessageContaining("fsync = off");
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_second_owner_of_the_directory_is_refused() {
        try (var server = EmbeddedPostgres.start(settings)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("Another Attestore (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(server.isRunning()).isTrue();
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (var server = EmbeddedPostgres.start(settings);
                var wrong = DatabasePassword.of("wrong".toCharArray())) {
            var intruder = new ConnectionSettings(
                    server.connection().jdbcUrl(), server.connection().user(), wrong);
            assertThatThrownBy(intruder::connect)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void the_password_file_is_for_its_owner_alone_and_a_relaxed_one_is_refused() throws IOException {
        Path passwordFile = folder.resolve("postgres/password");
        try (var server = EmbeddedPostgres.start(settings)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)))
                    .isEqualTo("rw-------");
            assertThat(server.connection().toString())
                    .doesNotContain(server.connection().password().exposeToDriver());
        }
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_server_that_cannot_run_fails_at_once_with_its_own_words() {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings, step -> {}, Map.of("shared_buffers", "nonsense")))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("shared_buffers");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(settings.startLimit());
    }

    @Test
    void a_fixed_port_that_is_taken_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings.withPort(taken.getLocalPort())))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void after_its_owner_was_killed_the_next_start_takes_the_directory_over_with_all_data() throws Exception {
        Process owner = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnerToBeKilled.class.getName(),
                        settings.directory().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("owner.log").toFile())
                .start();
        assertThat(owner.waitFor())
                .as(Files.readString(folder.resolve("owner.log")))
                .isEqualTo(OwnerToBeKilled.HALTED);
        long leftover = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                .getFirst());
        assertThat(ProcessHandle.of(leftover))
                .as("PostgreSQL outlives its owner")
                .isPresent();

        try (var server = EmbeddedPostgres.start(settings)) {
            assertThat(query(server, "select word from kept")).isEqualTo("committed before the kill");
        }
    }

    @Test
    void a_stale_pid_file_whose_number_now_belongs_to_another_program_is_no_obstacle() throws Exception {
        EmbeddedPostgres.start(settings).close();
        var command = new ArrayList<>(ServerAccount.choose(folder).prefix());
        command.addAll(List.of("sleep", "300"));
        Process stranger = Command.bare(command).start();
        try {
            Files.writeString(
                    folder.resolve("postgres/data/postmaster.pid"),
                    stranger.pid() + "\n" + folder.resolve("postgres/data") + "\n");
            try (var server = EmbeddedPostgres.start(settings)) {
                assertThat(query(server, "select 'up'")).isEqualTo("up");
            }
            assertThat(stranger.isAlive()).as("the stranger was left alone").isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void after_a_crash_of_the_server_itself_the_next_start_recovers_all_data() throws Exception {
        try (var server = EmbeddedPostgres.start(settings)) {
            execute(server, "create table kept(word text)");
            execute(server, "insert into kept values ('committed before the crash')");
            long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                    .getFirst());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
            assertThat(server.isRunning()).isFalse();
        }
        try (var server = EmbeddedPostgres.start(settings)) {
            assertThat(query(server, "select word from kept")).isEqualTo("committed before the crash");
        }
    }

    @Test
    void a_start_waits_for_processes_of_a_killed_server_that_have_not_noticed_yet() throws Exception {
        try (var server = EmbeddedPostgres.start(settings)) {
            execute(server, "create table kept(word text)");
            execute(server, "insert into kept values ('committed before the kill')");
            long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                    .getFirst());
            List<ProcessHandle> children =
                    ProcessHandle.of(pid).orElseThrow().children().toList();
            signal("STOP", children);
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
            server.close();

            var told = new CompletableFuture<String>();
            var next = CompletableFuture.supplyAsync(() -> EmbeddedPostgres.start(settings, step -> {
                if (step.contains("killed")) {
                    told.complete(step);
                }
            }));
            assertThat(told.get(30, TimeUnit.SECONDS))
                    .isEqualTo("Waiting for the processes of a PostgreSQL that was killed");
            signal("CONT", children);

            try (var started = next.get(60, TimeUnit.SECONDS)) {
                assertThat(query(started, "select word from kept")).isEqualTo("committed before the kill");
            }
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Test
    void a_server_that_is_kept_running_comes_back_on_its_port_with_all_data_each_time_it_is_killed() throws Exception {
        Path pidFile = folder.resolve("postgres/data/postmaster.pid");
        try (var server = EmbeddedPostgres.start(settings)) {
            server.keepRunning();
            execute(server, "create table kept(round int)");
            for (int round = 1; round <= 2; round++) {
                execute(server, "insert into kept values (" + round + ")");
                long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst());
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();

                awaitOtherServer(server, pidFile, pid);

                assertThat(query(server, "select count(*) from kept")).isEqualTo(Integer.toString(round));
                assertThat(query(server, "show fsync")).isEqualTo("on");
            }
        }
        assertThat(pidFile).as("stopped in order").doesNotExist();
    }

    private static void awaitOtherServer(EmbeddedPostgres server, Path pidFile, long pid) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                query(server, "select 1");
                if (!Files.readAllLines(pidFile).getFirst().equals(Long.toString(pid))) {
                    return;
                }
            } catch (SQLException | IOException notYet) {
                assertThat(System.nanoTime()).as("time left").isLessThan(deadline);
            }
            Thread.sleep(50);
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.connection().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.connection().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
