package io.attestore.entities.kms.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.Arn;
import java.util.Base64;
import java.util.Optional;

/**
 * What CreateGrant answers beside the grant's id. At AWS it makes a grant count before all of KMS knows it; here every grant
 * counts at once, so a token only names one. It is no secret, and gives nobody a permission.
 *
 * @param key the grant's key, by its ARN; where a request names it itself, by its id or ARN
 */
public record GrantToken(String key, String grantId) {

    private static final String PREFIX = "grant\n";

    /** For an answer. */
    public String text() {
        return Base64.getEncoder().encodeToString((PREFIX + key + "\n" + grantId).getBytes(UTF_8));
    }

    public static Optional<GrantToken> parse(String text) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(text), UTF_8).split("\n", -1);
            return parts.length == 3
                            && PREFIX.equals(parts[0] + "\n")
                            && Arn.parse(parts[1]).isPresent()
                    ? Optional.of(new GrantToken(parts[1], parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** @throws AwsFault in KMS's words, if a request's grant tokens are none */
    public static void requireValid(Structure input) {
        for (String token : input.texts("GrantTokens")) {
            if (parse(token).isEmpty()) {
                throw GrantFaults.invalidToken();
            }
        }
    }
}
