package io.attestore.cryptography.aead;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import javax.crypto.SecretKey;

/** A key as the JDK's ciphers want it, for one initialisation: unlike SecretKeySpec it is wiped and has no equality. */
public final class WipedKey implements SecretKey, AutoCloseable {

    private final String algorithm;
    private final transient byte[] encoded;

    public WipedKey(String algorithm, SecretBytes key) {
        this.algorithm = algorithm;
        this.encoded = key.copyOut(InsecureSecretAccess.get());
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /** A copy, which the provider that asked for it wipes. */
    @Override
    public byte[] getEncoded() {
        return encoded.clone();
    }

    @Override
    public void close() {
        Arrays.fill(encoded, (byte) 0);
    }

    @Override
    public String toString() {
        return "WipedKey[redacted]";
    }

    private void writeObject(ObjectOutputStream stream) throws NotSerializableException {
        throw new NotSerializableException("A key is never serialised");
    }
}
