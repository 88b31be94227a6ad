package io.attestore.server.verify;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.seal.RowMacs;
import io.attestore.eventlog.seal.SealState;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.StoredEvents;
import io.attestore.eventlog.verification.VerificationResult;
import io.attestore.events.log.LogCheck.Pace;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.postgres.DataDirectoryLock;
import io.attestore.postgres.EmbeddedPostgresException;
import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.PostgresSettings;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.snapshots.StoredSnapshots;
import io.attestore.server.store.Database;
import io.attestore.server.store.GroupKeyFiles;
import io.attestore.server.store.LogConventions;
import io.attestore.server.store.RunningDatabase;
import io.attestore.server.store.StoreAnchors;
import io.attestore.server.store.StoreKeys;
import io.attestore.server.verify.StoreVerification.Extent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/**
 * Re-reads the whole log and tells whether it is whole, and whether what is kept beside it, or derived from it, is as it
 * says. Works beside a running server, in whose database it reads, and
 * without one, when it starts the embedded database for as long as it takes.
 */
public final class VerifyCommand {

    private static final int BROKEN = 1;
    private static final int CONNECTIONS = 2;
    private static final long POSITIONS_PER_LINE = 100_000;

    private final StoreSettings store;
    private final JdbcSettings jdbc;
    private final PostgresSettings postgres;
    private final Consumer<String> out;

    VerifyCommand(StoreSettings store, JdbcSettings jdbc, PostgresSettings postgres, Consumer<String> out) {
        this.store = store;
        this.jdbc = jdbc;
        this.postgres = postgres;
        this.out = out;
    }

    /**
     * Verifies the store that the settings name.
     *
     * @return the exit code: 0 if all is whole (also where no anchor covers it, which is said), 1 if it is not
     */
    public static int run(Map<String, String> settings, Consumer<String> out) {
        return VerifySettings.read(
                settings, (store, jdbc, postgres) -> new VerifyCommand(store, jdbc, postgres, out).run());
    }

    private int run() {
        if (!Files.isDirectory(store.data())) {
            throw new EmbeddedPostgresException("There is no data directory " + store.data());
        }
        if (jdbc.external().isPresent()) {
            return verifyOpened();
        }
        Optional<DataDirectoryLock> lock = lockUnlessRunning();
        if (lock.isPresent()) {
            try (DataDirectoryLock held = lock.get()) {
                return verifyOpened();
            }
        }
        return RunningDatabase.read(store.runningDatabase())
                .map(running -> {
                    out.accept("A server is running on " + store.data() + ": reading beside it");
                    try (HikariDataSource pool = running.openPool("attestore-verify", CONNECTIONS)) {
                        return verify(pool);
                    }
                })
                .orElseThrow(() -> new EmbeddedPostgresException(
                        "Another Attestore is starting or stopping on " + store.data() + ": try again"));
    }

    private Optional<DataDirectoryLock> lockUnlessRunning() {
        try {
            return Optional.of(DataDirectoryLock.acquire(store.data()));
        } catch (EmbeddedPostgresException running) {
            return Optional.empty();
        }
    }

    private int verifyOpened() {
        try (Database database = Database.open(store, jdbc, postgres, out);
                HikariDataSource pool = database.openPatientPool("attestore-verify", CONNECTIONS)) {
            return verify(pool);
        }
    }

    private int verify(HikariDataSource pool) {
        try (RootKey rootKey = RootKeyFile.load(store.rootKey());
                StoreKeys keys = new StoreKeys(store, rootKey, false, new SecureRandom());
                StoreAnchors signature = new StoreAnchors(keys, rootKey);
                Authenticator snapshots = snapshots(keys, rootKey);
                GroupKeyFile groupKeys = GroupKeyFiles.openExisting(store, rootKey, new SecureRandom())) {
            StoredEvents events = new StoredEvents(pool, new JsonEventCodec(LogConventions.eventTypes()));
            var verification = new StoreVerification(
                    new LogVerification(pool, Optional.of(anchors(signature)), macs(keys)),
                    events,
                    StoreChecks.of(
                            pool,
                            events,
                            GroupKeys.unwrapping(groupKeys, new SecureRandom()),
                            DestructionCheck.Overlooked.TOLD_ONLY,
                            snapshots,
                            Clock.systemUTC()),
                    Extent.WHOLE,
                    Pace.FULL,
                    this::progress);
            return tell(verification.run(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("The root key file " + store.rootKey() + " cannot be read", e);
        } catch (SQLException | DataAccessException e) {
            throw new LogUnavailableException("The log cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("The verification was stopped", e);
        }
    }

    /** Before the log was sealed, stored states were signed by a key that was derived from the root key. */
    private static Authenticator snapshots(StoreKeys keys, RootKey rootKey) {
        return keys.state() instanceof SealState.Sealed
                ? keys.authenticator(StoredSnapshots.PURPOSE)
                : rootKey.authenticator(StoredSnapshots.PURPOSE);
    }

    private Optional<RowMacs> macs(StoreKeys keys) {
        if (keys.state() instanceof SealState.Sealed) {
            return Optional.of(keys.macs());
        }
        out.accept("The log is not sealed by the keys of authentication in " + store.keys()
                + ": the events' MACs are not checked");
        return Optional.empty();
    }

    /** A copy of the anchor file, empty if there is none: a running server may be in the middle of a line. */
    private LogAnchors anchors(StoreAnchors signature) throws IOException {
        Path copy = Files.createTempFile("attestore-anchors", "");
        try {
            if (Files.exists(store.anchors())) {
                Files.write(copy, Files.readAllBytes(store.anchors()));
            } else {
                out.accept("There is no file of anchors: only the copies in the database are checked");
            }
            LogAnchors anchors = LogAnchors.open(copy, signature);
            copy.toFile().deleteOnExit();
            return anchors;
        } catch (RuntimeException | IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private void progress(LogHead head) {
        long positions = head.position() + 1;
        if (positions % POSITIONS_PER_LINE < 2_000 && positions >= POSITIONS_PER_LINE) {
            out.accept("Whole up to position " + head.position());
        }
    }

    static int tell(VerificationReport report, Consumer<String> out) {
        return switch (report.record()) {
            case VerificationResult.Intact intact -> {
                out.accept("Positions: " + intact.positions());
                out.accept("Head hash: " + intact.headHash());
                out.accept("Anchors checked: " + intact.anchors());
                report.notes().forEach(out);
                if (!intact.isAnchored()) {
                    out.accept("No anchor covers this log: that it was not rewritten as a whole cannot be told");
                }
                yield tellFindings(report, out);
            }
            case VerificationResult.Broken broken -> {
                out.accept("THE RECORD IS BROKEN at position " + broken.position() + ": " + broken.reason());
                yield BROKEN;
            }
            case VerificationResult.Stopped stopped -> {
                out.accept("Stopped after position " + stopped.checkpoint().position());
                yield BROKEN;
            }
        };
    }

    private static int tellFindings(VerificationReport report, Consumer<String> out) {
        if (report.isWhole()) {
            out.accept("The record is whole.");
            return 0;
        }
        report.findings().forEach(finding -> out.accept("FOUND: " + finding));
        out.accept("THE STORE IS NOT WHOLE: the log is as it was written, but " + report.findingsCount()
                + " of what belongs to it is not as the log says"
                + (report.findingsCount() > report.findings().size() ? "; the first are listed" : ""));
        return BROKEN;
    }
}
