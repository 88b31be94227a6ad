package io.attestore.entities.vault;

import io.attestore.cryptography.group.KeyPurpose;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;

/**
 * One version of one value: what a data key is for.
 *
 * @param service whose value it is, e.g. {@code ssm}
 * @param name what the service calls it in its namespace
 */
public record ValuePlace(String service, AccountRegion where, String name, long version) {

    public static ValuePlace ofParameter(ParameterId id, long version) {
        return new ValuePlace("ssm", id.where(), id.path(), version);
    }

    /** All versions of a value are in one group: a deletion of a hundred versions completes with one roll. */
    public KeyPurpose purpose() {
        return new KeyPurpose("data key " + service + "/" + where.prefix() + name, Long.toString(version));
    }
}
