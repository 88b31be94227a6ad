package io.attestore.server.store;

import static java.util.stream.Collectors.joining;

import io.attestore.cryptography.group.DirectoryMarks;
import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.eventlog.table.KeysDirectoryRow;
import io.attestore.eventlog.table.KeysDirectoryRow.Known;
import io.attestore.events.log.LogUnavailableException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Holds the directory of keys and the database to each other, by a mark that both have and that moves on with every
 * roll ({@link DirectoryMarks}). What is not <i>the</i> directory is refused, at a start, at a roll, and at each look
 * between: what is rolled in one directory the keys of another do not open, and a key that another keeps is not
 * destroyed.
 *
 * <p>The mark moves when the next keys are on the disk and before anything is under them: a copy of before has
 * neither. First the directory has both marks, then the database gets the new one; the old one goes when every
 * standby has replayed that. A server may end between any two of these. Safe for many threads; several servers may
 * share the directory.
 */
public final class KeysDirectoryClaim {

    private static final int GROUPS_NAMED_MAX = 10;

    private static final String WHAT_TO_DO = "Servers on one database share one directory: name that one"
            + " (attestore.keys-directory), and delete this one, which may hold keys that were destroyed. Only if that one"
            + " is lost, make this one the store's: export-keys from it, import-keys into an empty directory; what was"
            + " rolled since cannot be opened then";

    private final GroupKeyFile file;
    private final Path directory;
    private final SecureRandom random;

    public KeysDirectoryClaim(GroupKeyFile file, Path directory, SecureRandom random) {
        this.file = file;
        this.directory = directory.toAbsolutePath().normalize();
        this.random = random;
    }

    /**
     * At a start. A new directory becomes the one of a database that knows none, and one that was put back from an
     * export takes the place of the one before.
     *
     * @param progress is told what an operator has to know
     * @throws OtherKeysDirectoryException if it is not the one that the database means
     */
    public void claim(DataSource database, Consumer<String> progress) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                KeysDirectoryRow.lock(connection);
                claim(connection, progress);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("Whether this is the directory of keys could not be asked", e);
        }
    }

    private void claim(Connection connection, Consumer<String> progress) throws SQLException {
        Optional<Known> known = KeysDirectoryRow.find(connection);
        DirectoryMarks marks = file.marks();
        if (known.isPresent() && marks.have(known.get().mark())) {
            if (marks.restored()) {
                // A start has ended when the database knew already: a copy must not take the place once more.
                file.mark(new DirectoryMarks(marks.older(), marks.newer(), false));
            }
            return;
        }
        if (known.isPresent() && !marks.restored()) {
            throw isAnother(known.get());
        }
        List<Integer> missing = withoutKeyInForce(connection);
        if (!missing.isEmpty()) {
            tellOrRefuse(missing, marks.restored(), progress);
        }
        String mark = DirectoryMarks.random(random);
        file.mark(new DirectoryMarks(Optional.empty(), Optional.of(mark), marks.restored()));
        KeysDirectoryRow.put(connection, mark, directory.toString());
        connection.commit();
        file.mark(DirectoryMarks.of(mark));
        if (marks.restored()) {
            progress.accept("The keys that were put back into " + directory + " are the store's from now on;"
                    + " every other copy of the directory is refused");
        }
    }

    /**
     * Now and then, and before a roll.
     *
     * @throws OtherKeysDirectoryException if the database means another directory by now
     */
    public void require(Connection connection) throws SQLException {
        Optional<Known> known = KeysDirectoryRow.find(connection);
        Optional<Known> before;
        do {
            before = known;
            if (known.isPresent() && file.marks().have(known.get().mark())) {
                return;
            }
            // Between the two looks it may have moved on, in both.
            known = KeysDirectoryRow.find(connection);
        } while (!known.equals(before));
        throw known.map(this::isAnother).orElseGet(this::isForgotten);
    }

    /**
     * In a roll, when the next keys are on the disk and nothing is under them.
     *
     * @throws OtherKeysDirectoryException if the database means another directory by now
     */
    public void moveOn(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            KeysDirectoryRow.lock(connection);
            require(connection);
            Known known = KeysDirectoryRow.find(connection).orElseThrow(this::isForgotten);
            String next = DirectoryMarks.random(random);
            file.mark(new DirectoryMarks(Optional.of(known.mark()), Optional.of(next), false));
            KeysDirectoryRow.put(connection, next, directory.toString());
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** In a roll, when every standby has replayed that the mark has moved on: the one before is nobody's any more. */
    public void settle(Connection connection) throws SQLException {
        DirectoryMarks marks = file.marks();
        Optional<String> known = KeysDirectoryRow.find(connection).map(Known::mark);
        if (marks.older().isPresent() && known.isPresent() && known.equals(marks.newer())) {
            file.mark(DirectoryMarks.of(known.get()));
        }
    }

    private List<Integer> withoutKeyInForce(Connection connection) throws SQLException {
        return KeysDirectoryRow.inForce(connection).entrySet().stream()
                .filter(group -> !hasKey(group.getKey(), group.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean hasKey(int group, long generation) {
        return group >= 0
                && group < file.groups()
                && generation > 0
                && generation <= Integer.MAX_VALUE
                && file.holds(new GroupGeneration(group, (int) generation));
    }

    /** From a backup of two moments the rest can still be read: whoever puts it back is told what cannot. */
    private void tellOrRefuse(List<Integer> missing, boolean restored, Consumer<String> progress) {
        String groups = missing.size() + " groups of keys ("
                + missing.stream().limit(GROUPS_NAMED_MAX).map(String::valueOf).collect(joining(", "))
                + (missing.size() > GROUPS_NAMED_MAX ? ", …" : "") + ")";
        if (!restored) {
            throw new OtherKeysDirectoryException("The directory of keys " + directory + " has not the keys of "
                    + groups + " that rows of the database are under: it is an old copy, or another store's. "
                    + WHAT_TO_DO);
        }
        progress.accept("The keys that were put back are not of the same time as the database: of " + groups
                + " the keys in force are missing, and what is under them cannot be opened");
    }

    private OtherKeysDirectoryException isAnother(Known known) {
        return new OtherKeysDirectoryException(
                "The directory of keys " + directory + " is not the one that the database"
                        + " means: it is a copy that was left behind, or the database was put back to an earlier time. By the"
                        + " database, groups of keys rolled last at " + known.movedAt()
                        + ", by a server that called the directory "
                        + known.directory() + ". " + WHAT_TO_DO);
    }

    private OtherKeysDirectoryException isForgotten() {
        return new OtherKeysDirectoryException("The database has forgotten which directory of keys is its own, and this"
                + " server has claimed " + directory + ": somebody has changed the table keys_directory."
                + " Look who, then start the servers anew");
    }
}
