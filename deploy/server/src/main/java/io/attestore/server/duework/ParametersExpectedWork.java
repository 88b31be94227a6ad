package io.attestore.server.duework;

import io.attestore.command.ssm.parameter.duework.DueWork;
import io.attestore.command.ssm.parameter.duework.ParameterDueWork;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.RetainedDeletions;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is to be done to parameters: those that can have policies are looked at, which only the advanced tier has, and
 * those that were deleted and can still come back. Safe for many threads.
 */
public final class ParametersExpectedWork implements ExpectedWork {

    private static final System.Logger LOG = System.getLogger(ParametersExpectedWork.class.getName());

    /** What the rows of further namespaces lack, is not noticed. */
    private static final int NAMESPACES_MAX = 100_000;

    private final PostgresEventLog log;
    private final HotStates states;

    public ParametersExpectedWork(PostgresEventLog log, HotStates states) {
        this.log = log;
        this.states = states;
    }

    @Override
    public void forEach(Consumer<DueWork> told) {
        var namespaces = log.tagValues(Tags.PARAMETERS_OF, NAMESPACES_MAX);
        if (namespaces.size() == NAMESPACES_MAX) {
            LOG.log(System.Logger.Level.WARNING, "Due work was derived anew for {0} namespaces only", NAMESPACES_MAX);
        }
        namespaces.stream()
                .flatMap(prefix -> AccountRegion.ofPrefix(prefix).stream())
                .flatMap(this::parameters)
                .takeWhile(_ -> !Thread.currentThread().isInterrupted())
                .distinct()
                .forEach(id -> ParameterDueWork.expected(states.latest(Parameter.TYPE, id))
                        .forEach(told));
    }

    private Stream<ParameterId> parameters(AccountRegion where) {
        Stream<ParameterId> advanced = states.latest(ParameterDirectory.TYPE, where).byPath().values().stream()
                .filter(ParameterDirectory.Entry::advanced)
                .map(entry -> ParameterId.of(where, entry.name()));
        Stream<ParameterId> deleted = states.latest(RetainedDeletions.TYPE, where).deletions().stream()
                .map(deletion -> ParameterId.of(where, deletion.name()));
        return Stream.concat(advanced, deleted);
    }
}
