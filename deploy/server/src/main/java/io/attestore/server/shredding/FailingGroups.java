package io.attestore.server.shredding;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups that could not be rolled for a reason of their own. Each rests for a while, so that it keeps no other from its
 * turn, and is tried again then. Safe for many threads.
 */
final class FailingGroups {

    private static final Logger LOG = LoggerFactory.getLogger(FailingGroups.class);
    private static final Duration REST = Duration.ofMinutes(5);

    /** Group numbers, and until when they rest. */
    private final Map<Integer, Long> untilNanos = new ConcurrentHashMap<>();

    private final LongSupplier nanos;

    FailingGroups(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void failed(int group, String why) {
        LOG.error("Group {} of keys is not rolled: {}; trying again in {}", group, why, REST);
        untilNanos.put(group, nanos.getAsLong() + REST.toNanos());
    }

    void failed(int group, Exception why) {
        failed(group, why.getMessage() == null ? why.toString() : why.getMessage());
    }

    void succeeded(int group) {
        untilNanos.remove(group);
    }

    /** Others may have rolled some: only these have anything left to be done. */
    void retain(Collection<Integer> open) {
        untilNanos.keySet().retainAll(open);
    }

    /** Those that are not to be tried yet. */
    Set<Integer> resting() {
        long now = nanos.getAsLong();
        return untilNanos.entrySet().stream()
                .filter(group -> group.getValue() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lets all be tried again at once. */
    void wake() {
        long now = nanos.getAsLong();
        untilNanos.replaceAll((group, until) -> now);
    }

    int count() {
        return untilNanos.size();
    }
}
