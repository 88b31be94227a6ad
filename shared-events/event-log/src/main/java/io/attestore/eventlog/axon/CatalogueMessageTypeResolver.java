package io.attestore.eventlog.axon;

import io.attestore.eventlog.codec.EventCatalogue;
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

    private final EventCatalogue catalogue;
    private final MessageTypeResolver others;
    private final Map<Class<?>, MessageType> known = new ConcurrentHashMap<>();

    public CatalogueMessageTypeResolver(EventCatalogue catalogue, MessageTypeResolver others) {
        this.catalogue = catalogue;
        this.others = others;
    }

    @Override
    public Optional<MessageType> resolve(Class<?> payloadType) {
        MessageType type = known.get(payloadType);
        if (type != null) {
            return Optional.of(type);
        }
        Optional<MessageType> found =
                catalogue.find(payloadType).map(event -> new MessageType(event.name(), event.version()));
        found.ifPresent(event -> known.put(payloadType, event));
        return found.or(() -> others.resolve(payloadType));
    }
}
