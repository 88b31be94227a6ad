package io.attestore.entities.iam.lookup;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Subject;
import io.attestore.contract.state.EntityType;
import io.attestore.entities.iam.IamEntity;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.IamName;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.NewIamId;
import io.attestore.entities.iam.ResourceTags;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.role.InstanceProfile;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;
import io.attestore.events.id.IamResource;
import java.util.Optional;

/**
 * Finds the user, group, role or instance profile of the caller's account that a call names, and says what permission that
 * takes. Names are found without regard to case. Safe for many threads.
 *
 * @param <E> what is found
 */
public final class NamedInIam<E extends IamEntity> {

    public static final NamedInIam<User.Existing> USERS =
            new NamedInIam<>(IamKind.USER, User.TYPE, User.Existing.class);
    public static final NamedInIam<Group.Existing> GROUPS =
            new NamedInIam<>(IamKind.GROUP, Group.TYPE, Group.Existing.class);
    public static final NamedInIam<Role.Existing> ROLES =
            new NamedInIam<>(IamKind.ROLE, Role.TYPE, Role.Existing.class);
    public static final NamedInIam<InstanceProfile.Existing> INSTANCE_PROFILES =
            new NamedInIam<>(IamKind.INSTANCE_PROFILE, InstanceProfile.TYPE, InstanceProfile.Existing.class);

    private final IamKind kind;
    private final EntityType<IamId, ?> type;
    private final Class<E> existing;

    private NamedInIam(IamKind kind, EntityType<IamId, ?> type, Class<E> existing) {
        this.kind = kind;
        this.type = type;
        this.existing = existing;
    }

    /** The one that a member of the input names. */
    public Operation.Subjects<E> by(String member) {
        return (input, call) -> of(input.text(member), call);
    }

    /** The one of this name; that there is none is told to those who have permission. */
    public Subject<E> of(String name, Call call) {
        return of(name, find(name, call), call);
    }

    private Subject<E> of(String name, Optional<E> found, Call call) {
        Arn arn = found.map(there -> there.resource().arn()).orElseGet(() -> arn(call, "/", name));
        return Subject.later(
                () -> found.orElseThrow(() -> IamFaults.notFound(kind, name)),
                call.access(arn).where(tags(found)).toldAs(kind.arnType().replace('-', ' ') + " " + name));
    }

    /**
     * The one that a member of the input names, which gets another name or path: permission is needed for it where it
     * is and where it will be.
     *
     * @param newName the member that has the new name, if there is one
     */
    public Subject<E> renamed(Structure input, String member, String newName, Call call) {
        String name = input.text(member);
        Optional<E> found = find(name, call);
        Subject<E> before = of(name, found, call);
        String path = input.optionalText("NewPath")
                .orElseGet(() -> found.map(there -> there.resource().path()).orElse("/"));
        String nameThen = input.optionalText(newName)
                .orElseGet(() -> found.map(there -> there.resource().name()).orElse(name));
        Access after = call.access(arn(call, path, nameThen)).where(tags(found));
        return before.access().getFirst().arn().equals(after.arn()) ? before : before.with(after);
    }

    private ResourceTags tags(Optional<E> found) {
        return new ResourceTags(kind, () -> found.map(IamEntity::tags).orElse(IamTags.NONE));
    }

    public Optional<E> find(String name, Call call) {
        return IamName.owner(new IamName.Id(call.where().account(), kind, name), call)
                .flatMap(id -> find(id, call));
    }

    /** The one of this unique id, if it is still there. */
    public Optional<E> find(IamId id, Call call) {
        return Optional.of(call.load(type, id)).filter(existing::isInstance).map(existing::cast);
    }

    /** The one of this unique id, which is there. */
    public E existing(IamId id, Call call) {
        return find(id, call).orElseThrow(() -> new IllegalStateException("The log has lost " + id));
    }

    /** What a user, group or role is called now: it may have got another name. */
    public static IamResource current(IamResource holder, Call call) {
        NamedInIam<?> all = switch (holder.kind()) {
            case USER -> USERS;
            case GROUP -> GROUPS;
            case ROLE -> ROLES;
            case INSTANCE_PROFILE -> INSTANCE_PROFILES;
            case POLICY -> throw new IllegalArgumentException("Policies are found by their ARNs");
        };
        return all.existing(holder.id(), call).resource();
    }

    /** What one of this path and name is called, in the caller's account. */
    public Arn arn(Call call, String path, String name) {
        return IamResource.arn(call.where().region().partition(), call.where().account(), kind, path, name);
    }

    /** Permission to make one of this path and name. */
    public Access creation(Call call, String path, String name) {
        return call.access(arn(call, path, name));
    }

    /** One that is about to be made: its name is nobody's yet, and there is room for one more. */
    public IamResource fresh(Call call, String path, String name, IamQuota quota) {
        IamName.requireFree(kind, name, call);
        quota.requireRoom(kind, call);
        return new IamResource(NewIamId.of(kind, call.context().requestId()), arn(call, path, name));
    }

    public void requireFree(String name, Call call) {
        IamName.requireFree(kind, name, call);
    }
}
