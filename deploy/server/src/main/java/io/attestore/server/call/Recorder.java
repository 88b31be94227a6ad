package io.attestore.server.call;

import io.attestore.eventlog.CompanionRows;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallMetadata;
import io.attestore.events.log.KeyRowChange;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * Hands what happened in a call to the processing context, which appends it when it commits, on the condition of all
 * that the context has loaded. Every event carries the call's context and its time. Safe for many threads.
 */
public final class Recorder {

    private final EventStore eventStore;
    private final MessageTypeResolver types;

    public Recorder(EventStore eventStore, MessageTypeResolver types) {
        this.eventStore = eventStore;
        this.types = types;
    }

    public void record(
            CallContext call, List<? extends Event> events, List<KeyRowChange> keyRows, ProcessingContext context) {
        EventStoreTransaction transaction = eventStore.transaction(context);
        Metadata metadata = Metadata.from(CallMetadata.write(call));
        for (Event event : events) {
            transaction.appendEvent(new GenericEventMessage(
                    UUID.randomUUID().toString(), types.resolveOrThrow(event), event, metadata, call.at()));
        }
        if (!keyRows.isEmpty()) {
            CompanionRows.add(context, keyRows.toArray(KeyRowChange[]::new));
        }
    }
}
