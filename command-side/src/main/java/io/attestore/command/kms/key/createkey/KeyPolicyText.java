package io.attestore.command.kms.key.createkey;

import io.attestore.entities.kms.KmsFaults;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The text of a key policy: one JSON object of at most {@value #BYTES_MAX} bytes in which no name comes twice. What it
 * grants is for the evaluation of policies to say.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html">KMS: Resource quotas</a>
 */
final class KeyPolicyText {

    static final int BYTES_MAX = 32 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private KeyPolicyText() {}

    static String checked(String policy) {
        if (policy.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            throw KmsFaults.policyTooLong(BYTES_MAX);
        }
        if (!isObject(policy)) {
            throw KmsFaults.malformedPolicy();
        }
        return policy;
    }

    private static boolean isObject(String policy) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), policy)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return parser.nextToken() == null;
        } catch (JacksonException malformed) {
            return false;
        }
    }
}
