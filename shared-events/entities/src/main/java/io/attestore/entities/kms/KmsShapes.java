package io.attestore.entities.kms;

import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.map;
import static io.attestore.contract.document.Shape.oneOf;
import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.cryptography.material.EncryptionContext;

/**
 * Shapes that several operations of KMS take, with the limits of the service model.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html">KMS: Encrypt</a>
 */
public final class KmsShapes {

    /** The only key spec there is here. */
    public static final String SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT";

    /** A key in any of its forms; which of them an operation takes is for the operation to say. */
    public static final TextShape KEY_ID = text(1, 2048).matching("^\\p{ASCII}+$");

    /** Accepted and without effect: there are no grants, so no grant is ever too new to be seen. */
    public static final ListShape GRANT_TOKENS = list(text(1, 8192), 0, 10);

    /** The shortest pair takes six bytes of JSON, which bounds the number of pairs. */
    public static final MapShape ENCRYPTION_CONTEXT = map(
            text(0, EncryptionContext.JSON_BYTES_MAX),
            text(0, EncryptionContext.JSON_BYTES_MAX),
            EncryptionContext.JSON_BYTES_MAX / 6);

    public static final TextShape ENCRYPTION_ALGORITHM =
            oneOf(SYMMETRIC_DEFAULT, "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE");

    /** A place in a list, as an earlier page told it. */
    public static final TextShape MARKER = text(1, 1024).matching("[\\u0020-\\u00FF]*");

    private KmsShapes() {}
}
