package io.attestore.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.postgres.DataDirectoryLock;
import io.attestore.server.store.DatabaseUnreachableException;
import io.attestore.server.store.WrongRootKeyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class GroundTest {

    private static final Progress SILENT = step -> {};

    @TempDir
    Path directory;

    @Test
    void closing_gives_everything_back_also_a_database_that_was_still_coming_up() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        Ground ground = Ground.lay(environment(), step -> {
            if (step.startsWith("Starting PostgreSQL")) {
                starting.countDown();
            }
        });
        starting.await();

        ground.close();

        assertThat(directory.resolve("data/postgres/data/PG_VERSION")).exists();
        assertThat(directory.resolve("data/postgres/data/postmaster.pid")).doesNotExist();
        DataDirectoryLock.acquire(directory.resolve("data")).close();
    }

    @Test
    void what_keeps_the_database_from_coming_up_is_told_to_who_asks_for_it() {
        MockEnvironment nowhere =
                environment().withProperty("attestore.jdbc.url", "jdbc:postgresql://127.0.0.1:1/attestore");

        try (Ground ground = Ground.lay(nowhere, SILENT)) {
            assertThatThrownBy(ground::database).isInstanceOf(DatabaseUnreachableException.class);
        }
        DataDirectoryLock.acquire(directory.resolve("data")).close();
    }

    @Test
    void a_lost_root_key_is_found_out_before_the_database_is_touched() throws Exception {
        Path postgres = Files.createDirectories(directory.resolve("data/postgres"));

        assertThatThrownBy(() -> Ground.lay(environment(), SILENT)).isInstanceOf(WrongRootKeyException.class);

        assertThat(postgres).isEmptyDirectory();
        DataDirectoryLock.acquire(directory.resolve("data")).close();
    }

    private MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty("attestore.data", directory.resolve("data").toString());
    }
}
