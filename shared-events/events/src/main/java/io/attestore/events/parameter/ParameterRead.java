package io.attestore.events.parameter;

import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.List;
import java.util.Optional;

/**
 * Values were disclosed by one call: a record of access, so it carries no tag. It tells, too, which KMS keys opened
 * them: the busiest of all calls is one event, not two.
 *
 * @param disclosures each version that the answer holds, in the answer's order
 * @param withDecryption whether SecureStrings were given out in the clear rather than as ciphertext
 */
@StoredAs("ssm.ParameterRead")
public record ParameterRead(AccountRegion where, List<Disclosure> disclosures, boolean withDecryption)
        implements ParameterEvent {

    public ParameterRead {
        disclosures = List.copyOf(disclosures);
    }

    @Override
    public List<NamedResource> resources() {
        return disclosures.stream()
                .map(Disclosure::name)
                .map(name -> new NamedResource(ParameterId.of(where, name).arn(), name.value()))
                .toList();
    }

    /**
     * One version of one parameter.
     *
     * @param openedBy the KMS key that decrypted it, under the encryption context PARAMETER_ARN; empty for what is not
     *     encrypted and for what was given out as ciphertext
     */
    public record Disclosure(ParameterName name, long version, ParameterType type, Optional<OpeningKey> openedBy) {

        /** A version that no key opened. */
        public Disclosure(ParameterName name, long version, ParameterType type) {
            this(name, version, type, Optional.empty());
        }
    }

    /**
     * A KMS key that this call used.
     *
     * @param where the namespace that the key lives in
     */
    public record OpeningKey(AccountRegion where, KeyId keyId) {}
}
