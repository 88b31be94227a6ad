package io.attestore.eventlog.seal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The keys of the rows' MACs, by the position from which on each is the one. Safe for many threads. */
public final class RowMacs {

    private final NavigableMap<Long, Supplier<UnaryOperator<byte[]>>> keys;

    /** @param keys HMAC-SHA-256 under each, for one thread each time it is asked for; the first from position 0 on */
    public RowMacs(Map<Long, Supplier<UnaryOperator<byte[]>>> keys) {
        this.keys = new TreeMap<>(keys);
        if (!this.keys.containsKey(0L) || this.keys.firstKey() < 0) {
            throw new IllegalArgumentException("The first key is the one from position 0 on");
        }
    }

    /** For the use by one thread. Sets up the key when it is first needed: worth it for a few rows already. */
    public RowMac forOneThread() {
        return new RowMac(keys);
    }
}
