package io.attestore.server.http.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Counts the requests that were answered before the front door saw them: too large, too slow, or no turn for them; and
 * what was closed without an answer. Safe for many threads.
 */
public final class UnservedRequestCounter {

    private final Supplier<MeterRegistry> registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    /** @param registry asked for at the first of them; it may be made after this counter */
    public UnservedRequestCounter(Supplier<MeterRegistry> registry) {
        this.registry = registry;
    }

    /** Answered with this status. */
    public void unserved(int status) {
        count(Integer.toString(status));
    }

    /** The head of a request did not come in time: closed. */
    void slow() {
        count("slow");
    }

    /** A connection was closed, or not taken, because its source had more than its share. */
    void displaced() {
        count("displaced");
    }

    private void count(String status) {
        counters.computeIfAbsent(status, this::counter).increment();
    }

    private Counter counter(String status) {
        return Counter.builder("attestore.requests.unserved")
                .description("Requests that were refused before they were looked at, and connections closed")
                .tag("status", status)
                .register(registry.get());
    }
}
