package io.attestore.server.wiring;

import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.postgres.DataDirectoryLock;
import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.PostgresSettings;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.store.Database;
import io.attestore.server.store.RootKeyCheck;
import io.attestore.server.store.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the whole server stands on: the claim on the data directory, the root key and the database. It is laid before
 * anything is wired, since a database takes about as long to come up as all the rest: it does so meanwhile, in a thread
 * of its own, and only who asks for it waits.
 */
public final class Ground implements AutoCloseable {

    private final DataDirectoryLock lock;
    private final RootKey rootKey;
    private final CompletableFuture<Database> database;
    private final CompletableFuture<Void> tables;

    private Ground(DataDirectoryLock lock, RootKey rootKey, CompletableFuture<Database> database) {
        this.lock = lock;
        this.rootKey = rootKey;
        this.database = database;
        this.tables = database.thenAccept(Tables::migrate);
    }

    /** Claims the data directory, reads or makes the root key and begins to start the database, in this order. */
    public static Ground lay(Environment environment, Progress progress) {
        Binder settings = Binder.get(environment);
        StoreSettings store = settings.bindOrCreate("attestore", StoreSettings.class);
        JdbcSettings jdbc = settings.bindOrCreate("attestore.jdbc", JdbcSettings.class);
        PostgresSettings postgres = settings.bindOrCreate("attestore.postgres", PostgresSettings.class);
        DataDirectoryLock lock = DataDirectoryLock.acquire(store.data());
        try {
            RootKey rootKey = rootKey(store, progress);
            return new Ground(lock, rootKey, opening(store, jdbc, postgres, progress));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static RootKey rootKey(StoreSettings store, Progress progress) {
        RootKeyCheck.requireNoneLost(store);
        try {
            boolean missing = Files.notExists(store.rootKey());
            RootKey rootKey = RootKeyFile.loadOrCreate(store.rootKey(), new SecureRandom());
            if (missing) {
                progress.tell("Made the root key " + store.rootKey() + ": keep a copy of it in a safe place");
            }
            return rootKey;
        } catch (IOException e) {
            throw new UncheckedIOException("The root key file " + store.rootKey() + " cannot be used", e);
        }
    }

    private static CompletableFuture<Database> opening(
            StoreSettings store, JdbcSettings jdbc, PostgresSettings postgres, Progress progress) {
        return CompletableFuture.supplyAsync(
                () -> Database.open(store, jdbc, postgres, progress::tell),
                task -> Thread.ofPlatform().name("database-start").daemon().start(task));
    }

    public RootKey rootKey() {
        return rootKey;
    }

    /** The database, once it is there; what kept it from coming up is thrown as it is. */
    public Database database() {
        return outcome(database);
    }

    /** Waits until the tables beside the log's are up to date, which they are brought while the log is being opened. */
    public void awaitTables() {
        outcome(tables);
    }

    private static <T> T outcome(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Gives everything back, a database that was still on its way included. */
    @Override
    public void close() {
        try {
            tables.handle((done, failed) -> done).join();
            if (!database.isCompletedExceptionally()) {
                database.join().close();
            }
        } finally {
            rootKey.close();
            lock.close();
        }
    }
}
