package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogContract;
import io.attestore.eventlog.contract.LogUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The log's partitions, and a log that grows quickly. */
class PartitionTest extends LogContract {

    private PostgresLogFixture postgres;

    @Override
    protected EventLogFixture fixture() {
        postgres = new PostgresLogFixture();
        return postgres;
    }

    @Test
    void two_partitions_are_there_from_the_start() throws SQLException {
        assertThat(count("select count(*) from pg_inherits where inhparent = 'event_log'::regclass"))
                .isEqualTo(2);
    }

    @Test
    void partitions_are_made_ahead_while_the_log_grows() throws Exception {
        fixture.checkAndClose();
        postgres = new PostgresLogFixture();
        fixture = postgres;
        LogUnderTest small = open(settings -> settings.withPositionsPerPartition(40));
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 30; k++) {
                get(small.append(new Seen("a", "n" + k)));
            }
            awaitPartitionsBeyond(small.reader().head() + 40);
        }
        assertThat(get(small.append(new Opened("a")))).isEqualTo(120);
        assertThat(small.reader().read(0, 1_000)).hasSize(121);
    }

    private void awaitPartitionsBeyond(long position) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (partitionedUpTo() <= position && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(partitionedUpTo()).isGreaterThan(position);
    }

    @Test
    void a_node_that_falls_far_behind_catches_up_without_holding_the_lock() throws Exception {
        LogUnderTest other = open(settings -> settings);
        for (int i = 0; i < 5; i++) {
            Seen[] many = new Seen[1_000];
            for (int k = 0; k < many.length; k++) {
                many[k] = new Seen("a", "n" + k);
            }
            get(other.append(many));
        }
        assertThat(get(log.append(new Opened("a")))).isEqualTo(5_000);
    }

    private long partitionedUpTo() throws SQLException {
        return count(
                "select max((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \\(''(\\d+)''\\)'))[1]::bigint)"
                        + " from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event_log'::regclass");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = postgres.plain().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
