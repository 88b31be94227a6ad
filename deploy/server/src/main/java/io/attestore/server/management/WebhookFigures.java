package io.attestore.server.management;

import io.attestore.audit.changes.DeliveryStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the webhooks stand, for gauges: a scrape asks for several figures of each, one after the other, and the database is
 * asked for all of them once. What is known is kept for a second, even if it is that the database did not answer. Safe
 * for many threads.
 */
public final class WebhookFigures {

    static final Duration KEPT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookFigures.class);

    private final Supplier<List<DeliveryStatus>> statuses;
    private final LongSupplier nanoTime;
    private Optional<Asked> last = Optional.empty();

    private record Asked(long atNanos, Optional<List<DeliveryStatus>> known) {}

    /** @param nanoTime as {@link System#nanoTime} */
    public WebhookFigures(Supplier<List<DeliveryStatus>> statuses, LongSupplier nanoTime) {
        this.statuses = statuses;
        this.nanoTime = nanoTime;
    }

    /** A figure of one webhook; not a number where none is known. */
    public double of(String webhook, ToDoubleFunction<DeliveryStatus> figure) {
        return known().flatMap(all -> all.stream()
                        .filter(status -> status.webhook().equals(webhook))
                        .findFirst())
                .map(figure::applyAsDouble)
                .orElse(Double.NaN);
    }

    private synchronized Optional<List<DeliveryStatus>> known() {
        long now = nanoTime.getAsLong();
        if (last.filter(asked -> now - asked.atNanos() < KEPT.toNanos()).isPresent()) {
            return last.get().known();
        }
        Optional<List<DeliveryStatus>> known = ask();
        last = Optional.of(new Asked(nanoTime.getAsLong(), known));
        return known;
    }

    private Optional<List<DeliveryStatus>> ask() {
        try {
            return Optional.of(statuses.get());
        } catch (RuntimeException unanswered) {
            LOG.warn("The database did not tell how the webhooks stand: {}", unanswered.toString());
            return Optional.empty();
        }
    }
}
