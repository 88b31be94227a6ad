package io.attestore.command.ssm.parameter.policies;

import io.attestore.command.ssm.parameter.policies.ParameterPolicy.Expiration;
import io.attestore.command.ssm.parameter.policies.ParameterPolicy.ExpirationNotification;
import io.attestore.command.ssm.parameter.policies.ParameterPolicy.NoChangeNotification;
import io.attestore.command.ssm.parameter.policies.ParameterPolicy.Unit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the policies of a request: a JSON array of objects {@code {"Type":…,"Version":"1.0","Attributes":{…}}}. An empty
 * array, or one empty object in it, takes all policies away.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policies.html">Assigning
 *     parameter policies</a>
 */
public final class PolicyReading {

    /** Policies of one parameter. */
    public static final int POLICIES_MAX = 10;

    private static final String VERSION = "1.0";

    /** From here to {@link #LATEST}, as far as four digits of a year go: what every clock and store can hold. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Hours or days; the longest is far beyond what anybody waits for, and within reach of any timestamp. */
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

    private PolicyReading() {}

    /** @throws io.attestore.contract.operation.AwsFault if they are no policies, or not ones that may stand together */
    public static List<ParameterPolicy> read(String json) {
        List<PolicyJson> given = PolicyJson.read(json).orElseThrow(() -> ParameterPolicyFaults.malformedPolicies(json));
        if (given.size() > POLICIES_MAX) {
            throw ParameterPolicyFaults.tooManyPolicies();
        }
        if (given.size() == 1 && given.getFirst().isEmpty()) {
            return List.of();
        }
        List<ParameterPolicy> policies =
                given.stream().map(PolicyReading::policy).toList();
        if (policies.stream().filter(Expiration.class::isInstance).count() > 1) {
            throw ParameterPolicyFaults.incompatiblePolicies();
        }
        return policies;
    }

    private static ParameterPolicy policy(PolicyJson given) {
        String type = given.type().orElseThrow(ParameterPolicyFaults::unknownPolicyType);
        ParameterPolicy policy = switch (type) {
            case Expiration.TYPE -> new Expiration(timestamp(given.attributes()), given.text());
            case ExpirationNotification.TYPE ->
                new ExpirationNotification(duration(given.attributes(), "Before"), given.text());
            case NoChangeNotification.TYPE ->
                new NoChangeNotification(duration(given.attributes(), "After"), given.text());
            default -> throw ParameterPolicyFaults.unknownPolicyType();
        };
        if (!given.version().orElse("").equals(VERSION)) {
            throw ParameterPolicyFaults.invalidPolicyAttribute();
        }
        return policy;
    }

    private static Instant timestamp(Map<String, String> attributes) {
        requireExactly(attributes, Set.of("Timestamp"));
        Instant timestamp;
        try {
            timestamp = OffsetDateTime.parse(attributes.getOrDefault("Timestamp", ""))
                    .toInstant();
        } catch (DateTimeException malformed) {
            throw ParameterPolicyFaults.invalidPolicyAttribute();
        }
        if (timestamp.isBefore(EARLIEST) || timestamp.isAfter(LATEST)) {
            throw ParameterPolicyFaults.invalidPolicyAttribute();
        }
        return timestamp;
    }

    private static Duration duration(Map<String, String> attributes, String name) {
        requireExactly(attributes, Set.of(name, "Unit"));
        String count = attributes.getOrDefault(name, "");
        if (!COUNT.matcher(count).matches()) {
            throw ParameterPolicyFaults.invalidPolicyAttribute();
        }
        return unit(attributes.getOrDefault("Unit", "")).times(Long.parseLong(count));
    }

    private static Unit unit(String name) {
        for (Unit unit : Unit.values()) {
            if (unit.wireName().equals(name)) {
                return unit;
            }
        }
        throw ParameterPolicyFaults.invalidPolicyAttribute();
    }

    private static void requireExactly(Map<String, String> attributes, Set<String> names) {
        if (!attributes.keySet().equals(names)) {
            throw ParameterPolicyFaults.invalidPolicyAttribute();
        }
    }
}
