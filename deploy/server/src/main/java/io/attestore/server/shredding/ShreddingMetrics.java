package io.attestore.server.shredding;

import io.attestore.events.log.LogUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What is told of destructions as figures. */
public final class ShreddingMetrics {

    private ShreddingMetrics() {}

    public static void register(Shredder shredder, MeterRegistry registry) {
        Gauge.builder("attestore.shredding.due.groups", shredder, asked -> of(asked, ShreddingStatus::dueGroups))
                .description("Groups of keys with a destruction that is not complete")
                .register(registry);
        Gauge.builder("attestore.shredding.due.oldest", shredder, asked -> of(asked, ShreddingStatus::oldestDueSeconds))
                .description("For how long the oldest of these has not been")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "attestore.shredding.failing.groups",
                        shredder,
                        asked -> of(asked, ShreddingStatus::failingGroups))
                .description("Groups of keys that this node has tried to roll in vain")
                .register(registry);
    }

    private static double of(Shredder shredder, ToDoubleFunction<ShreddingStatus> figure) {
        try {
            return figure.applyAsDouble(shredder.status());
        } catch (LogUnavailableException notNow) {
            return Double.NaN;
        }
    }
}
