package io.attestore.proof.bench.large;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.eventlog.LogSettings;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.store.LogConventions;
import io.attestore.server.store.StoreAnchors;
import io.attestore.server.store.StoreKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;

/**
 * Makes the log of a stopped server long: through the log's own engine, with its encoding, chain and signed heads, many
 * calls in one append and many appends under way. The trail is left as it is, so that the next server has it to index.
 */
final class BulkFill {

    private static final int POOL = 8;
    private static final int CALLS_PER_APPEND = 250;
    private static final int APPENDS_UNDER_WAY = 64;
    private static final long EVENTS_PER_LINE = 1_000_000;

    /** More in one transaction than a server writes, and patience with a checkpoint; all else is the server's. */
    private static final LogSettings SETTINGS = LogSettings.defaults()
            .withAppendTimeLimit(Duration.ofMinutes(2))
            .withQueue(200_000, 512L << 20)
            .withBatch(8_000, 32 << 20);

    private final PostgresEventLog log;
    private final Supplier<List<TaggedEventMessage<?>>> calls;
    private final Consumer<String> out;
    private final Semaphore room = new Semaphore(APPENDS_UNDER_WAY);
    private volatile Optional<Throwable> failure = Optional.empty();

    private BulkFill(PostgresEventLog log, Supplier<List<TaggedEventMessage<?>>> calls, Consumer<String> out) {
        this.log = log;
        this.calls = calls;
        this.out = out;
    }

    /**
     * Appends reads like those that the log has, until it holds so many events.
     *
     * @param often the parameter that every fifth read is of
     * @return events appended per second
     */
    static double fill(StoreSettings store, long events, String often, Consumer<String> out) throws Exception {
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(EmbeddedPostgresSettings.in(store.postgres()), ignored -> {});
                HikariDataSource pool = postgres.connection().openPool("bench-fill", POOL);
                RootKey rootKey = RootKeyFile.load(store.rootKey());
                StoreKeys keys = new StoreKeys(store, rootKey, true, new SecureRandom());
                StoreAnchors signature = new StoreAnchors(keys, rootKey);
                PostgresEventLog log = PostgresEventLog.open(
                        pool,
                        pool,
                        new JsonEventCodec(LogConventions.eventTypes()),
                        SETTINGS,
                        keys,
                        Optional.of(LogAnchors.open(store.anchors(), signature)),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC())) {
            RecordedReads reads = RecordedReads.in(log, often, Clock.systemUTC());
            return new BulkFill(log, reads, out).fillUpTo(events);
        }
    }

    private double fillUpTo(long events) throws Exception {
        long begun = System.nanoTime();
        long first = log.head() + 1;
        long queued = first;
        while (queued < events && failure.isEmpty()) {
            List<TaggedEventMessage<?>> append = new ArrayList<>();
            for (int call = 0; call < CALLS_PER_APPEND && queued + append.size() < events; call++) {
                append.addAll(calls.get());
            }
            append(append);
            queued += append.size();
            if (queued / EVENTS_PER_LINE > (queued - append.size()) / EVENTS_PER_LINE) {
                out.accept(String.format(
                        Locale.ROOT, "  %,d events, %,.0f a second", queued, (queued - first) / seconds(begun)));
            }
        }
        room.acquire(APPENDS_UNDER_WAY);
        if (failure.isPresent()) {
            throw new IllegalStateException("The log could not be filled", failure.get());
        }
        return (queued - first) / seconds(begun);
    }

    private void append(List<TaggedEventMessage<?>> events) throws Exception {
        room.acquire();
        CompletableFuture<?> durable =
                log.appendEvents(AppendCondition.none(), null, events).join().commit(null);
        durable.whenComplete((position, broken) -> {
            if (broken != null) {
                failure = Optional.of(broken);
            }
            room.release();
        });
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
