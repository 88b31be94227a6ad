package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the log's partitions ahead of the writer. A partition is made as a table of its own and then attached, which
 * takes a lock that neither appends nor reads wait for (PostgreSQL manual, ALTER TABLE ... ATTACH PARTITION).
 */
public final class LogPartitions {

    private static final String LOCK = "select pg_advisory_xact_lock(" + LogLock.PARTITIONS + ")";

    private static final String END = """
            select coalesce(max((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \\(''(\\d+)''\\)'))[1]::bigint), 0)
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'event_log'::regclass
            """;

    private static final String CREATE = """
            set local lock_timeout = '5s';
            create table event_log_%1$d (like event_log including defaults including storage including constraints);
            create trigger event_log_no_truncate before truncate on event_log_%1$d
                for each statement execute function event_log_refuse_change();
            alter table event_log attach partition event_log_%1$d for values from (%1$d) to (%2$d)
            """;

    private final long positionsPerPartition;

    /** @param positionsPerPartition of partitions to be made; those there are stay as they are */
    public LogPartitions(long positionsPerPartition) {
        if (positionsPerPartition < 1) {
            throw new IllegalArgumentException("A partition holds at least one position");
        }
        this.positionsPerPartition = positionsPerPartition;
    }

    /** Whether it is time to make more: less than one and a half partitions are left before {@code end}. */
    public boolean isShort(long head, long end) {
        return end - head <= positionsPerPartition + positionsPerPartition / 2;
    }

    /**
     * Makes partitions until there is room for one and a half beyond the head.
     *
     * @return the first position that no partition holds
     */
    public long makeAhead(Connection connection, long head) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            long end = end(statement);
            while (isShort(head, end)) {
                long next = end + positionsPerPartition;
                statement.execute(CREATE.formatted(end, next));
                end = next;
            }
            connection.commit();
            return end;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static long end(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(END)) {
            result.next();
            return result.getLong(1);
        }
    }
}
