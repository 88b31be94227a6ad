package io.attestore.query.ssm.parameter.lookup;

import io.attestore.contract.operation.AwsFault;
import java.util.regex.Pattern;

/**
 * A name of the form {@code /aws/reference/secretsmanager/SECRET} or {@code …/SECRET:SELECTOR}: the secret of that name
 * in Secrets Manager, for GetParameter and GetParameters alone. There is no Secrets Manager here, so there is no such
 * secret.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html">Referencing
 *     AWS Secrets Manager secrets from Parameter Store parameters</a>
 */
public final class SecretReference {

    private static final String PREFIX = "/aws/reference/secretsmanager/";

    /** A secret's name has at most 512 characters; a selector is a version's id or its stage. */
    private static final Pattern WELL_FORMED =
            Pattern.compile(PREFIX + "[a-zA-Z0-9/_+=.@-]{1,512}(?::[a-zA-Z0-9/_+=.@-]{1,256})?");

    private SecretReference() {}

    public static boolean isOne(String name) {
        return name.strip().startsWith(PREFIX);
    }

    /** What GetParameter answers. */
    public static AwsFault refusal(String name, boolean withDecryption) {
        String reference = name.strip();
        if (!WELL_FORMED.matcher(reference).matches()) {
            return SecretReferenceFaults.malformedSecretReference();
        }
        return withDecryption
                ? SecretReferenceFaults.secretNotFound(reference)
                : SecretReferenceFaults.secretNeedsDecryption();
    }
}
