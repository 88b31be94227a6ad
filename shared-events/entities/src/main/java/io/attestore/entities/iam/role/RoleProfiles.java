package io.attestore.entities.iam.role;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.IamId;
import io.attestore.events.identity.RoleAddedToInstanceProfile;
import io.attestore.events.identity.RoleRemovedFromInstanceProfile;
import java.time.Instant;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * In which instance profiles a role is.
 *
 * @param profiles their unique ids
 */
public record RoleProfiles(PSortedSet<String> profiles) {

    public static final EntityType<IamId, RoleProfiles> TYPE = new EntityType<>(
            "instance profiles of a role",
            Tags::instanceProfilesOf,
            id -> new RoleProfiles(TreePSet.empty()),
            RoleProfiles::evolve,
            all -> 200 + 100L * all.profiles.size());

    private static RoleProfiles evolve(RoleProfiles before, Event event, Instant at) {
        return switch (event) {
            case RoleAddedToInstanceProfile added ->
                new RoleProfiles(before.profiles.plus(added.profile().id().value()));
            case RoleRemovedFromInstanceProfile removed ->
                new RoleProfiles(before.profiles.minus(removed.profile().id().value()));
            default -> before;
        };
    }
}
