package io.attestore.entities.hot;

import io.attestore.events.EventTag;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/**
 * Takes down what a context's append is conditional on besides what the context has sourced: that at most so many
 * events with the tag stand beyond the position. Whoever gives one to {@link HotStates} sees to it that the log checks
 * it.
 */
@FunctionalInterface
public interface ToleranceNote {

    /** @param position -1 for the empty log */
    void add(ProcessingContext context, EventTag tag, long position, long eventsMax);
}
