package io.attestore.eventlog.codec;

import io.attestore.events.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of events that the log may hold: one name and version per class, one class per name and version. */
public final class EventTypes {

    private final Map<Class<?>, EventType> byClass = new HashMap<>();
    private final Map<Stored, EventType> byName = new HashMap<>();

    private EventTypes(Collection<EventType> types) {
        for (EventType type : types) {
            if (byClass.putIfAbsent(type.eventClass(), type) != null) {
                throw new IllegalArgumentException(type.eventClass().getName() + " is in the catalogue twice");
            }
            if (byName.putIfAbsent(new Stored(type.name(), type.version()), type) != null) {
                throw new IllegalArgumentException("Two events are named " + type.name() + " " + type.version());
            }
        }
    }

    public static EventTypes of(Collection<EventType> types) {
        return new EventTypes(types);
    }

    public static EventTypes of(EventType... types) {
        return new EventTypes(List.of(types));
    }

    public Optional<EventType> find(Class<?> eventClass) {
        return Optional.ofNullable(byClass.get(eventClass));
    }

    public Optional<EventType> find(String name, String version) {
        return Optional.ofNullable(byName.get(new Stored(name, version)));
    }

    /** @throws IllegalArgumentException if events of this class can not be stored */
    public EventType typeOf(Event event) {
        return find(event.getClass())
                .orElseThrow(() -> new IllegalArgumentException(
                        event.getClass().getName() + " is not in the catalogue of events"));
    }

    private record Stored(String name, String version) {}
}
