package io.attestore.cryptography;

import java.security.SecureRandom;

/** "Random" bytes 0, 1, 2 and so on, for what must come out the same in every run. Never for more than a test. */
public final class CountingRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private byte next;

    @Override
    public void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = next++;
        }
    }
}
