package io.attestore.server.verify;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.eventlog.verification.VerificationResult.Broken;
import io.attestore.server.background.BackgroundLoop;
import io.attestore.server.settings.VerificationSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the whole store now and then while the server serves: slowly, in a thread of the lowest priority, on one node
 * at a time. Each node believes only what it has verified itself, so all take their turns. Where the database fails,
 * it goes on from where it was. What is found stays in {@link #status()} until a later verification is whole; if it is
 * the log itself that is broken, this node stops deciding on it. Safe for many threads.
 */
public final class BackgroundVerification implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundVerification.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration WHILE_ANOTHER_VERIFIES = Duration.ofMinutes(1);
    private static final int LOGGED_MAX = 10;

    private final Supplier<HikariDataSource> pools;
    private final Verifications verifications;
    private final Consumer<String> brokenLog;
    private final VerificationSettings settings;
    private final Clock clock;
    private final BackgroundLoop loop;
    private volatile VerificationStatus status = VerificationStatus.NOTHING_KNOWN;

    /** Makes what verifies once. */
    @FunctionalInterface
    public interface Verifications {

        /** @param progress is told of the newest position that was read */
        StoreVerification over(HikariDataSource pool, Consumer<Long> progress);
    }

    /**
     * @param pools opens a pool of three connections, for as long as a verification takes
     * @param brokenLog is told why the log is broken
     */
    public BackgroundVerification(
            Supplier<HikariDataSource> pools,
            Verifications verifications,
            Consumer<String> brokenLog,
            VerificationSettings settings,
            Clock clock) {
        this.pools = pools;
        this.verifications = verifications;
        this.brokenLog = brokenLog;
        this.settings = settings;
        this.clock = clock;
        this.loop = new BackgroundLoop(
                "verification",
                Thread.MIN_PRIORITY,
                AFTER_FAILURE,
                () -> verifyNow() ? settings.every() : WHILE_ANOTHER_VERIFIES);
    }

    /** Begins, unless it is switched off; once only. */
    public void start() {
        if (!settings.every().isZero()) {
            loop.startAfter(settings.delay());
        }
    }

    public VerificationStatus status() {
        return status;
    }

    /** Verifies at once, in the caller's thread; answers whether it did, or another node is at it. */
    public boolean verifyNow() throws InterruptedException {
        Optional<VerificationReport> report = verify();
        report.ifPresent(this::take);
        return report.isPresent();
    }

    @Override
    public void close() {
        loop.close();
    }

    private Optional<VerificationReport> verify() throws InterruptedException {
        while (true) {
            try (HikariDataSource pool = pools.get()) {
                Optional<VerifierLock> taken = VerifierLock.tryTake(pool);
                if (taken.isEmpty()) {
                    return Optional.empty();
                }
                try (VerifierLock held = taken.get()) {
                    return Optional.of(verify(verifications.over(pool, position -> status = status.at(position))));
                }
            } catch (SQLException | RuntimeException e) {
                stopIfInterrupted();
                restAfter(e);
            }
        }
    }

    private VerificationReport verify(StoreVerification verification) throws InterruptedException {
        while (true) {
            try {
                return verification.run();
            } catch (SQLException | RuntimeException e) {
                stopIfInterrupted();
                restAfter(e);
            }
        }
    }

    /** Tells of the first failure in a row. */
    private void restAfter(Exception failure) throws InterruptedException {
        if (status.failure().isEmpty()) {
            LOG.warn("The verification of the store does not get on and will be tried again", failure);
        }
        status = status.failed(failure.getClass().getSimpleName());
        Thread.sleep(AFTER_FAILURE);
    }

    /** A pool that was interrupted tells it as a failure of the database. */
    private void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted() || loop.isClosing()) {
            throw new InterruptedException();
        }
    }

    private void take(VerificationReport report) {
        Instant now = clock.instant();
        if (report.isWhole()) {
            LOG.info("The store is whole: {}", report.record());
            status = status.wholeAt(now);
        } else if (report.record() instanceof Broken(long position, String reason)) {
            String finding = "The log is broken at position " + position + ": " + reason;
            status = status.found(List.of(finding), 1);
            brokenLog.accept(finding);
        } else {
            LOG.error("The store is not as its log says: {} findings", report.findingsCount());
            report.findings().stream().limit(LOGGED_MAX).forEach(finding -> LOG.error("Found: {}", finding));
            status = status.found(report.findings(), report.findingsCount());
        }
    }
}
