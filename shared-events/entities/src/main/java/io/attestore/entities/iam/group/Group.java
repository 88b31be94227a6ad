package io.attestore.entities.iam.group;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.iam.policy.HeldPolicies;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.GroupCreated;
import io.attestore.events.identity.IamResourceDeleted;
import io.attestore.events.identity.IamResourceRenamed;
import java.time.Instant;

/** One group, as its events have left it. Who is in it is a state of its own, {@link GroupMembers}. */
public sealed interface Group {

    EntityType<IamId, Group> TYPE =
            new EntityType<>("group", Tags::iam, id -> new Absent(), Group::evolve, Group::weight);

    /** There is no such group. */
    record Absent() implements Group {}

    /** A group there is. */
    record Existing(IamResource resource, Instant createdAt, HeldPolicies policies) implements Group, PolicyHolder {}

    private static Group evolve(Group before, Event event, Instant at) {
        return switch (event) {
            case GroupCreated created -> justCreated(created, at);
            case IamResourceDeleted _ -> new Absent();
            case IamResourceRenamed renamed
            when before instanceof Existing group -> new Existing(renamed.after(), group.createdAt(), group.policies());
            default ->
                before instanceof Existing group
                        ? new Existing(
                                group.resource(),
                                group.createdAt(),
                                group.policies().after(event))
                        : before;
        };
    }

    /** The state of a group that is just being created. */
    static Existing justCreated(GroupCreated created, Instant at) {
        return new Existing(created.group(), at, HeldPolicies.NONE);
    }

    private static long weight(Group group) {
        return group instanceof Existing existing ? 400 + existing.policies().weight() : 200;
    }
}
