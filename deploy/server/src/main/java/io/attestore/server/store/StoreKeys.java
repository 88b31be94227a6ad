package io.attestore.server.store;

import static java.util.stream.Collectors.toMap;

import io.attestore.cryptography.authentication.AuthenticationKeys;
import io.attestore.cryptography.authentication.AuthenticationKeysFile;
import io.attestore.cryptography.authentication.LogSealing;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.seal.RowMacs;
import io.attestore.eventlog.seal.SealRefusedException;
import io.attestore.eventlog.seal.SealState;
import io.attestore.eventlog.table.LogHead;
import io.attestore.server.settings.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store's keys of authentication as a server uses them: for the MACs of the log's rows, and for whatever else the
 * store has to know again. They are there as soon as the log is open, and for as long as the store exists. Safe for many
 * threads.
 */
public final class StoreKeys implements LogSeal, AutoCloseable {

    private static final String ROW_PURPOSE = "log events";

    private final StoreSettings store;
    private final AuthenticationKeysFile file;
    private final boolean sealsAsFound;
    private final SecureRandom random;
    private Optional<AuthenticationKeysFile.Content> content = Optional.empty();

    /**
     * @param sealsAsFound whether a log that is not sealed is believed without anchors: the database lies in the store's own
     *     data directory, or the operator says so
     */
    public StoreKeys(StoreSettings store, RootKey rootKey, boolean sealsAsFound, SecureRandom random) {
        this.store = store;
        this.file = new AuthenticationKeysFile(store.keys(), rootKey);
        this.sealsAsFound = sealsAsFound;
        this.random = random;
    }

    @Override
    public synchronized SealState state() {
        Optional<AuthenticationKeysFile.Content> now = current();
        if (now.isEmpty()) {
            return new SealState.Unsealed();
        }
        return switch (now.get().sealing()) {
            case LogSealing.Begun begun ->
                new SealState.Sealing(
                        new LogHead(begun.through(), HexFormat.of().parseHex(begun.hashHex())));
            case LogSealing.Complete complete -> new SealState.Sealed();
        };
    }

    /**
     * {@inheritDoc}
     *
     * <p>A log that is there already is sealed by a server that has known it before: its data directory has the
     * database, or signed heads of the log, which are verified first. Otherwise whoever owns the database could let a
     * new server seal what he wrote.
     */
    @Override
    public synchronized void begin(LogHead through) {
        boolean isNew = through.equals(LogHead.EMPTY);
        if (!isNew && !sealsAsFound && !hasAnchors()) {
            throw new SealRefusedException("The log in the database is not sealed yet, and nothing in " + store.data()
                    + " shows that it is this server's: start the server first that has its anchors, and give this one"
                    + " the same directory of keys, now " + store.keys()
                    + ". If the anchors are lost, and you trust what is"
                    + " in the database, start once with attestore.log.seal-without-anchors=true: the log is sealed as it is"
                    + " found, and an event says so");
        }
        LogSealing sealing =
                isNew ? new LogSealing.Complete(-1) : new LogSealing.Begun(through.position(), through.hex());
        var made = new AuthenticationKeysFile.Content(AuthenticationKeys.generate(random), sealing);
        if (!file.create(made, random)) {
            made.keys().close();
            throw new SealRefusedException("The keys of authentication " + file.path()
                    + " were just made for another log: each store needs a directory of keys of its own");
        }
        content = Optional.of(made);
    }

    @Override
    public synchronized void complete() {
        AuthenticationKeysFile.Content now = required();
        if (now.sealing() instanceof LogSealing.Begun begun) {
            var done = new AuthenticationKeysFile.Content(now.keys(), new LogSealing.Complete(begun.through()));
            file.replace(done, random);
            content = Optional.of(done);
        }
    }

    @Override
    public synchronized RowMacs macs() {
        Map<Long, Authenticator> keys = required().keys().byPosition(ROW_PURPOSE);
        return new RowMacs(
                keys.entrySet().stream().collect(toMap(Map.Entry::getKey, key -> key.getValue()::forOneThread)));
    }

    /** Tags by the newest key for one purpose; whoever receives it closes it. */
    public synchronized Authenticator authenticator(String purpose) {
        return required().keys().authenticator(purpose);
    }

    /** As {@link #authenticator}, of every version, oldest first; none while there are no keys. */
    synchronized List<Authenticator> versions(String purpose) {
        return current()
                .map(now -> List.copyOf(now.keys().byPosition(purpose).values()))
                .orElse(List.of());
    }

    @Override
    public synchronized void close() {
        content.ifPresent(now -> now.keys().close());
        content = Optional.empty();
    }

    /** That the log is sealed is never taken back; all else another server may have changed. */
    private Optional<AuthenticationKeysFile.Content> current() {
        boolean isFinal = content.isPresent() && content.get().sealing() instanceof LogSealing.Complete;
        if (!isFinal) {
            content.ifPresent(before -> before.keys().close());
            content = file.read();
        }
        return content;
    }

    private AuthenticationKeysFile.Content required() {
        return current()
                .orElseThrow(
                        () -> new IllegalStateException("There are no keys of authentication yet: " + file.path()));
    }

    private boolean hasAnchors() {
        try {
            return Files.exists(store.anchors()) && Files.size(store.anchors()) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor file cannot be read: " + store.anchors(), e);
        }
    }
}
