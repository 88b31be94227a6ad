package io.attestore.events.parameter;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import java.util.List;

/**
 * Values were disclosed by one call: a record of access, so it carries no tag.
 *
 * @param disclosures each version that the answer holds, in the answer's order
 * @param withDecryption whether SecureStrings were given out in the clear rather than as ciphertext
 */
public record ParameterRead(AccountRegion where, List<Disclosure> disclosures, boolean withDecryption)
        implements ParameterEvent {

    public ParameterRead {
        disclosures = List.copyOf(disclosures);
    }

    /** One version of one parameter. */
    public record Disclosure(ParameterName name, long version, ParameterType type) {}
}
