package io.attestore.cryptography.envelope;

/**
 * A message's data key as one of those who can decrypt it keeps it. Immutable; not secret.
 *
 * <p>For a KMS key the provider is {@value #KMS_PROVIDER}, the provider's information the key's ARN, and the ciphertext
 * what GenerateDataKey returned as CiphertextBlob.
 */
public final class EncryptedDataKey {

    public static final String KMS_PROVIDER = "aws-kms";

    /** The longest of its three fields, in bytes or ASCII characters; KMS's ciphertexts have at most 6144. */
    public static final int FIELD_BYTES_MAX = 8192;

    private final String provider;
    private final String providerInformation;
    private final byte[] ciphertext;

    /** @throws IllegalArgumentException if a field is longer than {@link #FIELD_BYTES_MAX} */
    public EncryptedDataKey(String provider, String providerInformation, byte[] ciphertext) {
        if (provider.length() > FIELD_BYTES_MAX
                || providerInformation.length() > FIELD_BYTES_MAX
                || ciphertext.length > FIELD_BYTES_MAX) {
            throw new IllegalArgumentException("A field of an encrypted data key has at most 8192 bytes");
        }
        this.provider = provider;
        this.providerInformation = providerInformation;
        this.ciphertext = ciphertext.clone();
    }

    public static EncryptedDataKey ofKms(String keyArn, byte[] ciphertext) {
        return new EncryptedDataKey(KMS_PROVIDER, keyArn, ciphertext);
    }

    public String provider() {
        return provider;
    }

    public String providerInformation() {
        return providerInformation;
    }

    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public String toString() {
        return "EncryptedDataKey[" + provider + ", " + providerInformation + "]";
    }
}
