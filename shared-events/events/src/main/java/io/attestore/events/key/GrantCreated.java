package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody may do something with a key from here on.
 *
 * @param grantId 64 hexadecimal digits
 * @param retiring who may end it, beside those who may by the key's policy
 * @param issuer the account of whoever made it
 * @param operations as KMS names them
 * @param contextEquals the encryption context that a request must have; empty: any
 * @param contextSubset the pairs that a request's encryption context must have, at least; empty: none
 */
@StoredAs("kms.GrantCreated")
public record GrantCreated(
        AccountRegion where,
        KeyId keyId,
        String grantId,
        Optional<String> name,
        GrantPrincipal grantee,
        Optional<GrantPrincipal> retiring,
        AccountId issuer,
        List<String> operations,
        Map<String, String> contextEquals,
        Map<String, String> contextSubset)
        implements KeyEvent {

    public GrantCreated {
        operations = List.copyOf(operations);
        contextEquals = Map.copyOf(contextEquals);
        contextSubset = Map.copyOf(contextSubset);
    }

    /** Not the key's own: a use that no grant was asked for is not decided anew. */
    @Override
    public Set<EventTag> tags() {
        return tags(where, keyId, retiring);
    }

    static Set<EventTag> tags(AccountRegion where, KeyId keyId, Optional<GrantPrincipal> retiring) {
        Set<EventTag> tags = new HashSet<>(Set.of(Tags.grants(where, keyId)));
        retiring.ifPresent(principal -> tags.add(Tags.retirableGrants(where.region(), principal.id())));
        return tags;
    }
}
