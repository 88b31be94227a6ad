package io.attestore.server.store;

import io.attestore.cryptography.group.GroupKeyException;
import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.root.RootKey;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.server.settings.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens the file of group keys of a store, or makes it for a new one. */
public final class GroupKeyFiles {

    private static final String ANY_GROUPED_KEY = "select exists (select from key_row where group_no is not null)";

    private GroupKeyFiles() {}

    /**
     * @param groups how many groups a new store has
     * @throws WrongRootKeyException if the file is under another root key, or is missing although keys in the database are
     *     under keys of it
     * @throws GroupKeyException if it cannot be used
     */
    public static GroupKeyFile open(
            StoreSettings store, int groups, RootKey rootKey, DataSource database, SecureRandom random) {
        boolean missing = Files.notExists(store.keys().resolve(GroupKeyFile.NAME));
        if (missing && hasGroupedKeys(database)) {
            throw new WrongRootKeyException(
                    "There are no group keys " + store.keys().resolve(GroupKeyFile.NAME)
                            + ", and the keys in the database are under them: put them in their place (import-keys, if they were"
                            + " exported). Servers on one database share attestore.keys-directory");
        }
        try {
            return GroupKeyFile.openOrCreate(store.keys(), groups, rootKey, random);
        } catch (GroupKeyException unusable) {
            if (unusable.isOfOtherRootKey()) {
                throw new WrongRootKeyException(
                        "The root key " + store.rootKey()
                                + " is not the one that the keys in the database are wrapped under: put the right one in its place");
            }
            throw unusable;
        }
    }

    /**
     * Opens the file of a store that is there already, for whoever only unwraps.
     *
     * @throws GroupKeyException if it cannot be used
     */
    public static GroupKeyFile openExisting(StoreSettings store, RootKey rootKey, SecureRandom random) {
        Path file = store.keys().resolve(GroupKeyFile.NAME);
        if (Files.notExists(file)) {
            throw new WrongRootKeyException("There are no group keys " + file
                    + ": name their directory (attestore.keys-directory), or, if the store was last used by an older"
                    + " version, start the server on it first");
        }
        return GroupKeyFile.open(file, rootKey, random);
    }

    private static boolean hasGroupedKeys(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANY_GROUPED_KEY);
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw new LogUnavailableException("The key table could not be read", e);
        }
    }
}
