package io.attestore.command.ssm.parameter.duework;

import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.command.ssm.parameter.duework.DueWork.Kind;
import io.attestore.command.ssm.parameter.duework.DueWorkChange.Scheduled;
import io.attestore.command.ssm.parameter.duework.DueWorkChange.Settled;
import io.attestore.contract.state.Entities;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.Event;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Derives from the log what is to be done to parameters and when, and decides on fresh state, when the time has come,
 * what there really is to do: work that is done twice, or too early, does nothing. Immutable.
 */
public final class ParameterDueWork {

    private static final String ADVANCED = "Advanced";

    private final Deletions deletions;

    public ParameterDueWork(Deletions deletions) {
        this.deletions = deletions;
    }

    /** What an event changes. */
    public static List<DueWorkChange> changes(Event event) {
        return switch (event) {
            case ParameterVersionPut put when put.tier().equals(ADVANCED) -> List.of(policies(put.where(), put.name()));
            case ParameterDeleted deleted -> deletion(deleted);
            case ParameterRestored restored ->
                List.of(
                        new Settled(
                                Kind.DESTROY_DELETED_PARAMETER,
                                ParameterId.of(restored.where(), restored.name()),
                                restored.deletionId()),
                        policies(restored.where(), restored.name()));
            case DeletedParameterDestroyed destroyed ->
                List.of(new Settled(
                        Kind.DESTROY_DELETED_PARAMETER,
                        ParameterId.of(destroyed.where(), destroyed.name()),
                        destroyed.deletionId()));
            default -> List.of();
        };
    }

    /** When the policies of a parameter next act, or ought to have acted; empty if none will. */
    public static Optional<Instant> policiesAct(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Absent absent -> Optional.empty();
            case Parameter.Present present -> new PolicySchedule(present).next();
        };
    }

    /** To be looked at at once: which policies there are, and when they act, the parameter itself knows. */
    private static Scheduled policies(AccountRegion where, ParameterName name) {
        return new Scheduled(new DueWork(Kind.APPLY_POLICIES, where, name, "", Instant.EPOCH));
    }

    private static List<DueWorkChange> deletion(ParameterDeleted deleted) {
        List<DueWorkChange> changes = new ArrayList<>();
        changes.add(new Settled(Kind.APPLY_POLICIES, ParameterId.of(deleted.where(), deleted.name()), ""));
        deleted.retention()
                .ifPresent(retention -> changes.add(new Scheduled(new DueWork(
                        Kind.DESTROY_DELETED_PARAMETER,
                        deleted.where(),
                        deleted.name(),
                        retention.deletionId(),
                        retention.until()))));
        return changes;
    }

    /** All that is still to be done to a parameter, and when: what the events up to its state come to. */
    public static List<DueWork> expected(Parameter parameter) {
        AccountRegion where = parameter.id().where();
        List<DueWork> expected = new ArrayList<>();
        if (parameter instanceof Parameter.Present present) {
            new PolicySchedule(present)
                    .next()
                    .ifPresent(at -> expected.add(new DueWork(Kind.APPLY_POLICIES, where, present.name(), "", at)));
        }
        for (Parameter.Deleted deleted : parameter.deleted()) {
            expected.add(new DueWork(
                    Kind.DESTROY_DELETED_PARAMETER,
                    where,
                    deleted.parameter().name(),
                    deleted.deletionId(),
                    deleted.until()));
        }
        return expected;
    }

    /**
     * Lets the policies of a parameter act whose time has come.
     *
     * @param deletionId should one of them delete it; unique among the deletions of a name
     */
    public static Performance applyPolicies(
            Parameter.Present parameter, Deletions deletions, String deletionId, Instant now) {
        return new PolicySchedule(parameter).act(deletions, deletionId, now);
    }

    /**
     * What there is to do now, if anything.
     *
     * @param requestId unique to this attempt at it
     */
    public Performance perform(DueWork work, Entities entities, String requestId, Instant now) {
        Parameter parameter = entities.load(Parameter.TYPE, work.id());
        return switch (work.kind()) {
            case APPLY_POLICIES ->
                switch (parameter) {
                    case Parameter.Absent absent -> Performance.NOTHING;
                    case Parameter.Present present -> applyPolicies(present, deletions, requestId, now);
                };
            case DESTROY_DELETED_PARAMETER ->
                parameter
                        .deleted(work.subject())
                        .filter(deleted -> !now.isBefore(deleted.until()))
                        .map(Deletions::destroy)
                        .map(Performance::of)
                        .orElse(Performance.NOTHING);
        };
    }
}
