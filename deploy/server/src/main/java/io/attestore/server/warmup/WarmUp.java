package io.attestore.server.warmup;

import io.attestore.contract.state.EntityType;
import io.attestore.contract.state.LatestStates;
import io.attestore.contract.state.ReadAhead;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.log.LogUnavailableException;
import java.util.Collection;
import java.util.List;

/**
 * Reads states of the namespaces behind a server that has started: folded from a long history they take seconds, which
 * the first who need them would wait for. Nothing depends on it: who asks
 * before it is done waits for its turn or reads for himself, and what fails here is read when it is asked for. One
 * thread, of the lowest priority.
 */
public final class WarmUp implements AutoCloseable {

    /** Namespaces that are read; those of further ones are read when they are asked for. */
    private static final int NAMESPACES_MAX = 1_000;

    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private final List<ReadAhead> wanted;
    private final PostgresEventLog log;
    private final LatestStates states;
    private final Thread thread;
    private volatile boolean running = true;

    public WarmUp(Collection<ReadAhead> wanted, PostgresEventLog log, LatestStates states) {
        this.wanted = List.copyOf(wanted);
        this.log = log;
        this.states = states;
        this.thread = Thread.ofPlatform()
                .name("warm-up")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::warmUp);
    }

    public void start() {
        thread.start();
    }

    /** Waits until all is read. */
    public void await() throws InterruptedException {
        thread.join();
    }

    /** Stops after what is being read. */
    @Override
    public void close() {
        running = false;
    }

    private void warmUp() {
        try {
            for (ReadAhead each : wanted) {
                for (String prefix : log.tagValues(each.tagKey(), NAMESPACES_MAX)) {
                    AccountRegion.ofPrefix(prefix).ifPresent(where -> warmUp(each, where));
                }
            }
        } catch (LogUnavailableException e) {
            LOG.log(System.Logger.Level.DEBUG, "States were not read ahead", e);
        }
    }

    private void warmUp(ReadAhead wanted, AccountRegion where) {
        for (EntityType<AccountRegion, ?> type : wanted.types()) {
            if (running) {
                states.latest(type, where);
            }
        }
    }
}
