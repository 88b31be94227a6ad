package io.attestore.events.catalogue;

import io.attestore.events.Event;
import io.attestore.events.StoredAs;
import io.attestore.events.call.CallEvent;
import io.attestore.events.disclosure.DisclosureEvent;
import io.attestore.events.identity.IdentityEvent;
import io.attestore.events.key.KeyEvent;
import io.attestore.events.lock.LockEvent;
import io.attestore.events.log.LogSealed;
import io.attestore.events.parameter.ParameterEvent;
import io.attestore.events.setting.SettingEvent;
import io.attestore.events.shredding.ShreddingEvent;
import java.util.List;
import java.util.stream.Stream;

/** Every event with its stored name and version: all that the services' interfaces permit. */
public final class EventCatalogue {

    private static final List<Class<? extends Event>> FAMILIES = List.of(
            CallEvent.class,
            LogSealed.class,
            IdentityEvent.class,
            DisclosureEvent.class,
            LockEvent.class,
            KeyEvent.class,
            ParameterEvent.class,
            SettingEvent.class,
            ShreddingEvent.class);

    public static final List<Entry> ENTRIES = FAMILIES.stream()
            .flatMap(EventCatalogue::events)
            .map(EventCatalogue::entry)
            .toList();

    private EventCatalogue() {}

    /** One stored type: {@code name} and {@code version} as the log's columns have them. */
    public record Entry(String name, String version, Class<? extends Event> type) {}

    private static Stream<Class<? extends Event>> events(Class<? extends Event> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .map(permitted -> permitted.<Event>asSubclass(Event.class))
                        .flatMap(EventCatalogue::events)
                : Stream.of(type);
    }

    private static Entry entry(Class<? extends Event> type) {
        StoredAs stored = type.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new IllegalStateException(type.getName() + " does not say under which name it is stored");
        }
        return new Entry(stored.value(), stored.version(), type);
    }
}
