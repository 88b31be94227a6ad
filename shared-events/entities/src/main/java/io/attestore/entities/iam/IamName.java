package io.attestore.entities.iam;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.CharacterSet;
import io.attestore.events.id.IamId;
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
import java.util.Optional;

/**
 * Whose a name is. IAM tells the names of one kind in one account apart without regard to case, whatever their paths.
 *
 * @param owner empty if nobody has it
 */
public record IamName(Id id, Optional<IamId> owner) {

    public static final EntityType<Id, IamName> TYPE = new EntityType<>(
            "IAM name",
            id -> Tags.iamName(id.account(), id.kind(), id.name()),
            id -> new IamName(id, Optional.empty()),
            IamName::evolve,
            name -> 300);

    /** A name in one spelling for all. */
    public record Id(AccountId account, IamKind kind, String name) {

        public Id {
            name = IamResource.folded(name);
        }
    }

    private static final CharacterSet CHARACTERS = CharacterSet.WORD.with("+=,.@-");
    private static final int LENGTH_MAX = 128;

    /** Who has a name, which may be any text: what no name can be is not even looked for. */
    public static Optional<IamId> owner(Id id, Entities entities) {
        return CHARACTERS.hasAllOf(id.name(), 1, LENGTH_MAX)
                ? entities.load(TYPE, id).owner()
                : Optional.empty();
    }

    /** @throws AwsFault if somebody has it */
    public static void requireFree(IamKind kind, String name, Call call) {
        if (owner(new Id(call.where().account(), kind, name), call).isPresent()) {
            throw IamFaults.alreadyExists(kind, name);
        }
    }

    private static IamName evolve(IamName before, Event event, Instant at) {
        return switch (event) {
            case UserCreated created -> before.of(created.user());
            case GroupCreated created -> before.of(created.group());
            case RoleCreated created -> before.of(created.role());
            case PolicyCreated created -> before.of(created.policy());
            case InstanceProfileCreated created -> before.of(created.profile());
            case IamResourceRenamed renamed -> before.renamed(renamed);
            case IamResourceDeleted _ -> new IamName(before.id, Optional.empty());
            default -> before;
        };
    }

    private IamName of(IamResource resource) {
        return new IamName(id, Optional.of(resource.id()));
    }

    private IamName renamed(IamResourceRenamed renamed) {
        IamResource after = renamed.after();
        boolean taken = new Id(after.account(), after.kind(), after.name()).equals(id);
        return taken ? of(after) : new IamName(id, Optional.empty());
    }
}
