package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which standbys of the database may still lack what it has committed. In doubt one is said to: a standby whose progress
 * is not told, or one that is away and has a replication slot. One that is away without a slot is not known to anybody.
 */
public final class Standbys {

    /** What has been written when this is asked, whatever has been committed before included. */
    private static final String WRITTEN = "select pg_current_wal_insert_lsn()::text";

    /**
     * Parameters: the position in the write-ahead log, and names that are no standbys'; twice. Logical receivers apply rows to
     * another database, and a base backup that is being taken is not replayed.
     */
    private static final String BEHIND = """
            select coalesce(application_name, 'a standby that this role may not see (grant pg_monitor)')
                   || ' has replayed ' || coalesce(replay_lsn::text, 'nothing that it tells')
            from pg_stat_replication r
            where not exists (select from pg_replication_slots s where s.active_pid = r.pid and s.slot_type = 'logical')
              and coalesce(state, '') <> 'backup'
              and coalesce(replay_lsn < ?::pg_lsn, true)
              and coalesce(application_name <> all (?), true)
            union all
            select slot_name || ' is away' from pg_replication_slots
            where slot_type = 'physical' and not active and restart_lsn is not null
              and restart_lsn < ?::pg_lsn and slot_name::text <> all (?)
            union all
            select 'the write-ahead log is not on the disk yet' where pg_current_wal_flush_lsn() < ?::pg_lsn
            """;

    private Standbys() {}

    /** How far the write-ahead log has been written. */
    public static String written(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITTEN);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getString(1);
        }
    }

    /**
     * Those that have not replayed so much, each in words; empty when all have.
     *
     * @param ignored names of receivers and slots that never become a primary
     */
    public static List<String> behind(Connection connection, String written, Collection<String> ignored)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEHIND)) {
            statement.setString(1, written);
            statement.setArray(2, connection.createArrayOf("text", ignored.toArray()));
            statement.setString(3, written);
            statement.setArray(4, connection.createArrayOf("text", ignored.toArray()));
            statement.setString(5, written);
            List<String> behind = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    behind.add(result.getString(1));
                }
            }
            return behind;
        }
    }
}
