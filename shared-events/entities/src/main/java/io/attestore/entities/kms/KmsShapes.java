package io.attestore.entities.kms;

import static io.attestore.contract.document.Shape.map;
import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.cryptography.material.EncryptionContext;
import java.util.function.UnaryOperator;

/**
 * What inputs of KMS have that its service model does not tell.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html">KMS: Encrypt</a>
 */
public final class KmsShapes {

    /** The only key spec there is here. */
    public static final String SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT";

    /** The only key usage there is here. */
    public static final String ENCRYPT_DECRYPT = "ENCRYPT_DECRYPT";

    /** The only origin of material there is here. */
    public static final String AWS_KMS = "AWS_KMS";

    /** KMS refuses a key's name that is not ASCII by this pattern, which it has not published. */
    private static final String ASCII = "^\\p{ASCII}+$";

    /** The shortest pair takes six bytes of JSON, which bounds the number of pairs. */
    private static final MapShape ENCRYPTION_CONTEXT = map(
            text(0, EncryptionContext.JSON_BYTES_MAX),
            text(0, EncryptionContext.JSON_BYTES_MAX),
            EncryptionContext.JSON_BYTES_MAX / 6);

    private KmsShapes() {}

    /** An input that names a key by this member; which of its forms the operation takes is for the operation to say. */
    public static UnaryOperator<StructureShape> ascii(String member) {
        return model -> model.changing(member, key -> ((TextShape) key).matching(ASCII));
    }

    /**
     * An input of an operation that uses a key. Grant tokens are no part of its record, as at AWS: they name grants that are
     * not known everywhere yet, of which there are none here.
     */
    public static StructureShape ofUse(StructureShape model) {
        return ascii("KeyId")
                .apply(model)
                .changing("EncryptionContext", _ -> ENCRYPTION_CONTEXT)
                .omitting("GrantTokens");
    }
}
