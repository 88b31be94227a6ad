package io.attestore.server.snapshots;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of stored states. Safe for many threads. */
public final class SnapshotMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotMetrics.class);

    /** Why a stored state is not used. */
    enum Reason {
        /** Another version of the server made it: to be expected for a time. */
        OTHER_FOLD,
        /** Another node knows more of the log than this one: to be expected for moments. */
        AHEAD,
        NOT_AUTHENTIC,
        NOT_READABLE
    }

    private final Counter stored;
    private final Counter dropped;
    private final Counter failed;
    private final Map<Reason, Counter> ignored = new EnumMap<>(Reason.class);
    private final Set<Reason> told = ConcurrentHashMap.newKeySet();

    public SnapshotMetrics(MeterRegistry registry) {
        stored = counter(registry, "attestore.states.stored", "States that were stored");
        dropped = counter(registry, "attestore.states.dropped", "States that were not stored, for want of room");
        failed = counter(registry, "attestore.states.failed", "Failed attempts to store states or to read them");
        for (Reason reason : Reason.values()) {
            ignored.put(
                    reason,
                    Counter.builder("attestore.states.ignored")
                            .description("Stored states that were not used")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void stored(int states) {
        stored.increment(states);
    }

    void dropped() {
        dropped.increment();
    }

    void failed() {
        failed.increment();
    }

    /** Nothing instead of the state; what ought not to be is told in the process log, once. */
    <S> Optional<S> ignored(Reason reason) {
        ignored.getOrDefault(reason, failed).increment();
        boolean unexpected = reason == Reason.NOT_AUTHENTIC || reason == Reason.NOT_READABLE;
        if (unexpected && told.add(reason)) {
            LOG.warn("A stored state is not used ({}) but folded from the log; further ones are only counted", reason);
        }
        return Optional.empty();
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
