package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter came to be; its first version follows in the same append.
 *
 * @param keyReference for a SecureString the KMS key as the caller named it; the events of early versions do not tell it
 * @param dataType likewise; {@code text} where it is not told
 */
@StoredAs("ssm.ParameterCreated")
public record ParameterCreated(
        AccountRegion where,
        ParameterName name,
        ParameterType type,
        Optional<String> keyReference,
        Optional<String> dataType)
        implements OneParameterEvent {

    public ParameterCreated(AccountRegion where, ParameterName name, ParameterType type) {
        this(where, name, type, Optional.empty(), Optional.empty());
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parametersOf(where));
    }
}
