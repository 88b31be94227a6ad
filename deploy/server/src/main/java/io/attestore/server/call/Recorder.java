package io.attestore.server.call;

import io.attestore.entities.vault.KeyVault;
import io.attestore.eventlog.CompanionRows;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallMetadata;
import io.attestore.events.id.EventIds;
import io.attestore.events.log.KeyRowChange;
import java.security.SecureRandom;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * Hands what happened in a call to the processing context, which appends it when it commits, on the condition of all
 * that the context has loaded. Every event carries the call's context and its time, which is that of its id, too. Safe for many
 * threads.
 */
public final class Recorder {

    private final EventStore eventStore;
    private final MessageTypeResolver types;
    private final KeyVault vault;
    private final EventIds ids = new EventIds(new SecureRandom());

    public Recorder(EventStore eventStore, MessageTypeResolver types, KeyVault vault) {
        this.eventStore = eventStore;
        this.types = types;
        this.vault = vault;
    }

    public void record(
            CallContext call, List<? extends Event> events, List<KeyRowChange> keyRows, ProcessingContext context) {
        EventStoreTransaction transaction = eventStore.transaction(context);
        Metadata metadata = Metadata.from(CallMetadata.write(call));
        for (Event event : events) {
            transaction.appendEvent(new GenericEventMessage(
                    ids.next(call.at()).toString(), types.resolveOrThrow(event), event, metadata, call.at()));
        }
        if (!keyRows.isEmpty()) {
            CompanionRows.add(context, keyRows.toArray(KeyRowChange[]::new));
            context.runOnAfterCommit(committed -> forgetDestroyed(keyRows));
        }
    }

    private void forgetDestroyed(List<KeyRowChange> keyRows) {
        for (KeyRowChange row : keyRows) {
            if (row instanceof KeyRowChange.Destroy(String id)) {
                vault.forget(id);
            }
        }
    }
}
