package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import java.util.Optional;
import java.util.Set;

/**
 * A new version changed what lists choose parameters by. Most versions change none of it, so that the list of a
 * namespace does not grow with them.
 *
 * @param type if it is another one than before
 * @param keyReference for a SecureString the KMS key as the caller named it
 */
@StoredAs("ssm.ParameterAttributesChanged")
public record ParameterAttributesChanged(
        AccountRegion where,
        ParameterName name,
        Optional<ParameterType> type,
        Optional<String> keyReference,
        String dataType)
        implements OneParameterEvent {

    /** The type is what it was. */
    public ParameterAttributesChanged(
            AccountRegion where, ParameterName name, Optional<String> keyReference, String dataType) {
        this(where, name, Optional.empty(), keyReference, dataType);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parametersOf(where));
    }
}
