package io.attestore.entities.kms.key;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.AliasCreated;
import java.time.Instant;

/** One alias of KMS, as its events have left it. */
public sealed interface Alias {

    EntityType<Id, Alias> TYPE = new EntityType<>(
            "alias", id -> Tags.alias(id.where(), id.name()), id -> new Absent(), Alias::evolve, alias -> 300);

    /** An alias name in its namespace. */
    record Id(AccountRegion where, AliasName name) {}

    /** There is no such alias. */
    record Absent() implements Alias {}

    /** It points to a key. */
    record Pointing(KeyId target) implements Alias {}

    private static Alias evolve(Alias before, Event event, Instant at) {
        return event instanceof AliasCreated created ? new Pointing(created.target()) : before;
    }
}
