package io.attestore.eventlog.anchor;

import java.security.MessageDigest;
import java.util.function.UnaryOperator;

/** Signs heads of the log, and knows what this store has signed, under keys of before too. Safe for many threads. */
public interface AnchorSignature {

    byte[] sign(byte[] message);

    /** Whether this store has signed the message so, in a time that does not depend on where they differ. */
    boolean isOf(byte[] message, byte[] signature);

    /** By one message authentication code under one key. */
    static AnchorSignature of(UnaryOperator<byte[]> mac) {
        return new AnchorSignature() {
            @Override
            public byte[] sign(byte[] message) {
                return mac.apply(message);
            }

            @Override
            public boolean isOf(byte[] message, byte[] signature) {
                return MessageDigest.isEqual(mac.apply(message), signature);
            }
        };
    }
}
