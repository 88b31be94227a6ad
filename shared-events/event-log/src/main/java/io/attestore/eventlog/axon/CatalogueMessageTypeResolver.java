package io.attestore.eventlog.axon;

import io.attestore.eventlog.codec.EventTypes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;

/**
 * Gives events the names of the catalogue, and everything else (commands, queries, results) what the other resolver
 * says.
 */
public final class CatalogueMessageTypeResolver implements MessageTypeResolver {

    private final EventTypes types;
    private final MessageTypeResolver others;
    private final Map<Class<?>, MessageType> known = new ConcurrentHashMap<>();

    public CatalogueMessageTypeResolver(EventTypes types, MessageTypeResolver others) {
        this.types = types;
        this.others = others;
    }

    @Override
    public Optional<MessageType> resolve(Class<?> payloadType) {
        MessageType type = known.get(payloadType);
        if (type != null) {
            return Optional.of(type);
        }
        Optional<MessageType> found =
                types.find(payloadType).map(event -> new MessageType(event.name(), event.version()));
        found.ifPresent(event -> known.put(payloadType, event));
        return found.or(() -> others.resolve(payloadType));
    }
}
