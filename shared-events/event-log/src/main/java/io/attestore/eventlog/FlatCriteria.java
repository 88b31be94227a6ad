package io.attestore.eventlog;

import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * Criteria taken apart once, on the thread of whoever states them.
 *
 * @param alternatives an event that matches one of them matches; empty if every event matches
 * @param needsScan whether an alternative names no tag, so that following the tags would miss events
 */
record FlatCriteria(EventCriteria criteria, Set<EventCriterion> alternatives, boolean needsScan) {

    private static final QualifiedName NO_EVENT = new QualifiedName("\0");

    static FlatCriteria of(EventCriteria criteria) {
        if (criteria.matches(NO_EVENT, Set.of())) {
            return new FlatCriteria(criteria, Set.of(), true); // flattening would lose what matches everything
        }
        Set<EventCriterion> alternatives = criteria.flatten();
        return new FlatCriteria(criteria, alternatives, anyWithoutTags(alternatives));
    }

    /** An event without tags matches no alternative that names one: most events, and one look. */
    boolean matches(CommittedEvent event) {
        if (needsScan) {
            return event.matches(criteria);
        }
        if (event.tags().isEmpty()) {
            return false;
        }
        for (EventCriterion alternative : alternatives) {
            if (event.tags().containsAll(alternative.tags())
                    && (alternative.types().isEmpty() || event.matches(alternative))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyWithoutTags(Set<EventCriterion> alternatives) {
        for (EventCriterion alternative : alternatives) {
            if (alternative.tags().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
