package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.IamId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.AccessKeyDeleted;
import io.attestore.events.identity.AccessKeyStatusChanged;
import io.attestore.events.identity.UserAccessKeyCreated;
import java.time.Instant;
import java.util.Optional;

/** One access key, as its events have left it. Its secret is in the key table. */
public sealed interface AccessKey {

    EntityType<AccessKeyId, AccessKey> TYPE =
            new EntityType<>("access key", Tags::accessKey, id -> new Absent(), AccessKey::evolve, key -> 400);

    /** There has never been such a key. */
    record Absent() implements AccessKey {}

    /** There was one; its id is not used again. */
    record Deleted() implements AccessKey {}

    /** A key there is. */
    sealed interface Existing extends AccessKey {

        AccessKeyId id();

        AccountId account();

        /** Whose it is; empty for the root of its account. */
        Optional<IamId> user();

        Instant createdAt();

        default boolean isActive() {
            return this instanceof Active;
        }
    }

    /** It signs for its user, or for the root of its account. */
    record Active(AccessKeyId id, AccountId account, Optional<IamId> user, Instant createdAt) implements Existing {}

    /** It signs nothing until it is made active again. */
    record Inactive(AccessKeyId id, AccountId account, Optional<IamId> user, Instant createdAt) implements Existing {}

    /** The state after an event that is about this key. */
    static AccessKey evolve(AccessKey before, Event event, Instant at) {
        return switch (event) {
            case AccessKeyCreated created -> new Active(created.accessKeyId(), created.account(), Optional.empty(), at);
            case UserAccessKeyCreated created ->
                new Active(
                        created.accessKeyId(),
                        created.user().account(),
                        Optional.of(created.user().id()),
                        at);
            case AccessKeyStatusChanged changed
            when before instanceof Existing key ->
                changed.active()
                        ? new Active(key.id(), key.account(), key.user(), key.createdAt())
                        : new Inactive(key.id(), key.account(), key.user(), key.createdAt());
            case AccessKeyDeleted _ -> new Deleted();
            default -> before;
        };
    }
}
