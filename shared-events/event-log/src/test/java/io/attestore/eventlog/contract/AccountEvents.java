package io.attestore.eventlog.contract;

import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.log.LogSealed;
import java.util.Set;

/** A small vocabulary to try a log with. */
public final class AccountEvents {

    public static final EventTypes CATALOGUE = EventTypes.of(
            new EventType("log.LogSealed", "1", LogSealed.class),
            new EventType("test.Opened", "1", Opened.class),
            new EventType("test.Deposited", "1", Deposited.class),
            new EventType("test.Transferred", "1", Transferred.class),
            new EventType("test.Seen", "1", Seen.class),
            new EventType("test.Labelled", "1", Labelled.class));

    private AccountEvents() {}

    public static EventTag tag(String id) {
        return new EventTag("account", id);
    }

    public record Opened(String account) implements Event {
        @Override
        public Set<EventTag> tags() {
            return Set.of(tag(account));
        }
    }

    public record Deposited(String account, long amount) implements Event {
        @Override
        public Set<EventTag> tags() {
            return Set.of(tag(account));
        }
    }

    public record Transferred(String from, String to) implements Event {
        @Override
        public Set<EventTag> tags() {
            return Set.of(tag(from), tag(to));
        }
    }

    /** A record of access: no tags. */
    public record Seen(String account, String by) implements Event {}

    /** Tags of any text. */
    public record Labelled(String key, String value) implements Event {
        @Override
        public Set<EventTag> tags() {
            return Set.of(new EventTag(key, value));
        }
    }
}
