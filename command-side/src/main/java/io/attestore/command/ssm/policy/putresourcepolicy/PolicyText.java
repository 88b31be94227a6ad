package io.attestore.command.ssm.policy.putresourcepolicy;

import static io.attestore.command.ssm.policy.putresourcepolicy.MalformedPolicyException.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.entities.ssm.policy.ResourcePolicyFaults;
import io.attestore.events.id.ParameterId;
import io.attestore.events.parameter.ResourcePolicyGrant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The text of a resource policy and what it grants. It is a policy of IAM's grammar with less in it: statements allow
 * named accounts, users and roles the actions that sharing knows, on this parameter alone. Whatever else IAM has
 * (Deny, conditions, wildcards, the Not-elements) is refused rather than kept unheeded.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON
 *     policy language</a>
 */
record PolicyText(String text, List<ResourcePolicyGrant> grants) {

    /** See ResourcePolicyLimitExceededException in the service's model. */
    static final int BYTES_MAX = 1024;

    private static final int DEPTH_MAX = 8;
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    /**
     * Reads a policy of one parameter.
     *
     * @throws io.attestore.contract.operation.AwsFault if the parameter cannot have it
     */
    static PolicyText of(String text, ParameterId parameter) {
        if (text.length() > BYTES_MAX || text.getBytes(UTF_8).length > BYTES_MAX) {
            throw ResourcePolicyFaults.resourcePolicyTooLong(BYTES_MAX);
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new PolicyText(text, policy(json, new PolicyStatement.Reading(json, parameter)));
        } catch (JacksonException malformed) {
            throw ResourcePolicyFaults.malformedResourcePolicy("It is not JSON, or not of the form of a policy.");
        } catch (MalformedPolicyException malformed) {
            throw ResourcePolicyFaults.malformedResourcePolicy(String.valueOf(malformed.getMessage()));
        }
    }

    /** SHA-256 in hexadecimal. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static List<ResourcePolicyGrant> policy(JsonParser json, PolicyStatement.Reading statements)
            throws MalformedPolicyException {
        require(json.nextToken() == JsonToken.START_OBJECT, "A policy is a JSON object.");
        List<ResourcePolicyGrant> grants = new ArrayList<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            switch (member) {
                case "Version" ->
                    require(
                            value == JsonToken.VALUE_STRING && VERSIONS.contains(json.getString()),
                            "Version is 2012-10-17 or 2008-10-17.");
                case "Id" -> require(value == JsonToken.VALUE_STRING, "Id is a string.");
                case "Statement" -> grants.addAll(statements(json, value, statements));
                default -> throw new MalformedPolicyException("A policy has Version, Id and Statement only.");
            }
        }
        require(json.nextToken() == null, "A policy is one JSON object.");
        require(!grants.isEmpty(), "A policy has at least one statement.");
        return grants;
    }

    private static List<ResourcePolicyGrant> statements(
            JsonParser json, @Nullable JsonToken first, PolicyStatement.Reading statements)
            throws MalformedPolicyException {
        if (first != JsonToken.START_ARRAY) {
            return List.of(statements.grant());
        }
        List<ResourcePolicyGrant> grants = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            grants.add(statements.grant());
        }
        return grants;
    }
}
