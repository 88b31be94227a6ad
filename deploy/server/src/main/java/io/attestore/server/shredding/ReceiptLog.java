package io.attestore.server.shredding;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.events.Event;
import io.attestore.events.log.LogUnavailableException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** Appends what happened to the key table: no call caused it, so it has no call's context. Safe for many threads. */
public final class ReceiptLog {

    private final PostgresEventLog log;
    private final EventTypes types;
    private final InstantSource clock;
    private final EventTagResolver tags = new EventTagResolver();

    public ReceiptLog(PostgresEventLog log, EventTypes types, InstantSource clock) {
        this.log = log;
        this.types = types;
        this.clock = clock;
    }

    /**
     * Returns when it is durable.
     *
     * @throws LogUnavailableException if it may not be
     */
    void append(Event event) {
        EventType type = types.typeOf(event);
        EventMessage message = new GenericEventMessage(
                UUID.randomUUID().toString(),
                new MessageType(type.name(), type.version()),
                event,
                Map.of(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        CompletableFuture<?> durable = log.appendEvents(
                        AppendCondition.none(),
                        null,
                        List.of(new GenericTaggedEventMessage<>(message, tags.resolve(message))))
                .join()
                .commit(null);
        try {
            durable.join();
        } catch (CompletionException failed) {
            throw new LogUnavailableException("What happened to keys could not be recorded", failed);
        }
    }

    /** The newest position that this node knows. */
    long head() {
        return log.head();
    }
}
