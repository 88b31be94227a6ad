package io.attestore.server.duework;

import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.DueWorkRules;
import io.attestore.contract.state.LatestStates;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.id.AccountRegion;
import java.util.List;
import java.util.function.Consumer;

/** What is to be done by the states of all instances that something may have to be done to. Safe for many threads. */
public final class ExpectedByStates implements ExpectedWork {

    private static final System.Logger LOG = System.getLogger(ExpectedByStates.class.getName());

    /** What the rows of further namespaces lack, is not noticed. */
    private static final int NAMESPACES_MAX = 100_000;

    private final DueWorkCatalogue catalogue;
    private final PostgresEventLog log;
    private final LatestStates states;

    public ExpectedByStates(DueWorkCatalogue catalogue, PostgresEventLog log, LatestStates states) {
        this.catalogue = catalogue;
        this.log = log;
        this.states = states;
    }

    @Override
    public void forEach(Consumer<DueWork> told) {
        for (DueWorkRules<?, ?> rules : catalogue.rules()) {
            forEach(rules, told);
        }
    }

    private <I, S> void forEach(DueWorkRules<I, S> rules, Consumer<DueWork> told) {
        List<String> namespaces = log.tagValues(rules.namespaceTagKey(), NAMESPACES_MAX);
        if (namespaces.size() == NAMESPACES_MAX) {
            LOG.log(System.Logger.Level.WARNING, "Due work was derived anew for {0} namespaces only", NAMESPACES_MAX);
        }
        namespaces.stream()
                .flatMap(prefix -> AccountRegion.ofPrefix(prefix).stream())
                .flatMap(where -> rules.candidates(where, states))
                .takeWhile(_ -> !Thread.currentThread().isInterrupted())
                .distinct()
                .forEach(id -> rules.expected(states.latest(rules.type(), id)).forEach(told));
    }
}
