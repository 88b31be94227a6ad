package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.Set;

/** An account has that name no more. */
@StoredAs("iam.AccountAliasDeleted")
public record AccountAliasDeleted(AccountId account, String alias) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.account(account), Tags.accountAlias(alias));
    }
}
