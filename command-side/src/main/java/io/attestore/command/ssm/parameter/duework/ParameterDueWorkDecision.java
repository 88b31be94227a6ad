package io.attestore.command.ssm.parameter.duework;

import io.attestore.command.ssm.parameter.deletion.Deletion;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.DueWorkDecision;
import io.attestore.contract.duework.DueWorkKind;
import io.attestore.contract.duework.Performance;
import io.attestore.contract.duework.Work;
import io.attestore.contract.state.Entities;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.id.ParameterId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@link ParameterDueWork} comes to when its time has come. Immutable. */
public final class ParameterDueWorkDecision implements DueWorkDecision {

    private final Deletions deletions;

    public ParameterDueWorkDecision(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public List<DueWorkKind> kinds() {
        return List.of(ParameterDueWork.APPLY_POLICIES, ParameterDueWork.DESTROY_DELETED_PARAMETER);
    }

    @Override
    public Performance perform(DueWork due, Entities entities, String requestId, Instant now) {
        Work work = due.work();
        Parameter parameter = entities.load(Parameter.TYPE, new ParameterId(work.where(), work.name()));
        if (work.kind().equals(ParameterDueWork.DESTROY_DELETED_PARAMETER)) {
            return destroy(parameter, work.subject(), now);
        }
        return switch (parameter) {
            case Parameter.Absent absent -> Performance.NOTHING;
            case Parameter.Present present -> applyPolicies(present, deletions, requestId, now);
        };
    }

    private static Performance destroy(Parameter parameter, String deletionId, Instant now) {
        return parameter
                .deleted(deletionId)
                .filter(deleted -> !now.isBefore(deleted.until()))
                .map(Deletions::destroy)
                .map(ParameterDueWorkDecision::performance)
                .orElse(Performance.NOTHING);
    }

    private static Performance performance(Deletion deletion) {
        return new Performance(deletion.events(), deletion.rows(), Optional.empty());
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
}
