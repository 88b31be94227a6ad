package io.attestore.events.parameter;

import io.attestore.events.Bytes;
import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.Optional;
import java.util.Set;

/**
 * A version of a parameter was put.
 *
 * @param version counts from 1 and never repeats while the parameter exists
 * @param dataKeyId the row of the key table that opens {@code sealedValue}; once destroyed, the value is gone
 * @param sealedValue the value (for a SecureString its KMS ciphertext) sealed under that data key
 * @param keyReference for a SecureString the KMS key as the caller named it, e.g. {@code alias/aws/ssm}
 * @param tier Standard or Advanced
 * @param modifiedBy the ARN of the principal that put it
 */
@StoredAs("ssm.ParameterVersionPut")
public record ParameterVersionPut(
        AccountRegion where,
        ParameterName name,
        long version,
        ParameterType type,
        String dataKeyId,
        Bytes sealedValue,
        Optional<String> keyReference,
        Optional<String> description,
        Optional<String> allowedPattern,
        String tier,
        String dataType,
        String modifiedBy)
        implements OneParameterEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)));
    }
}
