package io.attestore.server.snapshots;

import io.attestore.contract.state.EntityType;
import io.attestore.contract.state.StateForm;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.entities.hot.Snapshots;
import io.attestore.eventlog.table.TagText;
import io.attestore.events.EventTag;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * States stored in the database, written by a thread of its own. What is there is used only if it is authentic, made by
 * this version of the fold, and not ahead of this node; else the state is folded from the log as if nothing were there.
 * Nothing that goes wrong here reaches a call, except that the database does not answer at all.
 *
 * <p>The log's head is taken before the look-up: whatever is committed up to it, the look-up sees, so a stored state
 * without later events is the state at that head.
 *
 * <p>Safe for many threads. The schema must be there: {@link SnapshotSchema#migrate}.
 */
public final class StoredSnapshots implements Snapshots, AutoCloseable {

    /** The purpose of the key of authentication that signs stored states. */
    public static final String PURPOSE = SnapshotSignature.PURPOSE;

    private static final Logger LOG = LoggerFactory.getLogger(StoredSnapshots.class);

    /** Later events of one state that a look-up brings; a state with more of them is soon stored again. */
    private static final int SINCE_MAX = 64;

    /** Later events that a look-up brings of all its states. */
    private static final int SINCE_ALL_MAX = 256;

    private static final int OFFERS_MAX = 512;
    private static final int BATCH_MAX = 32;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final LogReader log;
    private final SnapshotRows rows;
    private final SnapshotSignature signature;
    private final SnapshotMetrics metrics;
    private final Attempts reading;
    private final Attempts writing;
    private final StateCodecs codecs;
    private final BlockingQueue<Offer<?>> offers = new ArrayBlockingQueue<>(OFFERS_MAX);
    private final Object oneAtATime = new Object();
    private final Thread thread;
    private volatile boolean closed;

    private record Offer<S>(EntityType<?, S> type, String key, S state, long position) {}

    /**
     * @param forms of the types whose states are stored
     * @param forReading for calls, which wait for what they look up
     * @param forWriting for the thread that stores
     * @param authenticator for {@link #PURPOSE}
     */
    public StoredSnapshots(
            Collection<? extends StateForm<?, ?, ?>> forms,
            DataSource forReading,
            DataSource forWriting,
            LogReader log,
            Authenticator authenticator,
            SnapshotMetrics metrics) {
        this.codecs = new StateCodecs(forms);
        this.log = log;
        this.rows = new SnapshotRows(forReading, forWriting);
        this.signature = new SnapshotSignature(authenticator);
        this.metrics = metrics;
        this.reading = new Attempts("Stored states cannot be read and are folded from the log");
        this.writing = new Attempts("States cannot be stored and will be folded from the log");
        this.thread = Thread.ofPlatform().daemon().name("state-snapshots").unstarted(this::run);
    }

    /** Begins to store; once only. */
    public void start() {
        thread.start();
    }

    @Override
    public <I, S> Map<I, Found<S>> find(EntityType<I, S> type, Collection<I> ids) {
        Map<String, I> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(key(type, id), id));
        long head = log.head();
        Map<I, Authentic<S>> states = new HashMap<>();
        int positions = 0;
        for (SnapshotRows.Found row : rows(type, wanted.keySet(), head)) {
            I id = Objects.requireNonNull(wanted.get(row.key()));
            Optional<S> state = authentic(type, id, row, head);
            if (state.isPresent()) {
                int room = Math.min(SINCE_MAX, SINCE_ALL_MAX - positions);
                Authentic<S> one = Authentic.of(state.get(), row, room, head);
                positions += one.since().size();
                states.put(id, one);
            }
        }
        return withEvents(type, states);
    }

    /**
     * A state that is used.
     *
     * @param since positions of the index of its tag
     */
    private record Authentic<S>(S state, List<Long> since, long through) {

        static <S> Authentic<S> of(S state, SnapshotRows.Found row, int room, long head) {
            if (row.since().size() <= room) {
                return new Authentic<>(state, row.since(), head);
            }
            List<Long> first = row.since().subList(0, room);
            return new Authentic<>(state, first, room == 0 ? row.position() : first.getLast());
        }
    }

    private List<SnapshotRows.Found> rows(EntityType<?, ?> type, Collection<String> keys, long head) {
        try {
            List<SnapshotRows.Found> found = rows.find(type.name(), keys, head, SINCE_MAX + 1);
            reading.works();
            return found;
        } catch (CannotGetJdbcConnectionException e) {
            throw new LogUnavailableException("Stored states could not be read", e);
        } catch (DataAccessException e) {
            reading.failed(e);
            return List.of();
        }
    }

    private <I, S> Optional<S> authentic(EntityType<I, S> type, I id, SnapshotRows.Found row, long head) {
        if (row.foldVersion() != type.foldVersion().orElseThrow()) {
            return metrics.ignored(SnapshotMetrics.Reason.OTHER_FOLD);
        }
        if (row.position() > head) {
            return metrics.ignored(SnapshotMetrics.Reason.AHEAD);
        }
        byte[] bytes = row.bytes();
        byte[] mac = row.mac();
        if (bytes == null
                || mac == null
                || !signature.isOf(mac, type.name(), row.key(), row.foldVersion(), row.position(), bytes)) {
            return metrics.ignored(SnapshotMetrics.Reason.NOT_AUTHENTIC);
        }
        try {
            return Optional.of(codecs.of(type).decode(id, bytes));
        } catch (RuntimeException e) {
            return metrics.ignored(SnapshotMetrics.Reason.NOT_READABLE);
        }
    }

    /** The events' own tags decide, as whenever a state is folded: they are hashed, the index is not. */
    private <I, S> Map<I, Found<S>> withEvents(EntityType<I, S> type, Map<I, Authentic<S>> states) {
        Map<Long, RecordedEvent> events = new HashMap<>();
        List<Long> positions =
                states.values().stream().flatMap(one -> one.since().stream()).toList();
        if (!positions.isEmpty()) {
            log.at(positions).forEach(event -> events.put(event.position(), event));
        }
        Map<I, Found<S>> found = new HashMap<>();
        states.forEach((id, one) -> {
            EventTag tag = type.tag().apply(id);
            List<RecordedEvent> since = one.since().stream()
                    .map(events::get)
                    .filter(event -> event != null && event.event().tags().contains(tag))
                    .toList();
            found.put(id, new Found<>(one.state(), since, one.through()));
        });
        return found;
    }

    @Override
    public <I, S> boolean offer(EntityType<I, S> type, I id, S state, long position) {
        boolean taken = !closed && offers.offer(new Offer<>(type, key(type, id), state, position));
        if (!taken) {
            metrics.dropped();
        }
        return taken;
    }

    /** Forgets everything that is stored, and what waits to be. */
    public void clear() {
        synchronized (oneAtATime) {
            offers.clear();
            rows.clear();
        }
    }

    /** Stores what waits, if it does not take long. */
    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_TIMEOUT)) {
                LOG.warn("The storing of states did not stop within {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !offers.isEmpty()) {
            try {
                Offer<?> first = offers.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    store(first);
                }
            } catch (InterruptedException e) {
                LOG.debug("The storing of states was told to stop");
            } catch (RuntimeException e) {
                writing.failed(e);
                if (closed) {
                    return;
                }
            }
        }
    }

    private void store(Offer<?> first) {
        synchronized (oneAtATime) {
            List<Offer<?>> batch = new ArrayList<>();
            batch.add(first);
            offers.drainTo(batch, BATCH_MAX - 1);
            Map<String, SnapshotRows.Row> newest = new TreeMap<>();
            for (Offer<?> offer : batch) {
                row(offer)
                        .ifPresent(row -> newest.merge(
                                row.type() + ' ' + row.key(),
                                row,
                                (one, other) -> one.position() > other.position() ? one : other));
            }
            rows.store(newest.values());
            writing.works();
            metrics.stored(newest.size());
        }
    }

    /** Nothing, if it cannot be stored. */
    private <S> Optional<SnapshotRows.Row> row(Offer<S> offer) {
        EntityType<?, S> type = offer.type();
        int foldVersion = type.foldVersion().orElseThrow();
        byte[] bytes = codecs.of(type).encode(offer.state());
        if (bytes.length > SnapshotRows.BYTES_MAX) {
            metrics.dropped();
            return Optional.empty();
        }
        byte[] mac = signature.of(type.name(), offer.key(), foldVersion, offer.position(), bytes);
        return Optional.of(new SnapshotRows.Row(type.name(), offer.key(), foldVersion, offer.position(), bytes, mac));
    }

    private static <I> String key(EntityType<I, ?> type, I id) {
        EventTag tag = type.tag().apply(id);
        return TagText.of(Tag.of(tag.key(), tag.value()));
    }

    /**
     * Tells of the first failure in a row. What a database says of it may hold what it was asked, so it is not told.
     */
    private final class Attempts {

        private final String failure;
        private final AtomicBoolean failing = new AtomicBoolean();

        Attempts(String failure) {
            this.failure = failure;
        }

        void works() {
            if (failing.get()) {
                failing.set(false);
            }
        }

        void failed(RuntimeException cause) {
            metrics.failed();
            if (!failing.getAndSet(true)) {
                String state = cause instanceof DataAccessException ofDatabase
                                && ofDatabase.getMostSpecificCause() instanceof SQLException sql
                        ? " " + sql.getSQLState()
                        : "";
                LOG.warn("{}: {}{}", failure, cause.getClass().getSimpleName(), state);
            }
        }
    }
}
