package io.attestore.eventlog.table;

import io.attestore.events.Bytes;
import io.attestore.events.log.KeyTable;
import io.attestore.events.log.LogUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The table of wrapped keys. Reading needs no transaction; {@link AppendFunction} writes. */
public final class KeyRows implements KeyTable {

    /** Characters of a row's id. */
    public static final int ID_LENGTH_MAX = 512;

    /** Bytes of a wrapped key. */
    public static final int WRAPPED_BYTES_MAX = 1 << 16;

    private static final String FIND = "select wrapped from key_row where id = ?";
    private static final String EXISTING = "select id from key_row where id = any(?)";

    private final DataSource dataSource;

    public KeyRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Bytes> find(String id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, id);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(Bytes.copyOf(result.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("The key table could not be read", e);
        }
    }

    /** Those of the ids that have a row. */
    public static Set<String> existing(Connection connection, Collection<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTING)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            Set<String> existing = new HashSet<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    existing.add(result.getString(1));
                }
            }
            return existing;
        }
    }
}
