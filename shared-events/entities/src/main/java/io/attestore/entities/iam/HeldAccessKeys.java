package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.IamId;
import io.attestore.events.identity.AccessKeyDeleted;
import io.attestore.events.identity.AccessKeyStatusChanged;
import io.attestore.events.identity.UserAccessKeyCreated;
import java.time.Instant;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which access keys one user, or the root of an account, has.
 *
 * @param byId in the order of their ids
 */
public record HeldAccessKeys(PSortedMap<String, Held> byId) {

    public static final HeldAccessKeys NONE = new HeldAccessKeys(TreePMap.empty());

    /** Those of a user. */
    public static final EntityType<IamId, HeldAccessKeys> TYPE = new EntityType<>(
            "access keys of a user",
            Tags::accessKeysOf,
            id -> NONE,
            HeldAccessKeys::evolve,
            keys -> 200 + 200L * keys.byId.size());

    /** One key. */
    public record Held(AccessKeyId id, boolean active, Instant createdAt) {}

    private static HeldAccessKeys evolve(HeldAccessKeys before, Event event, Instant at) {
        return switch (event) {
            case UserAccessKeyCreated created -> before.with(created.accessKeyId(), at);
            case AccessKeyStatusChanged changed -> before.with(changed.accessKeyId(), changed.active());
            case AccessKeyDeleted deleted -> before.without(deleted.accessKeyId());
            default -> before;
        };
    }

    HeldAccessKeys with(AccessKeyId id, Instant createdAt) {
        return new HeldAccessKeys(byId.plus(id.value(), new Held(id, true, createdAt)));
    }

    HeldAccessKeys with(AccessKeyId id, boolean active) {
        Held held = byId.get(id.value());
        return held == null ? this : new HeldAccessKeys(byId.plus(id.value(), new Held(id, active, held.createdAt())));
    }

    HeldAccessKeys without(AccessKeyId id) {
        return new HeldAccessKeys(byId.minus(id.value()));
    }
}
