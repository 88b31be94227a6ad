package io.attestore.entities.parameter;

import io.attestore.events.Bytes;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.Optional;

/** One version of a parameter; its value sealed. See ParameterVersionPut for the members. */
public record ParameterVersion(
        long number,
        ParameterType type,
        String dataKeyId,
        Bytes sealedValue,
        Optional<String> keyReference,
        Optional<String> description,
        Optional<String> allowedPattern,
        String tier,
        String dataType,
        String modifiedBy,
        Instant modifiedAt) {

    private static final int RECORD_BYTES = 400;

    long weight() {
        return RECORD_BYTES
                + sealedValue.length()
                + 2L
                        * (description.map(String::length).orElse(0)
                                + allowedPattern.map(String::length).orElse(0));
    }
}
