package io.attestore.entities.vault;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Seals what an event stores of one version of a value, under a data key of that version, and opens it again. Safe for
 * many threads.
 */
public final class ValueSeal {

    private final KeyVault vault;
    private final SecureRandom random;

    public ValueSeal(KeyVault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    /** A sealed value with the row that will open it. */
    public record Sealed(String dataKeyId, Bytes value, KeyRowChange.Put row) {}

    public Sealed seal(ValuePlace place, SecretBytes plaintext) {
        KeyVault.NewDataKey dataKey = vault.newDataKey(place);
        byte[] sealed = dataKey.key().seal(plaintext, boundTo(dataKey.rowId()), random);
        return new Sealed(dataKey.rowId(), Bytes.copyOf(sealed), dataKey.row());
    }

    /**
     * Opens a value; empty if its data key was destroyed. Whoever receives the plaintext closes it.
     *
     * @throws io.attestore.cryptography.root.UnwrapException if the data key is not that of this version
     */
    public Optional<SecretBytes> open(ValuePlace place, String dataKeyId, Bytes sealedValue) {
        return vault.dataKey(dataKeyId, place).map(key -> key.open(sealedValue.toArray(), boundTo(dataKeyId)));
    }

    /** The value is bound to the row of its data key, which no other value shares. */
    private static byte[] boundTo(String dataKeyId) {
        return dataKeyId.getBytes(StandardCharsets.UTF_8);
    }
}
