package io.attestore.cryptography.secret;

/**
 * The token that opens a {@link SecretBytes}. Only {@link InsecureSecretAccess} hands it out, so every place that takes
 * bytes out of a secret is one search away.
 */
public final class SecretAccess {

    static final SecretAccess TOKEN = new SecretAccess();

    private SecretAccess() {}
}
