package io.attestore.server.bench;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the same bytes cost without us: plain JDBC, one transaction per read that inserts its two rows, no order, no
 * chain. Its table has the log's columns and one primary key, in the same database under the same safety settings.
 */
final class JdbcBaseline {

    private static final String CREATE = """
            drop table if exists bench_baseline;
            create table bench_baseline(
              position bigint generated always as identity primary key,
              event_id text not null, type text not null, version text not null,
              occurred_at timestamptz not null, tags text[] not null,
              metadata bytea not null, payload bytea not null, hash bytea not null)
            """;
    private static final String INSERT = """
            insert into bench_baseline(event_id, type, version, occurred_at, tags, metadata, payload, hash)
            values (?, ?, '1', ?, '{}', ?, ?, ?), (?, ?, '1', ?, '{}', ?, ?, ?)
            """;

    private final DataSource database;
    private final Sizes sizes;

    /** The average sizes, in bytes, of the rows that an audited read writes, taken from the log itself. */
    record Sizes(int metadata, int readPayload, int keyUsedPayload) {}

    JdbcBaseline(DataSource database, Sizes sizes) throws SQLException {
        this.database = database;
        this.sizes = sizes;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    Load.Worker open(int index) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(true);
        PreparedStatement insert = connection.prepareStatement(INSERT);
        byte[] metadata = bytes(sizes.metadata());
        byte[] readPayload = bytes(sizes.readPayload());
        byte[] keyUsedPayload = bytes(sizes.keyUsedPayload());
        byte[] hash = bytes(32);
        return new Load.Worker() {
            @Override
            public void once() throws SQLException {
                row(0, "ssm.ParameterRead", readPayload);
                row(6, "kms.KeyUsed", keyUsedPayload);
                insert.executeUpdate();
            }

            private void row(int offset, String type, byte[] payload) throws SQLException {
                insert.setString(offset + 1, UUID.randomUUID().toString());
                insert.setString(offset + 2, type);
                insert.setTimestamp(offset + 3, new Timestamp(System.currentTimeMillis()));
                insert.setBytes(offset + 4, metadata);
                insert.setBytes(offset + 5, payload);
                insert.setBytes(offset + 6, hash);
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    void drop() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table bench_baseline");
        }
    }

    /** Bytes that do not compress, as the log's do not. */
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
