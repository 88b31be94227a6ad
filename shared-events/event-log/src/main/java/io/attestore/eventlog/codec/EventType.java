package io.attestore.eventlog.codec;

import io.attestore.events.Event;

/**
 * The name and version that events of one class are stored under. Names are never reused for another meaning: the log
 * keeps them for ever.
 *
 * @param name at most 255 characters, e.g. {@code attestore.ParameterVersionPut}
 * @param version at most 32 characters
 * @param eventClass a record
 */
public record EventType(String name, String version, Class<? extends Event> eventClass) {

    private static final int NAME_LENGTH_MAX = 255;
    private static final int VERSION_LENGTH_MAX = 32;

    public EventType {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An event's name has 1 to " + NAME_LENGTH_MAX + " characters");
        }
        if (version.isBlank() || version.length() > VERSION_LENGTH_MAX || version.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An event's version has 1 to " + VERSION_LENGTH_MAX + " characters");
        }
        if (!eventClass.isRecord()) {
            throw new IllegalArgumentException(eventClass.getName() + " is not a record");
        }
    }
}
