package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {

    @TempDir
    private Path closedToOthers;

    @Test
    void the_chosen_account_is_never_root() throws IOException {
        var command = new ArrayList<>(
                ServerAccount.choose(closedToOthers.resolve("data")).prefix());
        command.addAll(List.of("id", "-u"));
        assertThat(Command.tryRun(command))
                .hasValueSatisfying(outcome -> assertThat(outcome.output()).isNotEqualTo("0"));
    }

    @Test
    void a_server_runs_below_a_folder_that_others_cannot_enter() throws SQLException {
        try (var server = EmbeddedPostgres.start(EmbeddedPostgresSettings.in(closedToOthers.resolve("data")));
                var connection = server.connection().connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    /** What follows is about a start as root; an ordinary user's server is that user's own. */
    private static boolean isRoot() throws IOException {
        return new ServerAccount.Own().uid() == ServerAccount.ROOT;
    }

    @Test
    void a_server_of_root_has_an_account_of_its_own_and_never_nobodys() throws Exception {
        Path folder = TemporaryFolder.create();
        try (var server = EmbeddedPostgres.start(EmbeddedPostgresSettings.in(folder.resolve("data")))) {
            assertThat(server.isRunning()).isTrue();
            Object runsAs = owner(Path.of("/proc", Long.toString(postmaster(folder))));
            assertThat(runsAs)
                    .isEqualTo(ServerAccount.choose(folder.resolve("data")).uid());
            assertThat(runsAs).isNotEqualTo(SystemAccount.NOBODY);
            assertThat(owner(folder.resolve("data/data/pg_hba.conf"))).isEqualTo(runsAs);
            if (isRoot()) {
                assertThat(runsAs).isNotEqualTo(ServerAccount.ROOT);
                assertThat(owner(folder.resolve("data/pg_hba.conf")))
                        .as("the server cannot change who may enter")
                        .isEqualTo(ServerAccount.ROOT);
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    @Test
    void a_line_of_trust_that_somebody_left_in_the_data_directory_does_not_count() throws Exception {
        Path folder = TemporaryFolder.create();
        var settings = EmbeddedPostgresSettings.in(folder.resolve("data"));
        try {
            ReadyCluster.copyTo(settings.directory());
            EmbeddedPostgres.start(settings).close();
            Files.writeString(folder.resolve("data/data/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
            try (var server = EmbeddedPostgres.start(settings)) {
                var stranger = new ConnectionSettings(
                        server.connection().jdbcUrl(), Cluster.SUPERUSER, DatabasePassword.of(new char[] {'x'}));
                assertThatThrownBy(stranger::connect)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    @Test
    void a_data_directory_that_was_nobodys_passes_over_whatever_still_runs_on_it() throws Exception {
        Path folder = TemporaryFolder.create();
        Path data = folder.resolve("data/data");
        var settings = EmbeddedPostgresSettings.in(folder.resolve("data"));
        try {
            ReadyCluster.copyTo(settings.directory());
            EmbeddedPostgres.start(settings).close();
            if (isRoot()) {
                FileTree.giveTo(SystemAccount.NOBODY, SystemAccount.NOBODY, data);
                startAsNobody(folder.resolve("data"), data);
            }
            try (var server = EmbeddedPostgres.start(settings);
                    var connection = server.connection().connect()) {
                assertThat(connection.isValid(5)).isTrue();
            }
            try (Stream<Path> files = Files.walk(data)) {
                assertThat(files).noneMatch(file -> owner(file).equals(SystemAccount.NOBODY));
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    /** As a version that took nobody's account left it behind when it was killed. */
    private static void startAsNobody(Path directory, Path data) throws Exception {
        var binaries = PostgresBinaries.unpackedIn(directory, step -> {});
        var command = List.of(
                "setpriv",
                "--reuid=" + SystemAccount.NOBODY,
                "--regid=" + SystemAccount.NOBODY,
                "--clear-groups",
                binaries.program("postgres"),
                "-D",
                data.toString(),
                "-c",
                "port=" + freePort(),
                "-c",
                "unix_socket_directories=");
        Command.bare(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        for (int attempt = 0; !Files.exists(data.resolve("postmaster.pid")) && attempt < 200; attempt++) {
            Thread.sleep(50);
        }
        assertThat(data.resolve("postmaster.pid")).exists();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long postmaster(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("data/data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static Object owner(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
