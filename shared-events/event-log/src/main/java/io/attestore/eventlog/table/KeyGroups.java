package io.attestore.eventlog.table;

import io.attestore.events.log.KeyGroupTable;
import io.attestore.events.log.LogUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** The table of key groups, as whoever wraps keys needs it. {@link KeyGroupRolls} is what changes it. */
public final class KeyGroups implements KeyGroupTable {

    /** How the database says that an added row is under a key that is not in force. */
    public static final String NOT_IN_FORCE = "KG001";

    private static final String GENERATION = "select generation from key_group where group_no = ?";

    private static final String IN_FORCE = "select group_no, generation from key_group where group_no = any (?)";

    private final DataSource dataSource;
    private final LongSupplier refusals;

    public KeyGroups(DataSource dataSource, LongSupplier refusals) {
        this.dataSource = dataSource;
        this.refusals = refusals;
    }

    @Override
    public OptionalInt generation(int group) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(GENERATION)) {
            statement.setInt(1, group);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? OptionalInt.of(result.getInt(1)) : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("The table of key groups could not be read", e);
        }
    }

    /** Of these groups, those that have had a row, with the generation in force. */
    public static Map<Integer, Long> inForce(Connection connection, Collection<Integer> groups) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IN_FORCE)) {
            statement.setArray(1, connection.createArrayOf("int4", groups.toArray()));
            Map<Integer, Long> inForce = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    inForce.put(result.getInt(1), result.getLong(2));
                }
            }
            return inForce;
        }
    }

    @Override
    public long refusals() {
        return refusals.getAsLong();
    }
}
