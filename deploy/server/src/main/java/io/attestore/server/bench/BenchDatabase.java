package io.attestore.server.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.bench.JdbcBaseline.Sizes;
import io.attestore.server.store.RunningDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database of the measured server, for the baseline beside it. */
record BenchDatabase(HikariDataSource dataSource) implements AutoCloseable {

    private static final String SIZES = """
            select coalesce(avg(length(metadata)) filter (where type = 'ssm.ParameterRead'), 0)::int,
                   coalesce(avg(length(payload)) filter (where type = 'ssm.ParameterRead'), 0)::int,
                   coalesce(avg(length(payload)) filter (where type = 'kms.KeyUsed'), 0)::int
            from (select type, metadata, payload from event_log order by position desc limit 10000) newest
            """;

    static BenchDatabase of(Path dataDirectory, int connections) {
        ConnectionSettings settings = RunningDatabase.read(dataDirectory.resolve("database"))
                .orElseThrow(() -> new IllegalStateException("The measured server has no embedded database"));
        return new BenchDatabase(settings.openPool("bench", connections));
    }

    /** The average sizes of what the newest reads have written. */
    static Sizes sizesOfARead(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SIZES)) {
            row.next();
            return new Sizes(row.getInt(1), row.getInt(2), row.getInt(3));
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
