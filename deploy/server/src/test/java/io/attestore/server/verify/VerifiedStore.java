package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.server.RunningServer;
import io.attestore.server.store.RunningDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A running server, whoever owns its database, and the two that verify it: the command and the server itself. */
final class VerifiedStore implements AutoCloseable {

    private final RunningServer server;
    private final HikariDataSource pool;
    private final JdbcTemplate owner;

    VerifiedStore(RunningServer server) {
        this.server = server;
        this.pool = RunningDatabase.read(server.data().resolve("database"))
                .orElseThrow()
                .openPool("owner", 1);
        this.owner = new JdbcTemplate(pool);
    }

    RunningServer server() {
        return server;
    }

    /** The database as its owner sees it: triggers do not bind him. */
    JdbcTemplate owner() {
        owner.execute("set session_replication_role = replica");
        return owner;
    }

    String value(String sql, Object... arguments) {
        return String.valueOf(owner.queryForObject(sql, String.class, arguments));
    }

    /** What a table holds now, to be there again when this is closed. */
    KeptTable keep(String table) {
        return new KeptTable(owner(), table);
    }

    /** What both say must hold this text; of the server itself that it is down. */
    void assertFound(String text) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        assertThat(command(lines)).as("%s", lines).isEqualTo(1);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(text));

        background().verifyNow();
        assertThat(background().status().findings())
                .anySatisfy(finding -> assertThat(finding).contains(text));
    }

    void assertWhole() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        assertThat(command(lines)).as("%s", lines).isZero();
        assertThat(lines).contains("The record is whole.");

        assertThat(background().verifyNow()).isTrue();
        assertThat(background().status().findings()).isEmpty();
        assertThat(background().status().lastWhole()).isPresent();
    }

    int command(List<String> lines) {
        return VerifyCommand.run(Map.of("attestore.data", server.data().toString()), lines::add);
    }

    BackgroundVerification background() {
        return server.bean(BackgroundVerification.class);
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
