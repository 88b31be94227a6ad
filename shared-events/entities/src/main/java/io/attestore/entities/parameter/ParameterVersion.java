package io.attestore.entities.parameter;

import io.attestore.events.Bytes;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a parameter; its value sealed. See ParameterVersionPut for the members.
 *
 * @param policies those of the parameter when the next version came, or now
 */
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
        Instant modifiedAt,
        List<Policy> policies) {

    private static final int RECORD_BYTES = 400;

    public ParameterVersion {
        policies = List.copyOf(policies);
    }

    ParameterVersion withPolicies(List<Policy> others) {
        return new ParameterVersion(
                number,
                type,
                dataKeyId,
                sealedValue,
                keyReference,
                description,
                allowedPattern,
                tier,
                dataType,
                modifiedBy,
                modifiedAt,
                others);
    }

    long weight() {
        return RECORD_BYTES
                + sealedValue.length()
                + 2L
                        * (description.map(String::length).orElse(0)
                                + allowedPattern.map(String::length).orElse(0)
                                + policies.stream()
                                        .mapToInt(policy -> 60 + policy.text().length())
                                        .sum());
    }
}
