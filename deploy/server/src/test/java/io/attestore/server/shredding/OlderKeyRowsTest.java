package io.attestore.server.shredding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.entities.vault.KeyRowEffect;
import io.attestore.entities.vault.KeyRowEffect.Made;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.shredding.KeyRowsGrouped;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.RunningServer;
import io.attestore.server.store.RunningDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A data directory of a version whose keys were wrapped under the root key. */
class OlderKeyRowsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> SETTINGS = Map.of("attestore.shredding.groups", "8");

    @TempDir
    Path folder;

    @Test
    void its_keys_are_moved_under_group_keys_once_and_its_values_open() throws Exception {
        try (RunningServer server = RunningServer.start(folder, SETTINGS);
                SsmClient ssm = server.client(SsmClient.builder())) {
            put(ssm, "/secure", ParameterType.SECURE_STRING);
            put(ssm, "/plain", ParameterType.STRING);
            asAnOlderVersionHasIt(server.bean(PostgresEventLog.class).read(0, 1_000));
        }
        Files.delete(folder.resolve("keys").resolve(GroupKeyFile.NAME));

        try (RunningServer server = RunningServer.start(folder, SETTINGS);
                SsmClient ssm = server.client(SsmClient.builder())) {
            assertThat(valueOf(ssm, "/secure")).isEqualTo("value of /secure");
            assertThat(valueOf(ssm, "/plain")).isEqualTo("value of /plain");
            assertThat(column("select count(*) from key_row where group_no is null"))
                    .isEqualTo("0");
            assertThat(column("select count(*) from key_group where generation = 1"))
                    .isNotEqualTo("0");
            assertThat(grouped(server)).singleElement().satisfies(event -> {
                assertThat(event.rows()).isEqualTo(4);
                assertThat(event.unnamed()).isZero();
            });
            ssm.deleteParameter(request -> request.name("/secure"));
            server.bean(Shredder.class).rollAll(RollWatch.NONE);
            assertThat(server.bean(Shredder.class).status().dueGroups()).isZero();
            assertThat(valueOf(ssm, "/plain")).isEqualTo("value of /plain");
        }
        try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
            assertThat(server.progress()).noneMatch(line -> line.startsWith("Moving"));
            assertThat(grouped(server)).hasSize(1);
        }
    }

    /** Puts into the rows what the version before would have, and forgets groups. */
    private void asAnOlderVersionHasIt(List<RecordedEvent> events) throws Exception {
        try (RootKey rootKey = RootKeyFile.load(folder.resolve("root.key"));
                GroupKeyFile file = GroupKeyFile.openOrCreate(folder.resolve("keys"), 8, rootKey, RANDOM);
                Connection connection = connect();
                PreparedStatement find = connection.prepareStatement("select wrapped from key_row where id = ?");
                PreparedStatement change = connection.prepareStatement("update key_row set wrapped = ? where id = ?");
                Statement statement = connection.createStatement()) {
            GroupKeys keys = GroupKeys.unwrapping(file, RANDOM);
            for (RecordedEvent event : events) {
                for (Made made : madeBy(event)) {
                    find.setString(1, made.rowId());
                    try (ResultSet row = find.executeQuery()) {
                        row.next();
                        change.setBytes(1, older(made, row.getBytes(1), rootKey, keys));
                    }
                    change.setString(2, made.rowId());
                    change.executeUpdate();
                }
            }
            statement.execute("delete from key_group");
            statement.execute("delete from keys_directory");
        }
    }

    private static List<Made> madeBy(RecordedEvent event) {
        return KeyRowEffect.of(event.event()).stream()
                .filter(Made.class::isInstance)
                .map(Made.class::cast)
                .toList();
    }

    private static byte[] older(Made key, byte[] wrapped, RootKey rootKey, GroupKeys keys) {
        return switch (key.kind()) {
            case KEY_MATERIAL ->
                rootKey.wrap(key.rowId(), keys.unwrapKeyMaterial(key.rowId(), key.purpose(), wrapped), RANDOM);
            case DATA_KEY -> rootKey.wrap(key.rowId(), keys.unwrapDataKey(key.rowId(), key.purpose(), wrapped), RANDOM);
            case OTHER_SECRET ->
                rootKey.wrap(key.rowId(), keys.unwrapSecret(key.rowId(), key.purpose(), wrapped), RANDOM);
        };
    }

    private Connection connect() throws SQLException {
        ConnectionSettings running =
                RunningDatabase.read(folder.resolve("database")).orElseThrow();
        return running.connect();
    }

    private String column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void put(SsmClient ssm, String name, ParameterType type) {
        ssm.putParameter(request -> request.name(name).value("value of " + name).type(type));
    }

    private static String valueOf(SsmClient ssm, String name) {
        return ssm.getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
    }

    private static List<KeyRowsGrouped> grouped(RunningServer server) {
        return events(server, KeyRowsGrouped.class);
    }

    private static <E> List<E> events(RunningServer server, Class<E> type) {
        return server.bean(PostgresEventLog.class).read(0, 10_000).stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
