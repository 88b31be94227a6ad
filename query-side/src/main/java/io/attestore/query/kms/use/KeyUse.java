package io.attestore.query.kms.use;

import static io.attestore.entities.kms.KmsShapes.SYMMETRIC_DEFAULT;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Structure;
import io.attestore.cryptography.material.EncryptionContext;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules that Encrypt, Decrypt and GenerateDataKey share. Pure. */
public final class KeyUse {

    private static final String ALGORITHM = "EncryptionAlgorithm";

    private KeyUse() {}

    /**
     * The encryption context of an input, empty if there is none.
     *
     * @see EncryptionContext its limit
     */
    public static Map<String, String> encryptionContext(Structure input) {
        Map<String, String> pairs = input.textMap("EncryptionContext");
        try {
            EncryptionContext.of(pairs);
        } catch (IllegalArgumentException tooLongOrIllFormed) {
            throw KmsFaults.encryptionContextTooLong(EncryptionContext.JSON_BYTES_MAX);
        }
        return pairs;
    }

    /** Lets only an enabled key be used. */
    public static KeyFacts enabled(Key.Existing key) {
        return switch (key) {
            case Key.Enabled(KeyFacts facts) -> facts;
            case Key.Disabled(KeyFacts facts) -> throw KmsFaults.disabled(facts.arn());
        };
    }

    /** Refuses an algorithm that a symmetric key does not have. */
    public static void requireSymmetric(Structure input) {
        String algorithm = input.optionalText(ALGORITHM).orElse(SYMMETRIC_DEFAULT);
        if (!algorithm.equals(SYMMETRIC_DEFAULT)) {
            throw KmsFaults.incompatibleAlgorithm(algorithm, SYMMETRIC_DEFAULT);
        }
    }

    /** Ends a dry run: all that could refuse the call has been asked before. */
    public static void endDryRun(Structure input) {
        if (input.flag("DryRun")) {
            throw KmsFaults.dryRun();
        }
    }

    /**
     * Refuses an attestation document: whoever sends one expects a plaintext that only its enclave can read, and must not
     * get it in clear.
     */
    public static void refuseRecipient(Structure input) {
        if (input.has("Recipient")) {
            throw KmsFaults.unsupported("Recipient");
        }
    }

    /** What the record shows: the algorithm, said or not. */
    public static Structure withAlgorithm(Structure input) {
        Map<String, Document> members = new LinkedHashMap<>(input.members());
        members.putIfAbsent(ALGORITHM, new Text(SYMMETRIC_DEFAULT));
        return new Structure(members);
    }
}
