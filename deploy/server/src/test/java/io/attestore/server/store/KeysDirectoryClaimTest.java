package io.attestore.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.cryptography.group.DirectoryMarks;
import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.root.RootKey;
import io.attestore.eventlog.table.KeysDirectoryRow;
import io.attestore.eventlog.table.LogSchema;
import io.attestore.postgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of keys and a database know each other, and no copy that was left behind. */
class KeysDirectoryClaimTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUPS = 4;

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final RootKey rootKey = RootKey.generate(RANDOM);
    private final List<GroupKeyFile> files = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private HikariDataSource pool;
    private KeysDirectoryClaim claim;

    @BeforeEach
    void claimNew() {
        pool = database.dataSource();
        LogSchema.migrate(pool);
        claim = claimOf("keys");
        claim.claim(pool, told::add);
    }

    @AfterEach
    void close() {
        files.forEach(GroupKeyFile::close);
        rootKey.close();
        database.close();
    }

    @Test
    void whoever_shares_the_directory_is_let_in_before_and_after_it_moves_on() throws Exception {
        KeysDirectoryClaim other = claimOf("keys");
        other.claim(pool, told::add);
        with(claim::moveOn);
        with(other::require);
        with(other::moveOn);
        with(claim::require);
        with(claim::settle);
        claimOf("keys").claim(pool, told::add);
        assertThat(told).isEmpty();
    }

    @Test
    void a_copy_is_refused_as_soon_as_the_one_has_moved_on() throws Exception {
        copy("keys", "copy");
        KeysDirectoryClaim copied = claimOf("copy");
        copied.claim(pool, told::add);
        with(copied::require);

        with(claim::moveOn);

        assertThatExceptionOfType(OtherKeysDirectoryException.class)
                .isThrownBy(() -> with(copied::require))
                .withMessageContaining("a copy that was left behind")
                .withMessageContaining(folder.resolve("keys").toString());
        assertThatExceptionOfType(OtherKeysDirectoryException.class).isThrownBy(() -> with(copied::moveOn));
        assertThatExceptionOfType(OtherKeysDirectoryException.class)
                .isThrownBy(() -> claimOf("copy").claim(pool, told::add))
                .withMessageContaining("attestore.keys-directory");
        with(claim::require);
    }

    @Test
    void of_two_copies_the_one_that_rolls_first_is_the_one() throws Exception {
        copy("keys", "copy");
        KeysDirectoryClaim copied = claimOf("copy");
        with(copied::moveOn);

        assertThatExceptionOfType(OtherKeysDirectoryException.class).isThrownBy(() -> with(claim::moveOn));
        with(copied::require);
    }

    @Test
    void a_database_that_was_promoted_without_the_newest_roll_is_let_in_until_every_standby_has_replayed_it()
            throws Exception {
        String before = known();
        with(claim::moveOn);
        execute("update keys_directory set mark = '" + before + "'");
        with(claim::require);
        with(claim::moveOn);
        with(claim::settle);

        execute("update keys_directory set mark = '" + before + "'");

        assertThatExceptionOfType(OtherKeysDirectoryException.class).isThrownBy(() -> with(claim::require));
    }

    @Test
    void a_server_that_ends_between_file_and_database_is_let_in_again() throws Exception {
        files.getFirst()
                .mark(new DirectoryMarks(Optional.of(known()), Optional.of(DirectoryMarks.random(RANDOM)), false));

        claimOf("keys").claim(pool, told::add);

        with(claim::require);
        with(claim::moveOn);
    }

    @Test
    void keys_that_were_put_back_take_the_place_once_even_if_the_server_ends_before_it_is_noted() throws Exception {
        GroupKeyFile file = files.getFirst();
        file.mark(new DirectoryMarks(Optional.empty(), Optional.of(known()), true));

        claimOf("keys").claim(pool, told::add);

        assertThat(file.marks()).isEqualTo(DirectoryMarks.of(known()));
    }

    @Test
    void keys_that_were_put_back_take_the_place_of_all_others() throws Exception {
        copy("keys", "restored");
        with(claim::moveOn);
        GroupKeyFile.markRestored(folder.resolve("restored").resolve(GroupKeyFile.NAME));
        KeysDirectoryClaim restored = claimOf("restored");

        restored.claim(pool, told::add);

        assertThat(told).singleElement().asString().contains("are the store's from now on");
        with(restored::moveOn);
        assertThatExceptionOfType(OtherKeysDirectoryException.class).isThrownBy(() -> with(claim::require));
        claimOf("restored").claim(pool, told::add);
    }

    @Test
    void keys_that_were_put_back_and_lack_some_of_those_in_force_are_taken_with_a_warning() throws Exception {
        copy("keys", "restored");
        GroupKeyFile file = files.getFirst();
        file.makeNext(List.of(new GroupGeneration(2, 1)));
        execute("insert into key_group (group_no, generation) values (1, 1), (2, 2)");
        GroupKeyFile.markRestored(folder.resolve("restored").resolve(GroupKeyFile.NAME));

        claimOf("restored").claim(pool, told::add);

        assertThat(told).anySatisfy(line -> assertThat(line).contains("1 groups of keys (2)", "cannot be opened"));
    }

    @Test
    void a_database_that_knows_no_directory_takes_none_that_lacks_keys_in_force() throws Exception {
        execute("delete from keys_directory");
        execute("insert into key_group (group_no, generation) values (3, 2)");

        assertThatExceptionOfType(OtherKeysDirectoryException.class)
                .isThrownBy(() -> claimOf("keys").claim(pool, told::add))
                .withMessageContaining("1 groups of keys (3)");
    }

    @Test
    void a_directory_that_the_database_has_forgotten_is_taken_at_the_next_start_only() throws Exception {
        execute("delete from keys_directory");

        assertThatExceptionOfType(OtherKeysDirectoryException.class)
                .isThrownBy(() -> with(claim::require))
                .withMessageContaining("somebody has changed the table keys_directory");
        assertThatCode(() -> claimOf("keys").claim(pool, told::add)).doesNotThrowAnyException();
        with(claim::require);
    }

    private interface Step {

        void on(Connection connection) throws SQLException;
    }

    private void with(Step step) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            step.on(connection);
        }
    }

    private String known() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return KeysDirectoryRow.find(connection).orElseThrow().mark();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private KeysDirectoryClaim claimOf(String name) {
        GroupKeyFile file = GroupKeyFile.openOrCreate(folder.resolve(name), GROUPS, rootKey, RANDOM);
        files.add(file);
        return new KeysDirectoryClaim(file, folder.resolve(name), RANDOM);
    }

    private void copy(String from, String to) throws Exception {
        Path target = folder.resolve(to);
        GroupKeyFile.openOrCreate(target, GROUPS, rootKey, RANDOM).close();
        Files.write(
                target.resolve(GroupKeyFile.NAME),
                Files.readAllBytes(folder.resolve(from).resolve(GroupKeyFile.NAME)));
    }
}
