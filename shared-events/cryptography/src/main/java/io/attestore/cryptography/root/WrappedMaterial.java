package io.attestore.cryptography.root;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.material.MaterialId;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.util.Arrays;

/**
 * Key material as it is wrapped: its id and its key travel together, so that neither can be paired with another.
 *
 * <pre>
 * offset  bytes  field
 *      0     64  key material id, lower-case hex digits
 *     64     32  key
 * </pre>
 */
public final class WrappedMaterial {

    private static final int ID_BYTES = 64;
    private static final int CONTENT_BYTES = ID_BYTES + KeyMaterial.KEY_BYTES;

    private WrappedMaterial() {}

    /** What is to be wrapped; whoever receives it closes it. */
    public static SecretBytes contentOf(KeyMaterial material) {
        byte[] content = Arrays.copyOf(material.id().value().getBytes(US_ASCII), CONTENT_BYTES);
        try (SecretBytes key = material.copyKey()) {
            key.useBytes(
                    InsecureSecretAccess.get(),
                    bytes -> System.arraycopy(bytes, 0, content, ID_BYTES, KeyMaterial.KEY_BYTES));
        }
        return SecretBytes.takingOwnershipOf(content);
    }

    public static KeyMaterial materialOf(SecretBytes content) {
        return content.withBytes(InsecureSecretAccess.get(), bytes -> {
            MaterialId id = new MaterialId(new String(bytes, 0, ID_BYTES, US_ASCII));
            try (SecretBytes key = SecretBytes.takingOwnershipOf(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))) {
                return KeyMaterial.of(id, key);
            }
        });
    }
}
