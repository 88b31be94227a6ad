package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccessKeyCreated;
import java.time.Instant;

/** One access key, as its events have left it. Its secret is in the key table. */
public sealed interface AccessKey {

    EntityType<AccessKeyId, AccessKey> TYPE =
            new EntityType<>("access key", Tags::accessKey, id -> new Absent(), AccessKey::evolve, key -> 400);

    /** There is no such key. */
    record Absent() implements AccessKey {}

    /** It signs for the root of its account. */
    record Active(AccessKeyId id, AccountId account) implements AccessKey {}

    private static AccessKey evolve(AccessKey before, Event event, Instant at) {
        return event instanceof AccessKeyCreated created
                ? new Active(created.accessKeyId(), created.account())
                : before;
    }
}
