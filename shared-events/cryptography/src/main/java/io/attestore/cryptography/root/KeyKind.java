package io.attestore.cryptography.root;

import java.util.Arrays;
import java.util.Optional;

/** What is wrapped; a data key never opens as key material. */
public enum KeyKind {
    KEY_MATERIAL(1),
    DATA_KEY(2),
    OTHER_SECRET(3);

    private final byte code;

    KeyKind(int code) {
        this.code = (byte) code;
    }

    /** As the formats of wrapped keys have it. */
    public byte code() {
        return code;
    }

    public static Optional<KeyKind> of(byte code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
}
