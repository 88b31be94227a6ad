package io.attestore.entities.iam.user;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.policy.HeldPolicies;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.IamResourceDeleted;
import io.attestore.events.identity.IamResourceRenamed;
import io.attestore.events.identity.UserAddedToGroup;
import io.attestore.events.identity.UserCreated;
import io.attestore.events.identity.UserRemovedFromGroup;
import java.time.Instant;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** One user of IAM, as its events have left it. */
public sealed interface User {

    EntityType<IamId, User> TYPE = new EntityType<>("user", Tags::iam, id -> new Absent(), User::evolve, User::weight);

    /** There is no such user. */
    record Absent() implements User {}

    /**
     * A user there is.
     *
     * @param groups the unique ids of the groups that it is in
     */
    record Existing(
            IamResource resource, Instant createdAt, IamTags tags, HeldPolicies policies, PSortedSet<String> groups)
            implements User, PolicyHolder {

        private Existing as(IamResource another) {
            return new Existing(another, createdAt, tags, policies, groups);
        }

        private Existing in(PSortedSet<String> others) {
            return new Existing(resource, createdAt, tags, policies, others);
        }

        private Existing after(Event event) {
            return new Existing(resource, createdAt, tags.after(event), policies.after(event), groups);
        }
    }

    private static User evolve(User before, Event event, Instant at) {
        return switch (event) {
            case UserCreated created -> justCreated(created, at);
            case IamResourceDeleted _ -> new Absent();
            case IamResourceRenamed renamed when before instanceof Existing user -> user.as(renamed.after());
            case UserAddedToGroup added
            when before instanceof Existing user ->
                user.in(user.groups().plus(added.group().id().value()));
            case UserRemovedFromGroup removed
            when before instanceof Existing user ->
                user.in(user.groups().minus(removed.group().id().value()));
            default -> before instanceof Existing user ? user.after(event) : before;
        };
    }

    /** The state of a user that is just being created. */
    static Existing justCreated(UserCreated created, Instant at) {
        return new Existing(
                created.user(),
                at,
                IamTags.of(created.userTags()),
                HeldPolicies.within(created.boundary()),
                TreePSet.empty());
    }

    private static long weight(User user) {
        return user instanceof Existing existing
                ? 600 + existing.policies().weight() + 100L * existing.groups().size()
                : 200;
    }
}
