package io.attestore.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.door.RejectedRequests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the requests that could not be authenticated, and writes a sample of them to the process log: one line for
 * each address and code a minute, of at most {@value #ADDRESSES_MAX} addresses. Safe for many threads.
 */
public final class RejectedRequestCounter implements RejectedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedRequestCounter.class);
    private static final int ADDRESSES_MAX = 1_000;

    private final MeterRegistry registry;

    private record Kind(String code, String reason) {}

    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(ADDRESSES_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public RejectedRequestCounter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void rejected(String code, String reason, String sourceAddress) {
        counters.computeIfAbsent(new Kind(code, reason), this::counter).increment();
        if (noted.asMap().putIfAbsent(code + " " + sourceAddress, true) == null) {
            LOG.warn("Rejected a request of {}: {}", sourceAddress, code);
        }
    }

    private Counter counter(Kind kind) {
        return Counter.builder("attestore.requests.rejected")
                .description("Requests that could not be authenticated")
                .tag("code", kind.code)
                .tag("reason", kind.reason)
                .register(registry);
    }
}
