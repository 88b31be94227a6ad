package io.attestore.proof.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRows;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;

/**
 * Makes of a stopped server's data directory what the version left that knew no MACs; its keys stay as they are wrapped
 * now, which is another test's matter.
 */
final class StoreOfBefore {

    private static final String TAKE_BACK = """
            alter table event_log drop constraint event_log_has_mac;
            alter table event_log drop column mac;
            drop function event_log_append;
            drop trigger event_log_no_truncate on event_log_0;
            drop trigger event_log_no_truncate on event_log_10000000;
            drop trigger key_row_in_force on key_row;
            drop trigger key_row_destroyed on key_row;
            drop function key_row_require_in_force;
            drop function key_row_note_destruction;
            drop table key_group;
            drop table keys_directory;
            drop index key_row_group, key_row_ungrouped;
            alter table key_row drop column group_no, drop column generation;
            delete from event_log_schema_history where version in ('3', '4', '5');
            delete from log_anchor;
            """;

    private StoreOfBefore() {}

    static void make(Path data) throws Exception {
        LogHead head;
        try (EmbeddedPostgres database = start(data)) {
            head = takeBack(database.connection());
        }
        Files.delete(data.resolve("keys/authentication.keys"));
        Files.delete(data.resolve("anchors"));
        try (RootKey rootKey = RootKeyFile.load(data.resolve("root.key"));
                Authenticator authenticator = rootKey.authenticator("log anchors")) {
            LogAnchors.open(data.resolve("anchors"), authenticator::tag).append(head, Instant.now());
        }
    }

    /** Makes the database what that version left; answers the log's head. */
    static LogHead takeBack(ConnectionSettings database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TAKE_BACK + script("V2__event_log_append.sql"));
            return LogRows.head(connection);
        }
    }

    static long count(Path data, String query) throws Exception {
        try (EmbeddedPostgres database = start(data);
                Connection connection = database.connection().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static EmbeddedPostgres start(Path data) {
        return EmbeddedPostgres.start(EmbeddedPostgresSettings.in(data.resolve("postgres")));
    }

    private static String script(String name) throws Exception {
        try (InputStream script = LogRows.class.getResourceAsStream("/db/migration/event-log/" + name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        }
    }
}
