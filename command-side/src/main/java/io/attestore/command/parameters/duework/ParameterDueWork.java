package io.attestore.command.parameters.duework;

import io.attestore.command.parameters.deletion.Deletion;
import io.attestore.command.parameters.deletion.Deletions;
import io.attestore.command.parameters.duework.DueWork.Kind;
import io.attestore.command.parameters.duework.DueWorkChange.Scheduled;
import io.attestore.command.parameters.duework.DueWorkChange.Settled;
import io.attestore.entities.Entities;
import io.attestore.entities.parameter.Parameter;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRestored;
import java.time.Instant;
import java.util.List;

/**
 * Derives from the log what is to be done to parameters and when, and decides on fresh state, when the time has come,
 * what there really is to do: work that is done twice, or too early, does nothing. Pure.
 */
public final class ParameterDueWork {

    private ParameterDueWork() {}

    /** What an event changes. */
    public static List<DueWorkChange> changes(Event event) {
        return switch (event) {
            case ParameterDeleted deleted ->
                deleted.retention()
                        .<List<DueWorkChange>>map(retention -> List.of(new Scheduled(new DueWork(
                                Kind.DESTROY_DELETED_PARAMETER,
                                deleted.where(),
                                deleted.name(),
                                retention.deletionId(),
                                retention.until()))))
                        .orElse(List.of());
            case ParameterRestored restored ->
                List.of(new Settled(
                        Kind.DESTROY_DELETED_PARAMETER,
                        ParameterId.of(restored.where(), restored.name()),
                        restored.deletionId()));
            case DeletedParameterDestroyed destroyed ->
                List.of(new Settled(
                        Kind.DESTROY_DELETED_PARAMETER,
                        ParameterId.of(destroyed.where(), destroyed.name()),
                        destroyed.deletionId()));
            default -> List.of();
        };
    }

    /** What happens, and which key rows go with it; nothing if there is nothing to do. */
    public static Deletion perform(DueWork work, Entities entities, Instant now) {
        Parameter parameter = entities.load(Parameter.TYPE, work.id());
        return switch (work.kind()) {
            case DESTROY_DELETED_PARAMETER ->
                parameter
                        .deleted(work.subject())
                        .filter(deleted -> !now.isBefore(deleted.until()))
                        .map(Deletions::destroy)
                        .orElse(new Deletion(List.of(), List.of()));
        };
    }
}
