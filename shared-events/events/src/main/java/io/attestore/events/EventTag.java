package io.attestore.events;

/**
 * What an append condition can ask for: the events that carry this tag. An event is tagged if and only if a decision
 * depends on it; a record of access carries no tag, so that reads neither conflict nor lengthen anything's history.
 */
public record EventTag(String key, String value) {

    public EventTag {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A tag needs a key");
        }
    }
}
