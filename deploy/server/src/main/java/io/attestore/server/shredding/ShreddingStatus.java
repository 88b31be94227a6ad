package io.attestore.server.shredding;

import java.util.List;

/**
 * How far destructions are complete.
 *
 * @param dueGroups groups of keys with a destruction that is not complete
 * @param oldestDueSeconds for how long the oldest of these has not been
 * @param withinSeconds for how long it may at most
 * @param waitsFor what keeps groups that are rolled from being complete: standbys, in words
 */
public record ShreddingStatus(long dueGroups, long oldestDueSeconds, long withinSeconds, List<String> waitsFor) {

    public ShreddingStatus {
        waitsFor = List.copyOf(waitsFor);
    }

    public boolean isOverdue() {
        return oldestDueSeconds > withinSeconds;
    }
}
