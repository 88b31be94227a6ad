package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.Set;

/** An account came to be. */
@StoredAs("iam.AccountCreated")
public record AccountCreated(AccountId account) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.account(account));
    }
}
