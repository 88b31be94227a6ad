package io.attestore.audit.changes;

import io.attestore.audit.changes.ChangeDelivery.Step;
import io.attestore.events.log.LogReader;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells every webhook the changes in the log, each in a thread of its own, so that one that fails does not hold up the
 * others. Several nodes may run it: each webhook is told by one at a time. Safe for many threads. The schema must be
 * there: {@link ChangeSchema#migrate}.
 */
public final class ChangeDeliverer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDeliverer.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(2);
    private static final Duration TAKEN_PAUSE = Duration.ofMillis(500);

    private final LogReader log;
    private final DeliverySettings settings;
    private final WebhookClient client;
    private final DeliveryRows rows;
    private final Map<String, ChangeDelivery> deliveries = new LinkedHashMap<>();
    private final List<Thread> threads;

    /** @throws IllegalArgumentException if two webhooks have one name */
    public ChangeDeliverer(
            List<Webhook> webhooks, DataSource dataSource, LogReader log, DeliverySettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.client = new WebhookClient(settings, clock);
        this.rows = new DeliveryRows(new JdbcTemplate(dataSource));
        for (Webhook webhook : webhooks) {
            var delivery = new ChangeDelivery(webhook, dataSource, log, client, settings, clock);
            if (deliveries.put(webhook.name(), delivery) != null) {
                throw new IllegalArgumentException("Two webhooks are named " + webhook.name());
            }
        }
        this.threads = deliveries.entrySet().stream()
                .map(each -> Thread.ofPlatform()
                        .daemon()
                        .name("webhook-" + each.getKey())
                        .unstarted(() -> run(each.getKey(), each.getValue())))
                .toList();
    }

    /** Begins to follow the log; once only. */
    public void start() {
        deliveries.values().forEach(ChangeDelivery::begin);
        threads.forEach(Thread::start);
    }

    /** Asks the database, once, how each webhook stands. */
    public List<DeliveryStatus> status() {
        Map<String, DeliveryRows.State> states = rows.states();
        long head = log.head();
        return deliveries.keySet().stream()
                .map(webhook -> status(webhook, states.get(webhook), head))
                .toList();
    }

    private static DeliveryStatus status(String webhook, DeliveryRows.@Nullable State state, long head) {
        return state == null
                ? new DeliveryStatus(webhook, -1, 0, 0, "", 0)
                : new DeliveryStatus(
                        webhook,
                        state.position(),
                        head - state.position(),
                        state.attempts(),
                        state.lastFailure(),
                        state.deadLetters());
    }

    /**
     * Tells a webhook its dead letters once more, the oldest first, until one is refused again. They come after what was
     * told meanwhile.
     *
     * @return how many were taken; empty if there is no such webhook
     */
    public Optional<Integer> redeliver(String webhook) throws InterruptedException {
        ChangeDelivery delivery = deliveries.get(webhook);
        if (delivery == null) {
            return Optional.empty();
        }
        int taken = 0;
        while (delivery.redeliverOldest()) {
            taken++;
        }
        return Optional.of(taken);
    }

    /** Stops; an event that is being told may be told again. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                if (thread.getState() != Thread.State.NEW && !thread.join(CLOSE_TIMEOUT)) {
                    LOG.warn("{} did not stop within {}", thread.getName(), CLOSE_TIMEOUT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    private void run(String webhook, ChangeDelivery delivery) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                stepAndRest(webhook, delivery);
            }
        } catch (InterruptedException e) {
            LOG.debug("The delivery to {} was told to stop", webhook);
        }
    }

    private void stepAndRest(String webhook, ChangeDelivery delivery) throws InterruptedException {
        try {
            switch (delivery.step()) {
                case Step.Moved moved -> Thread.onSpinWait();
                case Step.Level(long position) -> log.awaitBeyond(position, settings.idle());
                case Step.Waiting(Duration pause) -> Thread.sleep(pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX);
                case Step.Taken _ -> Thread.sleep(TAKEN_PAUSE);
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.error("Changes could not be told to {}; trying again", webhook, e);
            Thread.sleep(PAUSE_MAX);
        }
    }
}
