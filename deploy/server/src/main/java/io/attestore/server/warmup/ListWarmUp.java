package io.attestore.server.warmup;

import io.attestore.entities.hot.HotStates;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.ParameterMarks;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.log.LogUnavailableException;

/**
 * Reads the directories and marks of the namespaces behind a server that has started: folded from a long history they
 * take seconds, which the first list and the first filter by a tag would wait for. Nothing depends on it: who asks
 * before it is done waits for its turn or reads for himself, and what fails here is read when it is asked for. One
 * thread, of the lowest priority.
 */
public final class ListWarmUp implements AutoCloseable {

    /** Namespaces that are read; those of further ones are read when they are asked for. */
    private static final int NAMESPACES_MAX = 1_000;

    private static final System.Logger LOG = System.getLogger(ListWarmUp.class.getName());

    private final PostgresEventLog log;
    private final HotStates states;
    private final Thread thread;
    private volatile boolean running = true;

    public ListWarmUp(PostgresEventLog log, HotStates states) {
        this.log = log;
        this.states = states;
        this.thread = Thread.ofPlatform()
                .name("list-warm-up")
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
            for (String prefix : log.tagValues(Tags.PARAMETERS_OF, NAMESPACES_MAX)) {
                AccountRegion.ofPrefix(prefix).filter(where -> running).ifPresent(this::warmUp);
            }
        } catch (LogUnavailableException e) {
            LOG.log(System.Logger.Level.DEBUG, "Lists were not read ahead", e);
        }
    }

    private void warmUp(AccountRegion where) {
        states.latest(ParameterDirectory.TYPE, where);
        states.latest(ParameterMarks.TYPE, where);
    }
}
