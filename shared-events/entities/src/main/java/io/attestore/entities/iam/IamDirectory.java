package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.IamKind;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.GroupCreated;
import io.attestore.events.identity.IamResourceDeleted;
import io.attestore.events.identity.IamResourceRenamed;
import io.attestore.events.identity.InstanceProfileCreated;
import io.attestore.events.identity.PolicyCreated;
import io.attestore.events.identity.RoleCreated;
import io.attestore.events.identity.UserCreated;
import java.time.Instant;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which users, groups, roles, customer managed policies or instance profiles an account has: the read model behind every
 * list of them, and what tells how many there are.
 *
 * @param byName in the order of their names, without regard to case
 */
public record IamDirectory(PSortedMap<String, Entry> byName) {

    public static final EntityType<Id, IamDirectory> TYPE = new EntityType<>(
            "IAM directory",
            id -> Tags.iamOf(id.account(), id.kind()),
            id -> new IamDirectory(TreePMap.empty()),
            IamDirectory::evolve,
            directory -> 200 + 400L * directory.byName.size());

    /** The resources of one kind in one account. */
    public record Id(AccountId account, IamKind kind) {}

    /** One resource. */
    public record Entry(IamResource resource, Instant createdAt) {}

    private static IamDirectory evolve(IamDirectory before, Event event, Instant at) {
        return switch (event) {
            case UserCreated created -> before.with(new Entry(created.user(), at));
            case GroupCreated created -> before.with(new Entry(created.group(), at));
            case RoleCreated created -> before.with(new Entry(created.role(), at));
            case PolicyCreated created -> before.with(new Entry(created.policy(), at));
            case InstanceProfileCreated created -> before.with(new Entry(created.profile(), at));
            case IamResourceRenamed renamed -> before.renamed(renamed);
            case IamResourceDeleted deleted -> before.without(deleted.resource());
            default -> before;
        };
    }

    private IamDirectory with(Entry entry) {
        return new IamDirectory(byName.plus(IamResource.folded(entry.resource().name()), entry));
    }

    private IamDirectory renamed(IamResourceRenamed renamed) {
        Entry entry = byName.get(IamResource.folded(renamed.before().name()));
        return entry == null ? this : without(renamed.before()).with(new Entry(renamed.after(), entry.createdAt()));
    }

    private IamDirectory without(IamResource resource) {
        return new IamDirectory(byName.minus(IamResource.folded(resource.name())));
    }
}
