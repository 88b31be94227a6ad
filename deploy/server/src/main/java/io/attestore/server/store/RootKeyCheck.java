package io.attestore.server.store;

import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.server.settings.StoreSettings;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Whether a root key is the one of the store. Under another one nothing that is there could be opened, and what is added
 * could not be opened by those who have the right one: such a node must not start.
 */
public final class RootKeyCheck {

    /** Every store has one from its first start on. */
    private static final String ANY_ACCESS_KEY =
            "select id, wrapped from key_row where id like 'iam/access-key/%' order by id limit 16";

    private RootKeyCheck() {}

    /**
     * Call it before a missing root key is made.
     *
     * @throws WrongRootKeyException if the data directory shows that there was one
     */
    public static void requireNoneLost(StoreSettings store) {
        boolean used = Files.exists(store.anchors()) || Files.exists(store.postgres());
        if (used && Files.notExists(store.rootKey())) {
            throw new WrongRootKeyException("The root key file " + store.rootKey() + " is missing, but " + store.data()
                    + " holds what was sealed under it: put the copy of the root key in its place");
        }
    }

    /**
     * @throws WrongRootKeyException if the keys in the database are wrapped under another root key
     * @throws LogUnavailableException if the database does not answer
     */
    public static void requireSame(RootKey rootKey, GroupKeys groupKeys, DataSource database, StoreSettings store) {
        boolean same;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANY_ACCESS_KEY);
                ResultSet row = statement.executeQuery()) {
            boolean any = row.next();
            same = !any;
            for (boolean more = any; more && !same; more = row.next()) {
                same = opens(row.getString(1), row.getBytes(2), rootKey, groupKeys);
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("The key table could not be read", e);
        }
        if (!same) {
            throw new WrongRootKeyException(
                    "The root key " + store.rootKey() + " and the group keys in " + store.keys()
                            + " are not the ones that the keys in the database are wrapped under: put the right ones in their place");
        }
    }

    /** A store of a version before group keys is not refused: it is about to be moved. */
    private static boolean opens(String rowId, byte[] wrapped, RootKey rootKey, GroupKeys groupKeys) {
        try {
            if (GroupGeneration.of(wrapped).isPresent()) {
                return groupKeys.opens(rowId, wrapped);
            }
            rootKey.unwrapSecret(rowId, wrapped).close();
            return true;
        } catch (UnwrapException other) {
            return false;
        }
    }
}
