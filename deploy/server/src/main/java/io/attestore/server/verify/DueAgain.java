package io.attestore.server.verify;

import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.events.log.LogUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;

/** Notes anew that groups are due whose notes were taken away, so that they are rolled after all. */
public final class DueAgain implements DestructionCheck.Overlooked {

    private final DataSource dataSource;
    private final IntUnaryOperator newestGeneration;

    /** @param newestGeneration of a group's key, for one that the database has forgotten altogether */
    public DueAgain(DataSource dataSource, IntUnaryOperator newestGeneration) {
        this.dataSource = dataSource;
        this.newestGeneration = newestGeneration;
    }

    @Override
    public void found(int group, Instant since) {
        try (Connection connection = dataSource.getConnection()) {
            KeyGroupRolls.dueAgain(connection, group, newestGeneration.applyAsInt(group), since);
        } catch (SQLException e) {
            throw new LogUnavailableException("A group of keys could not be noted as due", e);
        }
    }
}
