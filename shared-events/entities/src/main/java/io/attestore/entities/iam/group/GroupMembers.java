package io.attestore.entities.iam.group;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.IamId;
import io.attestore.events.identity.UserAddedToGroup;
import io.attestore.events.identity.UserRemovedFromGroup;
import java.time.Instant;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * Who is in a group. What a user may do depends on the groups that the user names, never on this.
 *
 * @param users their unique ids
 */
public record GroupMembers(PSortedSet<String> users) {

    public static final EntityType<IamId, GroupMembers> TYPE = new EntityType<>(
            "members of a group",
            Tags::membersOf,
            id -> new GroupMembers(TreePSet.empty()),
            GroupMembers::evolve,
            members -> 200 + 100L * members.users.size());

    private static GroupMembers evolve(GroupMembers before, Event event, Instant at) {
        return switch (event) {
            case UserAddedToGroup added ->
                new GroupMembers(before.users.plus(added.user().id().value()));
            case UserRemovedFromGroup removed ->
                new GroupMembers(before.users.minus(removed.user().id().value()));
            default -> before;
        };
    }
}
