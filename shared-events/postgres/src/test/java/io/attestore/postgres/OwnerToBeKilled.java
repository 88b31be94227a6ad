package io.attestore.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A JVM that starts a server, commits a row and dies with no chance to clean up, as under {@code kill -9}. */
final class OwnerToBeKilled {

    static final int HALTED = 77;

    private OwnerToBeKilled() {}

    public static void main(String[] arguments) throws SQLException {
        var settings = EmbeddedPostgresSettings.in(Path.of(arguments[0])).withSharedBuffersMegabytes(16);
        var server = EmbeddedPostgres.start(settings);
        try (Connection connection = server.connection().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept(word text)");
            statement.execute("insert into kept values ('committed before the kill')");
        }
        Runtime.getRuntime().halt(HALTED);
    }
}
