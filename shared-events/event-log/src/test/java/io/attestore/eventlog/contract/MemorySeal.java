package io.attestore.eventlog.contract;

import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.seal.RowMacs;
import io.attestore.eventlog.seal.SealState;
import io.attestore.eventlog.table.LogHead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A store's seal that is gone with the test: random keys, and a state that nobody outside of it can reach. */
public final class MemorySeal implements LogSeal {

    private final byte[] key = new byte[32];
    private volatile SealState state = new SealState.Unsealed();

    public MemorySeal() {
        new SecureRandom().nextBytes(key);
    }

    @Override
    public SealState state() {
        return state;
    }

    @Override
    public void begin(LogHead through) {
        state = new SealState.Sealing(through);
    }

    @Override
    public void complete() {
        state = new SealState.Sealed();
    }

    @Override
    public RowMacs macs() {
        return new RowMacs(Map.of(0L, this::hmac));
    }

    private UnaryOperator<byte[]> hmac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac::doFinal;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
