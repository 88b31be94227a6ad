package io.attestore.eventlog;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.codec.EventCodec;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.table.KeyGroups;
import io.attestore.eventlog.table.KeyRows;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.log.KeyGroupTable;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyTable;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The one log on PostgreSQL: append-only, gapless, hash-chained, in one order for all nodes on the database.
 *
 * <p><b>Durability.</b> An append's future completes when its events, and the key rows that go with them
 * ({@link CompanionRows}), are committed. If it fails with {@link LogUnavailableException} the events may be in the log
 * only if the message says so (the answer to the COMMIT was lost, or the time limit was over while they were being
 * written); an append that timed out while it waited is never written. With {@link LogOverloadedException}, with a
 * rejected condition, and with an {@link IllegalArgumentException} (an event that the log cannot hold) nothing is
 * written.
 *
 * <p><b>Order.</b> Positions are consecutive from 0. Everything up to the head that this node knows is visible to it.
 *
 * <p><b>Positions in Axon's terms.</b> A consistency marker is the position of the newest event that was seen (-1 for
 * the empty log); a sourcing condition's start is included; a tracking token is the position of the last event that
 * was consumed. To go on from a marker at p, source from
 * {@code new GlobalIndexConsistencyMarker(p + 1).position()}: while that is within the window, it is a few reads of
 * memory.
 *
 * <p>Safe for many threads. Callers are completed on virtual threads. Holds three connections of its pool for as long
 * as it is open.
 */
public final class PostgresEventLog implements EventStorageEngine, LogReader, AutoCloseable {

    private final LogNode node;
    private final LogHistory history;
    private final KeyRows keyRows;
    private final KeyGroups keyGroups;

    private PostgresEventLog(LogNode node, KeyRows keyRows, KeyGroups keyGroups) {
        this.node = node;
        this.history = node.history();
        this.keyRows = keyRows;
        this.keyGroups = keyGroups;
    }

    /**
     * Migrates the schema, checks that the log still contains the newest anchors, reads the newest events and starts.
     *
     * @param schema where the schema is brought up to date: a step of that may take as long as it takes
     * @param dataSource a pool of at least six connections, with a connection timeout of a few seconds
     * @param seal the keys of the rows' MACs; a log that was there before them is verified and sealed
     * @param anchors where heads are signed; empty only where there is nothing to prove
     * @throws BrokenLogException if the chain of the newest events breaks, one of them does not carry this store's MAC,
     *     or an anchored head is missing
     * @throws io.attestore.eventlog.seal.SealRefusedException if the keys of the log's MACs are missing
     * @throws LogUnavailableException if the database does not answer
     */
    public static PostgresEventLog open(
            DataSource schema,
            DataSource dataSource,
            EventCodec codec,
            LogSettings settings,
            LogSeal seal,
            Optional<LogAnchors> anchors,
            MeterRegistry registry,
            Clock clock) {
        LogNode node =
                LogStart.start(schema, dataSource, new EventEncoding(codec), settings, seal, anchors, registry, clock);
        return new PostgresEventLog(node, new KeyRows(dataSource), new KeyGroups(dataSource, node::keyRefusals));
    }

    /** The wrapped keys beside the log. */
    public KeyTable keyTable() {
        return keyRows;
    }

    /** Which keys rows of the key table are added under. */
    public KeyGroupTable keyGroups() {
        return keyGroups;
    }

    /** Reads the events of one tag by the index of tags. */
    public TagReader tagReader() {
        return (tag, from, to, limit) -> {
            EventCriteria criteria = EventCriteria.havingTags(Tag.of(tag.key(), tag.value()));
            LogHistory.Page page = history.page(criteria, Math.max(0, from), Math.min(to, head()), limit);
            return new TagReader.Page(recorded(page.events()), page.lastPosition());
        };
    }

    /** With which values a tag's key has been used, as far as the database tells it at little cost; a hint. */
    public List<String> tagValues(String key, int limit) {
        return history.tagValues(key, limit);
    }

    /** Whether sourcing a tag from a position on asks no database, as far as it can be told now. Costs nothing. */
    public boolean tellsFromMemory(EventTag tag, long from) {
        return history.tellsFromMemory(Tag.of(tag.key(), tag.value()), from);
    }

    /** For readiness: costs nothing, is at most a few poll intervals old. */
    public LogStatus status() {
        return node.status();
    }

    /** A verification has found that this is not the log that was written: nothing is decided on it any more. */
    public void broke(String reason) {
        node.broke(reason);
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        List<KeyRowChange> changes = keyRowsOf(context);
        if (events.isEmpty()) {
            return changes.isEmpty()
                    ? CompletableFuture.completedFuture(new LogAppend.Empty(condition))
                    : CompletableFuture.failedFuture(
                            new IllegalArgumentException("Key rows are written with an event only"));
        }
        try {
            return CompletableFuture.completedFuture(
                    new LogAppend(node, node.accept(condition, tolerancesOf(context), events, changes)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        long head = history.head();
        long from = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        return new SourcedStream(history, FlatCriteria.of(condition.criteria()), from, head);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return new LogStream(history, node.signal(), condition.criteria(), after(condition.position()));
    }

    private long after(@Nullable TrackingToken token) {
        if (token == null || token.equals(TrackingToken.FIRST)) {
            return -1;
        }
        return token.equals(TrackingToken.LATEST) ? head() : token.position().orElse(-1);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(-1));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(head()));
    }

    /** Reads the whole log: there is no index by time. */
    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        try {
            OptionalLong first = history.firstSince(at);
            return CompletableFuture.completedFuture(
                    new GlobalSequenceTrackingToken(first.isPresent() ? first.getAsLong() - 1 : head()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public long head() {
        return history.head();
    }

    @Override
    public List<RecordedEvent> read(long from, int limit) {
        return recorded(history.read(Math.max(0, from), head(), limit));
    }

    @Override
    public Selection select(long from, int limit, Predicate<Event> wanted) {
        List<CommittedEvent> page = history.read(Math.max(0, from), head(), limit);
        List<CommittedEvent> selected =
                page.stream().filter(each -> wanted.test(each.event())).toList();
        long through = page.isEmpty() ? from - 1 : page.getLast().position();
        return new Selection(recorded(selected), through, page.size());
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return recorded(history.at(positions));
    }

    @Override
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return node.signal().awaitBeyond(position, timeout);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("head", head());
        descriptor.describeProperty("status", status());
    }

    /** Refuses new appends, writes those that wait, signs the head and gives the connections back. */
    @Override
    public void close() {
        node.close();
    }

    private static List<KeyRowChange> keyRowsOf(@Nullable ProcessingContext context) {
        List<KeyRowChange> changes = context == null ? null : context.getResource(CompanionRows.KEY_ROWS);
        return changes == null ? List.of() : List.copyOf(changes);
    }

    private static List<Tolerance> tolerancesOf(@Nullable ProcessingContext context) {
        List<Tolerance> tolerances = context == null ? null : context.getResource(Tolerances.TOLERANCES);
        return tolerances == null ? List.of() : tolerances;
    }

    private static List<RecordedEvent> recorded(List<CommittedEvent> events) {
        return events.stream().map(CommittedEvent::recorded).toList();
    }
}
