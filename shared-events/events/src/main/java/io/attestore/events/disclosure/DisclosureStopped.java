package io.attestore.events.disclosure;

import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountId;
import java.util.List;

/**
 * From here on no value, plaintext or stored ciphertext leaves the store.
 *
 * @param reason in the operator's words
 */
@StoredAs("store.DisclosureStopped")
public record DisclosureStopped(String reason, List<AccountId> accounts) implements DisclosureEvent {

    public DisclosureStopped {
        accounts = List.copyOf(accounts);
    }
}
