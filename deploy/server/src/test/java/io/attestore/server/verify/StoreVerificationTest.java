package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.LogSettings;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.StoredEvents;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccountCreated;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.LogCheck.Pace;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.settings.VerificationSettings;
import io.attestore.server.store.LogConventions;
import io.attestore.server.verify.StoreVerification.Extent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One reading of the log for all checks, which goes on where it was. */
class StoreVerificationTest {

    private static final int EVENTS = 1_200;

    private final TestDatabase database = TestDatabase.fresh();
    private final JsonEventCodec codec = new JsonEventCodec(LogConventions.eventTypes());
    private final MemorySeal seal = new MemorySeal();
    private final PostgresEventLog log = PostgresEventLog.open(
            database.dataSource(),
            database.dataSource(),
            codec,
            LogSettings.defaults(),
            seal,
            Optional.empty(),
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    private final Noting check = new Noting();

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void what_fails_goes_on_where_it_was_and_each_event_is_seen_once() throws Exception {
        append(EVENTS);
        check.failures = 3;
        StoreVerification verification = verification(Pace.FULL);

        for (int failure = 0; failure < 3; failure++) {
            assertThatThrownBy(verification::run).hasMessage("The database is away");
        }

        VerificationReport report = verification.run();
        assertThat(report.isWhole()).isTrue();
        assertThat(check.seen).hasSize(EVENTS).doesNotHaveDuplicates().isSorted();
        assertThat(report.notes()).containsExactly("ended");
    }

    @Test
    void what_is_appended_while_things_are_compared_is_seen_after_it() throws Exception {
        append(3);
        check.whileComparing = () -> append(2);

        verification(Pace.FULL).run();

        assertThat(check.seen).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(check.seenBeforeComparing).isEqualTo(3);
    }

    @Test
    void an_interrupted_verification_goes_on_too() throws Exception {
        append(EVENTS);
        boolean[] interrupt = {true};
        StoreVerification verification = verification(rows -> {
            if (interrupt[0]) {
                throw new InterruptedException();
            }
        });

        assertThatThrownBy(verification::run).isInstanceOf(InterruptedException.class);
        interrupt[0] = false;

        assertThat(verification.run().isWhole()).isTrue();
        assertThat(check.seen).hasSize(EVENTS).doesNotHaveDuplicates();
    }

    @Test
    void two_nodes_do_not_verify_at_once() throws Exception {
        VerifierLock one = VerifierLock.tryTake(database.dataSource()).orElseThrow();
        BackgroundVerification other = new BackgroundVerification(
                () -> database.settings().openPool("other", 3),
                (pool, progress) -> verification(Pace.FULL),
                reason -> {},
                new VerificationSettings(Duration.ofHours(1), Duration.ZERO, 1),
                Clock.systemUTC());

        assertThat(other.verifyNow()).isFalse();
        one.close();
        assertThat(other.verifyNow()).isTrue();
        assertThat(other.status().lastWhole()).isPresent();
    }

    private StoreVerification verification(Pace pace) {
        return new StoreVerification(
                new LogVerification(database.dataSource(), Optional.empty(), Optional.of(seal.macs())),
                new StoredEvents(database.dataSource(), codec),
                List.of(check),
                Extent.BESIDE_OTHER_WORK,
                pace,
                head -> {});
    }

    private void append(int events) {
        for (int i = 0; i < events; i += 100) {
            List<TaggedEventMessage<?>> append = new ArrayList<>();
            for (int each = i; each < Math.min(events, i + 100); each++) {
                var message = new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType("iam.AccountCreated", "1"),
                        new AccountCreated(new AccountId("%012d".formatted(each))),
                        Map.of(),
                        Instant.parse("2026-11-21T12:00:00Z"));
                append.add(new GenericTaggedEventMessage<>(message, new EventTagResolver().resolve(message)));
            }
            log.appendEvents(AppendCondition.none(), null, append)
                    .join()
                    .commit(null)
                    .join();
        }
    }

    /** Notes what it is told; the database fails it some times at each step. */
    private static final class Noting implements LogCheck {

        private final List<Long> seen = new ArrayList<>();
        private int failures;
        private int seenBeforeComparing;
        private Runnable whileComparing = () -> {};

        @Override
        public void see(RecordedEvent event) {
            seen.add(event.position());
        }

        @Override
        public void settle() {
            fail(seen.size() == 500 && failures == 3);
        }

        @Override
        public void compare(Pace pace) {
            fail(failures == 2);
            seenBeforeComparing = seen.size();
            whileComparing.run();
        }

        @Override
        public Findings end(Pace pace) {
            fail(failures == 1);
            Findings findings = new Findings();
            findings.note("ended");
            return findings;
        }

        private void fail(boolean now) {
            if (now) {
                failures--;
                throw new IllegalStateException("The database is away");
            }
        }
    }
}
