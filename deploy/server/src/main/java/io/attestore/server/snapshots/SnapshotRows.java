package io.attestore.server.snapshots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of stored states. Safe for many threads. */
final class SnapshotRows {

    /** What is larger is neither stored nor read. */
    static final int BYTES_MAX = 1 << 20;

    private static final int MAC_BYTES_MAX = 64;

    /**
     * Each stored state with the positions of its tag that are beyond it. Parameters: the head, how many positions at
     * most, the keys, the type.
     */
    private static final String FIND = """
            select s.key, s.fold_version, s.position,
                   case when octet_length(s.bytes) <= %d then s.bytes end,
                   case when octet_length(s.mac) <= %d then s.mac end,
                   array(select t.position from event_tag t
                         where t.tag = s.key and t.position > s.position and t.position <= ?
                         order by t.position limit ?)
            from unnest(?) wanted(key) join state_snapshot s on s.key = wanted.key and s.type = ?""".formatted(BYTES_MAX, MAC_BYTES_MAX);

    private static final String STORE = """
            insert into state_snapshot as s (type, key, fold_version, position, bytes, mac) values (?, ?, ?, ?, ?, ?)
            on conflict (type, key) do update set fold_version = excluded.fold_version, position = excluded.position,
                                                  bytes = excluded.bytes, mac = excluded.mac
            where excluded.fold_version > s.fold_version
               or (excluded.fold_version = s.fold_version and excluded.position > s.position)""";

    private final JdbcTemplate reading;
    private final JdbcTemplate writing;
    private final TransactionTemplate transaction;

    /** @param reading for those who wait for an answer */
    SnapshotRows(DataSource reading, DataSource writing) {
        this.reading = new JdbcTemplate(reading);
        this.writing = new JdbcTemplate(writing);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(writing));
    }

    /** A row as it is there: nothing has been checked. */
    record Found(
            String key,
            int foldVersion,
            long position,
            byte @Nullable [] bytes,
            byte @Nullable [] mac,
            List<Long> since) {}

    /** A row to be stored. */
    record Row(String type, String key, int foldVersion, long position, byte[] bytes, byte[] mac) {}

    List<Found> find(String type, Collection<String> keys, long head, int sinceMax) {
        return reading.query(
                FIND,
                statement -> {
                    statement.setLong(1, head);
                    statement.setInt(2, sinceMax);
                    statement.setArray(3, statement.getConnection().createArrayOf("text", keys.toArray()));
                    statement.setString(4, type);
                },
                (row, _) -> found(row));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString(1), row.getInt(2), row.getLong(3), row.getBytes(4), row.getBytes(5), List.of((Long[])
                        row.getArray(6).getArray()));
    }

    /** Stores what is newer than what is there. Does not wait for the disk: what is lost is folded again. */
    void store(Collection<Row> rows) {
        transaction.executeWithoutResult(_ -> {
            writing.execute("set local synchronous_commit = off");
            writing.batchUpdate(
                    STORE,
                    rows.stream()
                            .map(row -> new Object[] {
                                row.type(), row.key(), row.foldVersion(), row.position(), row.bytes(), row.mac()
                            })
                            .toList());
        });
    }

    void clear() {
        writing.execute("truncate state_snapshot");
    }
}
