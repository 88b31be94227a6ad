package io.attestore.entities.iam.role;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.iam.IamEntity;
import io.attestore.entities.iam.IamTags;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.IamResourceDeleted;
import io.attestore.events.identity.InstanceProfileCreated;
import io.attestore.events.identity.RoleAddedToInstanceProfile;
import io.attestore.events.identity.RoleRemovedFromInstanceProfile;
import java.time.Instant;
import java.util.Optional;

/** One instance profile, as its events have left it. */
public sealed interface InstanceProfile {

    EntityType<IamId, InstanceProfile> TYPE = new EntityType<>(
            "instance profile", Tags::iam, id -> new Absent(), InstanceProfile::evolve, profile -> 600);

    /** There is no such profile. */
    record Absent() implements InstanceProfile {}

    /**
     * A profile there is.
     *
     * @param role the unique id of the role in it, if there is one
     */
    record Existing(IamResource resource, Instant createdAt, IamTags tags, Optional<IamId> role)
            implements InstanceProfile, IamEntity {

        private Existing with(Optional<IamId> another) {
            return new Existing(resource, createdAt, tags, another);
        }
    }

    private static InstanceProfile evolve(InstanceProfile before, Event event, Instant at) {
        return switch (event) {
            case InstanceProfileCreated created -> justCreated(created, at);
            case IamResourceDeleted _ -> new Absent();
            case RoleAddedToInstanceProfile added
            when before instanceof Existing profile ->
                profile.with(Optional.of(added.role().id()));
            case RoleRemovedFromInstanceProfile _
            when before instanceof Existing profile -> profile.with(Optional.empty());
            default ->
                before instanceof Existing profile
                        ? new Existing(
                                profile.resource(),
                                profile.createdAt(),
                                profile.tags().after(event),
                                profile.role())
                        : before;
        };
    }

    /** The state of a profile that is just being created. */
    static Existing justCreated(InstanceProfileCreated created, Instant at) {
        return new Existing(created.profile(), at, IamTags.of(created.profileTags()), Optional.empty());
    }
}
