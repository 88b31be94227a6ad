package io.attestore.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Counts the requests that were answered before the front door saw them: too large, too slow, or no turn for them. Safe
 * for many threads.
 */
final class UnservedRequestCounter {

    private final Supplier<MeterRegistry> registry;
    private final Map<Integer, Counter> counters = new ConcurrentHashMap<>();

    /** @param registry asked for at the first of them; it may be made after this counter */
    UnservedRequestCounter(Supplier<MeterRegistry> registry) {
        this.registry = registry;
    }

    void unserved(int status) {
        counters.computeIfAbsent(status, this::counter).increment();
    }

    private Counter counter(int status) {
        return Counter.builder("attestore.requests.unserved")
                .description("Requests that were refused before they were looked at")
                .tag("status", Integer.toString(status))
                .register(registry.get());
    }
}
