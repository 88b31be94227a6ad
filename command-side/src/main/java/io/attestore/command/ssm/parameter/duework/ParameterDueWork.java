package io.attestore.command.ssm.parameter.duework;

import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.DueWorkChange;
import io.attestore.contract.duework.DueWorkChange.Scheduled;
import io.attestore.contract.duework.DueWorkChange.Settled;
import io.attestore.contract.duework.DueWorkKind;
import io.attestore.contract.duework.DueWorkKind.Timing;
import io.attestore.contract.duework.DueWorkRules;
import io.attestore.contract.duework.Work;
import io.attestore.contract.state.EntityType;
import io.attestore.contract.state.LatestStates;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.RetainedDeletions;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be done to parameters, and when: their policies act, and the data keys of those that were deleted and can be
 * restored no more are destroyed. What it comes to, {@link ParameterDueWorkDecision} says. A parameter's path stands for its name: both spellings of a name are one parameter.
 */
public final class ParameterDueWork implements DueWorkRules<ParameterId, Parameter> {

    /** Destroy the data keys of a deleted parameter that can be restored no more. Its subject is the deletion. */
    public static final DueWorkKind DESTROY_DELETED_PARAMETER =
            new DueWorkKind("DESTROY_DELETED_PARAMETER", "EndParameterDelete", Timing.BY_EVENT);

    /** Let the policies of a parameter act whose time has come. */
    public static final DueWorkKind APPLY_POLICIES =
            new DueWorkKind("APPLY_POLICIES", "ParameterPolicyAction", Timing.BY_STATE);

    private static final String ADVANCED = "Advanced";

    @Override
    public String principal() {
        return "ssm.amazonaws.com";
    }

    @Override
    public List<DueWorkKind> kinds() {
        return List.of(DESTROY_DELETED_PARAMETER, APPLY_POLICIES);
    }

    @Override
    public EntityType<ParameterId, Parameter> type() {
        return Parameter.TYPE;
    }

    @Override
    public List<DueWorkChange> changes(Event event) {
        return switch (event) {
            case ParameterVersionPut put
            when put.tier().equals(ADVANCED) -> List.of(look(ParameterId.of(put.where(), put.name())));
            case ParameterDeleted deleted -> deletion(deleted);
            case ParameterRestored restored -> {
                ParameterId id = ParameterId.of(restored.where(), restored.name());
                yield List.of(new Settled(destruction(id, restored.deletionId())), look(id));
            }
            case DeletedParameterDestroyed destroyed ->
                List.of(new Settled(
                        destruction(ParameterId.of(destroyed.where(), destroyed.name()), destroyed.deletionId())));
            default -> List.of();
        };
    }

    private static List<DueWorkChange> deletion(ParameterDeleted deleted) {
        ParameterId id = ParameterId.of(deleted.where(), deleted.name());
        List<DueWorkChange> changes = new ArrayList<>();
        changes.add(new Settled(policies(id)));
        deleted.retention()
                .ifPresent(retention -> changes.add(
                        new Scheduled(destruction(id, retention.deletionId()).at(retention.until()))));
        return changes;
    }

    /** At once: which policies there are, and when they act, the parameter itself knows. */
    private static Scheduled look(ParameterId id) {
        return new Scheduled(policies(id).at(Instant.EPOCH));
    }

    private static Work policies(ParameterId id) {
        return new Work(APPLY_POLICIES, id.where(), id.path(), "");
    }

    private static Work destruction(ParameterId id, String deletionId) {
        return new Work(DESTROY_DELETED_PARAMETER, id.where(), id.path(), deletionId);
    }

    @Override
    public List<Work> timedByState(Event event) {
        return event instanceof ParameterPoliciesPut put && !put.policies().isEmpty()
                ? List.of(policies(ParameterId.of(put.where(), put.name())))
                : List.of();
    }

    @Override
    public List<DueWork> expected(Parameter parameter) {
        List<DueWork> expected = new ArrayList<>();
        if (parameter instanceof Parameter.Present present) {
            new PolicySchedule(present)
                    .next()
                    .ifPresent(at -> expected.add(policies(present.id()).at(at)));
        }
        for (Parameter.Deleted deleted : parameter.deleted()) {
            expected.add(destruction(parameter.id(), deleted.deletionId()).at(deleted.until()));
        }
        return expected;
    }

    @Override
    public Optional<ParameterId> idOf(Work work) {
        try {
            ParameterId id = ParameterId.of(work.where(), new ParameterName(work.name()));
            return id.path().equals(work.name()) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    @Override
    public String namespaceTagKey() {
        return Tags.PARAMETERS_OF;
    }

    /** Those that can have policies, which only the advanced tier has, and those that were deleted and can come back. */
    @Override
    public Stream<ParameterId> candidates(AccountRegion where, LatestStates states) {
        Stream<ParameterId> advanced = states.latest(ParameterDirectory.TYPE, where).byPath().values().stream()
                .filter(ParameterDirectory.Entry::advanced)
                .map(entry -> ParameterId.of(where, entry.name()));
        Stream<ParameterId> deleted = states.latest(RetainedDeletions.TYPE, where).deletions().stream()
                .map(deletion -> ParameterId.of(where, deletion.name()));
        return Stream.concat(advanced, deleted);
    }
}
