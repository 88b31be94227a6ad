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
    void a_commit_that_waits_for_the_disk_is_accepted(String safe) throws SQLException {
        try (var database = TestDatabase.fresh();
                var connection = sessionWith(database, safe)) {
            assertThatCode(() -> SafetySettings.assertDurable(connection)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void a_commit_that_does_not_wait_for_every_disk_is_refused(String unsafe) throws SQLException {
        try (var database = TestDatabase.fresh();
                var connection = sessionWith(database, unsafe)) {
            assertThatThrownBy(() -> SafetySettings.assertDurable(connection))
                    .isInstanceOf(UnsafeDatabaseException.class)
                    .hasMessageContaining("synchronous_commit = " + unsafe)
                    .hasMessageContaining("Set synchronous_commit = on");
        }
    }

    @Test
    void a_database_whose_own_default_is_unsafe_is_refused() throws SQLException {
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
