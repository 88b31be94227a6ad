package io.attestore.audit.changes;

import io.attestore.audit.changes.DeliveryRows.Taken;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells one webhook the changes in the log, one after the other. A step tells one event in one transaction, which holds
 * the webhook's row: of several nodes one tells while the others find the row taken, and an event whose step was broken
 * off is told again. Nothing overtakes an event that could not be told, until it goes to the dead letters. For one
 * thread at a time.
 */
final class ChangeDelivery {

    /** How a step ended. */
    sealed interface Step {

        /** An event was told, or others were passed over. */
        record Moved(long position) implements Step {}

        /** There is nothing to tell. */
        record Level(long position) implements Step {}

        /** There is nothing to be done before this time is over. */
        record Waiting(Duration pause) implements Step {}

        /** Another node is at work. */
        record Taken() implements Step {}
    }

    private static final int PAGE_EVENTS = 2_000;
    private static final int LETTERS_PER_STEP = 1;

    private final Webhook webhook;
    private final LogReader log;
    private final WebhookClient client;
    private final DeliverySettings settings;
    private final Clock clock;
    private final DeliveryRows rows;
    private final TransactionTemplate transaction;

    ChangeDelivery(
            Webhook webhook,
            DataSource dataSource,
            LogReader log,
            WebhookClient client,
            DeliverySettings settings,
            Clock clock) {
        this.webhook = webhook;
        this.log = log;
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.rows = new DeliveryRows(new JdbcTemplate(dataSource));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** A webhook that is new hears what happens from now on. */
    void begin() {
        rows.begin(webhook.name(), log.head());
    }

    Step step() throws InterruptedException {
        return inTransaction(() -> rows.take(webhook.name()).map(this::go).orElseGet(Step.Taken::new));
    }

    /**
     * Tells the webhook the oldest of its dead letters once more.
     *
     * @return whether there was one and it was taken; it stays if not, and if this node does not know its event yet
     */
    boolean redeliverOldest() throws InterruptedException {
        return inTransaction(() -> {
            for (DeliveryRows.Letter letter : rows.takeLetters(webhook.name(), LETTERS_PER_STEP)) {
                Optional<RecordedEvent> recorded = recorded(letter.position());
                if (recorded.isEmpty()) {
                    return false;
                }
                Optional<ChangeEvent> event = recorded.flatMap(ChangeEvents::of);
                if (event.isEmpty() || post(event.get()) instanceof Posting.Accepted) {
                    rows.removeLetter(webhook.name(), letter.position());
                    return true;
                }
            }
            return false;
        });
    }

    /** Empty while the position is beyond what this node knows of the log. */
    private Optional<RecordedEvent> recorded(long position) {
        return position > log.head()
                ? Optional.empty()
                : log.at(List.of(position)).stream().findFirst();
    }

    private Step go(Taken taken) {
        Instant now = clock.instant();
        if (now.isBefore(taken.nextAttempt())) {
            return new Step.Waiting(Duration.between(now, taken.nextAttempt()));
        }
        List<RecordedEvent> page = log.read(taken.position() + 1, PAGE_EVENTS);
        for (RecordedEvent recorded : page) {
            Optional<ChangeEvent> event = ChangeEvents.of(recorded);
            if (event.isPresent()) {
                return tell(recorded.position(), event.get(), taken, recorded.position() - 1);
            }
        }
        if (page.isEmpty()) {
            return new Step.Level(taken.position());
        }
        return moved(page.getLast().position());
    }

    private Step tell(long position, ChangeEvent event, Taken taken, long before) {
        int attempts = taken.attempts() + 1;
        return switch (post(event)) {
            case Posting.Accepted _ -> moved(position);
            case Posting.Rejected(String reason) -> buried(position, event, attempts, reason);
            case Posting.Failed(String reason, Optional<Duration> notBefore) -> {
                boolean old = clock.instant().isAfter(event.time().plus(settings.ageMax()));
                if (old || attempts >= settings.attemptsMax()) {
                    yield buried(position, event, attempts, reason);
                }
                Duration pause = pause(attempts, notBefore);
                rows.move(webhook.name(), before);
                rows.postpone(webhook.name(), attempts, clock.instant().plus(pause), reason);
                yield new Step.Waiting(pause);
            }
        };
    }

    private Posting post(ChangeEvent event) {
        try {
            return client.post(webhook, event);
        } catch (InterruptedException stopped) {
            throw new StoppedException();
        }
    }

    private Step moved(long position) {
        rows.move(webhook.name(), position);
        return new Step.Moved(position);
    }

    private Step buried(long position, ChangeEvent event, int attempts, String reason) {
        rows.bury(webhook.name(), position, event.id(), attempts, reason, clock.instant());
        return moved(position);
    }

    /** Random up to the limit, so that receivers which failed together are not asked together. */
    private Duration pause(int attempts, Optional<Duration> notBefore) {
        long limit = settings.pauseAfter(attempts).toMillis();
        Duration jittered = Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit / 2, limit + 1));
        Duration asked = notBefore
                .filter(wanted -> wanted.compareTo(settings.pauseMax()) <= 0)
                .orElse(Duration.ZERO);
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }

    private <T> T inTransaction(Supplier<T> work) throws InterruptedException {
        try {
            return transaction.execute(_ -> work.get());
        } catch (StoppedException stopped) {
            throw new InterruptedException("The delivery was told to stop");
        }
    }

    /** Carries an interruption out of a transaction, which it rolls back. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("Stopped", null, false, false);
        }
    }
}
