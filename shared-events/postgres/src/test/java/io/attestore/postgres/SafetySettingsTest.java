package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetySettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"on", "remote_apply"})
    void aCommitThatWaitsForTheDiskIsAccepted(String safe) throws SQLException {
        try (var database = TestDatabase.fresh();
                var connection = sessionWith(database, safe)) {
            assertThatCode(() -> SafetySettings.assertDurable(connection)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void aCommitThatDoesNotWaitForEveryDiskIsRefused(String unsafe) throws SQLException {
        try (var database = TestDatabase.fresh();
                var connection = sessionWith(database, unsafe)) {
            assertThatThrownBy(() -> SafetySettings.assertDurable(connection))
                    .isInstanceOf(UnsafeDatabaseException.class)
                    .hasMessageContaining("synchronous_commit = " + unsafe)
                    .hasMessageContaining("Set synchronous_commit = on");
        }
    }

    @Test
    void aDatabaseWhoseOwnDefaultIsUnsafeIsRefused() throws SQLException {
        try (var database = TestDatabase.fresh()) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter database " + connection.getCatalog() + " set synchronous_commit = off");
            }
            try (Connection connection = database.settings().connect()) {
                assertThatThrownBy(() -> SafetySettings.assertDurable(connection))
                        .isInstanceOf(UnsafeDatabaseException.class);
            }
        }
    }

    private static Connection sessionWith(TestDatabase database, String synchronousCommit) throws SQLException {
        Connection connection = database.settings().connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = " + synchronousCommit);
        }
        return connection;
    }
}
