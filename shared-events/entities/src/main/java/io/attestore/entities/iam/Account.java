package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccountCreated;
import java.time.Instant;

/** One account, as its events have left it. */
public sealed interface Account {

    EntityType<AccountId, Account> TYPE =
            new EntityType<>("account", Tags::account, id -> new Absent(), Account::evolve, account -> 200);

    /** There is no such account. */
    record Absent() implements Account {}

    /** It can be worked with. */
    record Open(AccountId id) implements Account {}

    private static Account evolve(Account before, Event event, Instant at) {
        return event instanceof AccountCreated created ? new Open(created.account()) : before;
    }
}
