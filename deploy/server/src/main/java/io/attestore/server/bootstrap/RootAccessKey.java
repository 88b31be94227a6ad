package io.attestore.server.bootstrap;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * An access key that an account's root must have. Not a record, for it holds the secret; closing it wipes the secret.
 */
public final class RootAccessKey implements AutoCloseable {

    /** AWS's own documentation shows this account. */
    private static final AccountId FIRST_ACCOUNT = new AccountId("123456789012");

    private static final String ID_PREFIX = "AKIA";
    private static final int ID_RANDOM_CHARACTERS = 16;
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_CHARACTERS = 40;
    private static final String SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final AccountId account;
    private final AccessKeyId id;
    private final SecretBytes secret;

    /** Takes the secret over. */
    RootAccessKey(AccountId account, AccessKeyId id, SecretBytes secret) {
        this.account = account;
        this.id = id;
        this.secret = secret;
    }

    /** A new key of the account that a store begins with: id and secret have AWS's form, 80 and 240 random bits. */
    static RootAccessKey generate(SecureRandom random) {
        byte[] id = characters(ID_ALPHABET, ID_RANDOM_CHARACTERS, random);
        byte[] secret = characters(SECRET_ALPHABET, SECRET_CHARACTERS, random);
        return new RootAccessKey(
                FIRST_ACCOUNT,
                new AccessKeyId(ID_PREFIX + new String(id, StandardCharsets.US_ASCII)),
                SecretBytes.takingOwnershipOf(secret));
    }

    AccountId account() {
        return account;
    }

    AccessKeyId id() {
        return id;
    }

    SecretBytes secret() {
        return secret;
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "RootAccessKey[" + account + " " + id + "]";
    }

    private static byte[] characters(String alphabet, int count, SecureRandom random) {
        byte[] characters = new byte[count];
        for (int i = 0; i < count; i++) {
            characters[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return characters;
    }
}
