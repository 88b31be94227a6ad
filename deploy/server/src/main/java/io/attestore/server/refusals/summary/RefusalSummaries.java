package io.attestore.server.refusals.summary;

import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.call.RefusalsNotRecorded;
import io.attestore.events.id.AccountRegion;
import io.attestore.server.background.BackgroundLoop;
import io.attestore.server.call.DurableCommands;
import io.attestore.server.refusals.RefusalBudget;
import io.attestore.server.refusals.RefusalBudget.Unrecorded;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the number of refusals that have no record of their own, once a minute for each account and Region, in a
 * thread of its own, and when the server stops. What cannot be recorded is tried again with what has come since; where
 * nobody knows whether it was, it may be recorded twice. A node that does not stop but ends loses what it has counted
 * since the last time. Safe for many threads.
 */
public final class RefusalSummaries implements AutoCloseable {

    /** What the service and its action are called in the record. */
    public static final String SERVICE = "attestore";

    /** As {@link #SERVICE}. */
    public static final String EVENT_NAME = "RefusalsNotRecorded";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalSummaries.class);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final RefusalBudget budget;
    private final DurableCommands commands;
    private final Clock clock;
    private final BackgroundLoop loop;

    public RefusalSummaries(RefusalBudget budget, DurableCommands commands, Clock clock) {
        this.budget = budget;
        this.commands = commands;
        this.clock = clock;
        this.loop = new BackgroundLoop(
                "refusals", AFTER_FAILURE, () -> recorded(budget.takeEnded()) ? STEP : AFTER_FAILURE);
    }

    /** Begins; once only. */
    public void start() {
        loop.start();
    }

    /** Whether all of it is recorded. What is not is given back. */
    private boolean recorded(List<Unrecorded> unrecorded) {
        for (int i = 0; i < unrecorded.size(); i++) {
            try {
                record(unrecorded.get(i));
            } catch (RuntimeException failed) {
                LOG.error("Refusals could not be recorded by their number; trying again", failed);
                unrecorded.subList(i, unrecorded.size()).forEach(budget::giveBack);
                return false;
            }
        }
        return true;
    }

    private void record(Unrecorded unrecorded) {
        commands.run(
                RecordRefusalsHandler.COMMAND,
                new RecordRefusals(context(unrecorded.where()), unrecorded.refusals()),
                RefusalsNotRecorded.class);
    }

    private CallContext context(AccountRegion where) {
        return new CallContext(
                UUID.randomUUID().toString(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                where,
                Principal.service(SERVICE, where.account(), where.region().partition()),
                SERVICE,
                EVENT_NAME,
                false,
                SERVICE,
                SERVICE,
                SERVICE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Records what is left; nobody is served any more. */
    @Override
    public void close() {
        if (!loop.isStarted()) {
            return;
        }
        loop.close();
        if (!recorded(budget.takeAll())) {
            LOG.error("The server stops with refusals that are recorded neither singly nor by their number");
        }
    }
}
