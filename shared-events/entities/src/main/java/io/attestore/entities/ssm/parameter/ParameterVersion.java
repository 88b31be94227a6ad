package io.attestore.entities.ssm.parameter;

import io.attestore.events.Bytes;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a parameter; its value sealed. See ParameterVersionPut for the members.
 *
 * @param position where in the log it was put; there its value is, too
 * @param sealedValue in memory only of a newest version; {@link SealedValues} has all
 * @param policies those of the parameter when the next version came, or now
 */
public record ParameterVersion(
        long number,
        ParameterType type,
        String dataKeyId,
        long position,
        Optional<Bytes> sealedValue,
        Optional<String> keyReference,
        Optional<String> description,
        Optional<String> allowedPattern,
        String tier,
        String dataType,
        String modifiedBy,
        Instant modifiedAt,
        List<Policy> policies) {

    /** The record, its moment, its place in a list, and the heads of the text that no other version has. */
    private static final int OWN_BYTES = 150;

    private static final int TEXT_BYTES = 48;
    private static final int POLICY_BYTES = 120;

    public ParameterVersion {
        policies = List.copyOf(policies);
    }

    ParameterVersion withPolicies(List<Policy> others) {
        return new ParameterVersion(
                number,
                type,
                dataKeyId,
                position,
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

    /** As it is remembered once it is not the newest any more. */
    ParameterVersion withoutValue() {
        return new ParameterVersion(
                number,
                type,
                dataKeyId,
                position,
                Optional.empty(),
                keyReference,
                description,
                allowedPattern,
                tier,
                dataType,
                modifiedBy,
                modifiedAt,
                policies);
    }

    /** The same, holding the very objects of another version where they are equal: most versions differ in little. */
    ParameterVersion sharing(ParameterVersion other) {
        return new ParameterVersion(
                number,
                type,
                dataKeyId,
                position,
                sealedValue,
                shared(keyReference, other.keyReference),
                shared(description, other.description),
                shared(allowedPattern, other.allowedPattern),
                shared(tier, other.tier),
                shared(dataType, other.dataType),
                shared(modifiedBy, other.modifiedBy),
                modifiedAt,
                shared(policies, other.policies));
    }

    private static <T> T shared(T own, T others) {
        return own.equals(others) ? others : own;
    }

    /** About how many bytes it keeps in memory. */
    long weight() {
        return ownWeight()
                + weight(keyReference)
                + weight(description)
                + weight(allowedPattern)
                + weight(tier)
                + weight(dataType)
                + weight(modifiedBy)
                + weight(policies);
    }

    /** How many bytes it adds to those of a version that it shares with. */
    long weightBeside(ParameterVersion other) {
        return ownWeight()
                + (keyReference.equals(other.keyReference) ? 0 : weight(keyReference))
                + (description.equals(other.description) ? 0 : weight(description))
                + (allowedPattern.equals(other.allowedPattern) ? 0 : weight(allowedPattern))
                + (tier.equals(other.tier) ? 0 : weight(tier))
                + (dataType.equals(other.dataType) ? 0 : weight(dataType))
                + (modifiedBy.equals(other.modifiedBy) ? 0 : weight(modifiedBy))
                + (policies.equals(other.policies) ? 0 : weight(policies));
    }

    private long ownWeight() {
        return OWN_BYTES
                + dataKeyId.length()
                + sealedValue.map(value -> TEXT_BYTES + value.length()).orElse(0);
    }

    private static long weight(String text) {
        return TEXT_BYTES + text.length();
    }

    /** Texts of callers may take two bytes a character. */
    private static long weight(Optional<String> text) {
        return text.map(present -> TEXT_BYTES + 2L * present.length()).orElse(0L);
    }

    private static long weight(List<Policy> policies) {
        return policies.stream()
                .mapToLong(policy -> POLICY_BYTES + 2L * policy.text().length())
                .sum();
    }
}
