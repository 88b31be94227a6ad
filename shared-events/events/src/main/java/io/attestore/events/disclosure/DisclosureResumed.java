package io.attestore.events.disclosure;

import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * From here on everybody gets again what they may have.
 *
 * @param reason in the operator's words, if any were given
 */
@StoredAs("store.DisclosureResumed")
public record DisclosureResumed(Optional<String> reason, List<AccountId> accounts) implements DisclosureEvent {

    public DisclosureResumed {
        accounts = List.copyOf(accounts);
    }
}
