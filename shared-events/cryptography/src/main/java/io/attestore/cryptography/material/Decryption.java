package io.attestore.cryptography.material;

import io.attestore.cryptography.secret.SecretBytes;

/** The outcome of opening a {@link CiphertextBlob}. */
public sealed interface Decryption {

    /** The blob was authentic. The plaintext belongs to whoever receives this, who closes it. */
    record Opened(SecretBytes plaintext) implements Decryption {}

    /** The blob was not opened; KMS tells its caller no more than InvalidCiphertextException. */
    record Refused(Reason reason) implements Decryption {}

    /** Why a blob was not opened; for an operator's eyes. */
    enum Reason {
        /** It was sealed by another generation of key material; a mistake of who chose the material. */
        OTHER_MATERIAL,
        /** Key, encryption context or a bit of the blob differs from what was sealed; which one nobody can tell. */
        NOT_AUTHENTIC
    }
}
