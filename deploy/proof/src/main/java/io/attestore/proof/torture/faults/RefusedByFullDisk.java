package io.attestore.proof.torture.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The database answers each write to the log as it does when its disk is full, SQLSTATE 53100. It needs no disk and no
 * rights; {@link FullDisk} fills a real one.
 */
record RefusedByFullDisk(ProxiedStore store) implements Harm {

    private static final Duration TIME = Duration.ofSeconds(1);

    private static final String REFUSE = """
            create function torture_disk_is_full() returns trigger language plpgsql as
            $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
            create trigger torture_disk_is_full before insert on event_log
                for each statement execute function torture_disk_is_full();
            """;

    private static final String ACCEPT = """
            drop trigger torture_disk_is_full on event_log;
            drop function torture_disk_is_full();
            """;

    @Override
    public String title() {
        return "the database says that its disk is full (53100)";
    }

    @Override
    public void inflict(Sight sight) throws SQLException, InterruptedException {
        execute(REFUSE);
        sight.awaitFailures();
        Thread.sleep(TIME);
        sight.requireClosed();
        execute(ACCEPT);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
