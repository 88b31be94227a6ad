package io.attestore.entities.hot;

import io.attestore.events.Event;
import io.attestore.events.log.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;

/** A log in memory with the meaning of positions and markers that the real one has: both name the last event seen. */
final class MemoryLog implements EventStorageEngine {

    private final List<TaggedEventMessage<?>> events = new ArrayList<>();

    /** Where each sourcing so far began. */
    final List<Long> sourcedFrom = new CopyOnWriteArrayList<>();

    /** How long each sourcing takes, many at a time. */
    volatile Duration readingTakes = Duration.ZERO;

    /** How many events were handed out to sourcing so far. */
    long eventsSourced;

    EventStore eventStore() {
        return new StorageEngineBackedEventStore(
                new MarkerRevealingEngine(this),
                new SimpleEventBus(),
                message -> ((Event) message.payload())
                        .tags().stream()
                                .map(tag -> Tag.of(tag.key(), tag.value()))
                                .collect(Collectors.toSet()));
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> appended) {
        return CompletableFuture.completedFuture(new AppendTransaction<Long>() {
            @Override
            public CompletableFuture<Long> commit(ProcessingContext context) {
                return append(condition, appended);
            }

            @Override
            public void rollback(ProcessingContext context) {}

            @Override
            public CompletableFuture<ConsistencyMarker> afterCommit(Long head, ProcessingContext context) {
                return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(head));
            }
        });
    }

    private synchronized CompletableFuture<Long> append(
            AppendCondition condition, List<TaggedEventMessage<?>> appended) {
        long marker = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        for (long position = marker + 1; marker != Long.MAX_VALUE && position < events.size(); position++) {
            TaggedEventMessage<?> newer = events.get((int) position);
            if (condition.matches(newer.event().type().qualifiedName(), newer.tags())) {
                return CompletableFuture.failedFuture(
                        AppendEventsTransactionRejectedException.conflictingEventsDetected(
                                condition.consistencyMarker()));
            }
        }
        events.addAll(appended);
        return CompletableFuture.completedFuture(events.size() - 1L);
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, ProcessingContext context) {
        if (readingTakes.isPositive()) {
            try {
                Thread.sleep(readingTakes);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return sourced(condition);
    }

    private synchronized MessageStream<EventMessage> sourced(SourcingCondition condition) {
        long start = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        sourcedFrom.add(start);
        List<MessageStream.Entry<EventMessage>> entries = new ArrayList<>();
        for (long position = start; position < events.size(); position++) {
            TaggedEventMessage<?> event = events.get((int) position);
            if (condition.matches(event.event().type().qualifiedName(), event.tags())) {
                entries.add(new SimpleEntry<>(
                        event.event(),
                        TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(position))));
            }
        }
        eventsSourced += entries.size();
        entries.add(new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                ConsistencyMarker.addToContext(Context.empty(), new GlobalIndexConsistencyMarker(events.size() - 1L))));
        return new SourcedEntries(entries);
    }

    /** Many events that belong to nobody. */
    synchronized void moveOn(long count) {
        TaggedEventMessage<?> nobodys =
                new GenericTaggedEventMessage<>(events.getLast().event(), Set.of());
        for (long i = 0; i < count; i++) {
            events.add(nobodys);
        }
    }

    synchronized int size() {
        return events.size();
    }

    /** Everything, as readers by position see it. */
    synchronized List<RecordedEvent> recorded() {
        return IntStream.range(0, events.size())
                .mapToObj(position -> {
                    EventMessage event = events.get(position).event();
                    return new RecordedEvent(
                            position, event.identifier(), event.timestamp(), (Event) event.payload(), Map.of());
                })
                .toList();
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, ProcessingContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(ProcessingContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(ProcessingContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, ProcessingContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("events", events.size());
    }

    /** A stream of what is in a list. */
    private static final class SourcedEntries implements MessageStream<EventMessage> {

        private final Deque<Entry<EventMessage>> rest;

        SourcedEntries(List<Entry<EventMessage>> entries) {
            rest = new ArrayDeque<>(entries);
        }

        @Override
        public Optional<Entry<EventMessage>> next() {
            return Optional.ofNullable(rest.poll());
        }

        @Override
        public Optional<Entry<EventMessage>> peek() {
            return Optional.ofNullable(rest.peek());
        }

        @Override
        public void setCallback(Runnable callback) {
            callback.run();
        }

        @Override
        public Optional<Throwable> error() {
            return Optional.empty();
        }

        @Override
        public boolean isCompleted() {
            return rest.isEmpty();
        }

        @Override
        public boolean hasNextAvailable() {
            return !rest.isEmpty();
        }

        @Override
        public void close() {
            rest.clear();
        }
    }
}
