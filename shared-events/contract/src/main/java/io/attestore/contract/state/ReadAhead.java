package io.attestore.contract.state;

import io.attestore.events.id.AccountRegion;
import java.util.List;

/**
 * States of namespaces that a server reads into memory after its start, before anybody asks for them: those that many
 * calls need and that take long to fold.
 *
 * @param tagKey the key of a tag that every namespace's events carry with the namespace's prefix as its value
 */
public record ReadAhead(String tagKey, List<EntityType<AccountRegion, ?>> types) {

    public ReadAhead {
        types = List.copyOf(types);
    }
}
