package io.attestore.proof.torture.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The notes of all clients of a campaign. Safe for many threads. */
final class Ledger {

    private final AtomicLong calls = new AtomicLong();
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    /** A name for the next call, never given twice. */
    String nextCallId() {
        return "torture/" + calls.incrementAndGet();
    }

    void note(Entry entry) {
        entries.add(entry);
    }

    /** All notes since the last time. */
    List<Entry> take() {
        List<Entry> taken = new ArrayList<>();
        for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
            taken.add(entry);
        }
        return taken;
    }
}
