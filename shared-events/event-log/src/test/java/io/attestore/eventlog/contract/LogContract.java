package io.attestore.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.LogSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites have in common: a fresh store, nodes on it, and the full check at the end of every test. */
public abstract class LogContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<LogUnderTest> nodes = new ArrayList<>();
    protected EventLogFixture fixture;
    protected LogUnderTest log;

    protected abstract EventLogFixture fixture();

    @BeforeEach
    final void openLog() {
        fixture = fixture();
        log = open(settings -> settings);
    }

    @AfterEach
    final void closeAndCheckEverything() throws Exception {
        for (LogUnderTest node : nodes) {
            node.close();
        }
        fixture.checkAndClose();
    }

    /** Another node on the same store. */
    protected final LogUnderTest open(UnaryOperator<LogSettings> changes) {
        LogUnderTest node = fixture.open(changes);
        nodes.add(node);
        return node;
    }

    protected static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + e.getCause(), e.getCause());
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    protected static boolean succeeds(CompletableFuture<Long> append) {
        try {
            append.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(AppendEventsTransactionRejectedException.class);
            return false;
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    protected static void assertRejected(CompletableFuture<Long> append) {
        assertThat(append)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(AppendEventsTransactionRejectedException.class);
    }
}
