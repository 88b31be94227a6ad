package io.attestore.cryptography.secret;

/**
 * Hands out the {@link SecretAccess}. Whoever calls this takes a secret out of its protection: the bytes may then be
 * printed, kept or compared by mistake. A review looks at each call.
 */
public final class InsecureSecretAccess {

    private InsecureSecretAccess() {}

    public static SecretAccess get() {
        return SecretAccess.TOKEN;
    }
}
