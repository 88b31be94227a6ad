package io.attestore.entities.ssm.parameter;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRestored;
import java.time.Instant;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * The deletions of a namespace whose values may still be there, each with the parameter's name. Whether they are, the
 * {@link Parameter} tells: destructions of the first versions of this server are not among the events of a namespace.
 */
public record RetainedDeletions(PSet<Deletion> deletions) {

    public static final EntityType<AccountRegion, RetainedDeletions> TYPE = new EntityType<>(
            "retained deletions",
            Tags::parametersOf,
            where -> new RetainedDeletions(HashTreePSet.empty()),
            RetainedDeletions::evolve,
            retained -> 200 + 500L * retained.deletions.size());

    /** @param deletionId unique among the deletions of a name */
    public record Deletion(ParameterName name, String deletionId) {}

    private static RetainedDeletions evolve(RetainedDeletions before, Event event, Instant at) {
        return switch (event) {
            case ParameterDeleted deleted ->
                deleted.retention()
                        .map(retention -> new RetainedDeletions(
                                before.deletions.plus(new Deletion(deleted.name(), retention.deletionId()))))
                        .orElse(before);
            case ParameterRestored restored -> before.without(new Deletion(restored.name(), restored.deletionId()));
            case DeletedParameterDestroyed destroyed ->
                before.without(new Deletion(destroyed.name(), destroyed.deletionId()));
            default -> before;
        };
    }

    private RetainedDeletions without(Deletion deletion) {
        return new RetainedDeletions(deletions.minus(deletion));
    }
}
