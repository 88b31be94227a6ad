package io.attestore.eventlog.contract;

import io.attestore.eventlog.CompanionRows;
import io.attestore.eventlog.Tolerances;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyTable;
import io.attestore.events.log.LogReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** One node's log as a test sees it: Axon's engine, the reading port and the key table. */
public record LogUnderTest(EventStorageEngine engine, LogReader reader, KeyTable keys, AutoCloseable resources)
        implements AutoCloseable {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    private static final UnitOfWorkFactory UNITS = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);

    /** A history and the marker up to which it is complete. */
    public record History(List<Event> events, ConsistencyMarker marker) {}

    public static EventCriteria account(String id) {
        return EventCriteria.havingTags(Tag.of("account", id));
    }

    public static TaggedEventMessage<?> message(Event event) {
        return message(event, UUID.randomUUID().toString(), Map.of("caller", "alice"));
    }

    public static TaggedEventMessage<?> message(Event event, String id, Map<String, String> metadata) {
        var type = AccountEvents.CATALOGUE.typeOf(event);
        EventMessage message =
                new GenericEventMessage(id, new MessageType(type.name(), type.version()), event, metadata, NOON);
        return new GenericTaggedEventMessage<>(message, new EventTagResolver().resolve(message));
    }

    /** Appends without any condition; the last position when it is durable. */
    public CompletableFuture<Long> append(Event... events) {
        return appendIf(AppendCondition.none(), events);
    }

    public CompletableFuture<Long> appendIf(AppendCondition condition, Event... events) {
        return append(condition, List.of(), messages(events));
    }

    /** Appends if nothing of these criteria came after the marker. */
    public CompletableFuture<Long> appendIf(EventCriteria criteria, ConsistencyMarker marker, Event... events) {
        return appendIf(AppendCondition.withCriteria(criteria).withMarker(marker), events);
    }

    /** Appends if at most so many events with the tag came after the position. */
    public CompletableFuture<Long> appendBearing(
            Tag tag, long position, long eventsMax, AppendCondition condition, Event... events) {
        return UNITS.create().executeWithResult(context -> {
            Tolerances.add(context, tag, position, eventsMax);
            return engine.appendEvents(condition, context, messages(events)).thenCompose(LogUnderTest::commit);
        });
    }

    public CompletableFuture<Long> appendWith(List<KeyRowChange> keyRows, AppendCondition condition, Event... events) {
        return append(condition, keyRows, messages(events));
    }

    public CompletableFuture<Long> append(
            AppendCondition condition, List<KeyRowChange> keyRows, List<TaggedEventMessage<?>> messages) {
        if (keyRows.isEmpty()) {
            return engine.appendEvents(condition, null, messages).thenCompose(LogUnderTest::commit);
        }
        return UNITS.create().executeWithResult(context -> {
            CompanionRows.add(context, keyRows.toArray(KeyRowChange[]::new));
            return engine.appendEvents(condition, context, messages).thenCompose(LogUnderTest::commit);
        });
    }

    public History source(EventCriteria criteria) {
        return source(SourcingCondition.conditionFor(criteria));
    }

    public History source(SourcingCondition condition) {
        MessageStream<EventMessage> stream = engine.source(condition, null);
        List<Event> events = new ArrayList<>();
        ConsistencyMarker marker = ConsistencyMarker.INFINITY;
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            if (entry.get().message() instanceof TerminalEventMessage) {
                marker = entry.get().getResource(ConsistencyMarker.RESOURCE_KEY);
            } else {
                events.add((Event) entry.get().message().payload());
            }
        }
        stream.error().ifPresent(failure -> {
            throw new CompletionException(failure);
        });
        return new History(events, marker);
    }

    @Override
    public void close() throws Exception {
        resources.close();
    }

    private static List<TaggedEventMessage<?>> messages(Event... events) {
        List<TaggedEventMessage<?>> messages = new ArrayList<>();
        for (Event event : events) {
            messages.add(message(event));
        }
        return messages;
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Long> commit(AppendTransaction<?> transaction) {
        return ((AppendTransaction<Long>) transaction).commit(null);
    }
}
