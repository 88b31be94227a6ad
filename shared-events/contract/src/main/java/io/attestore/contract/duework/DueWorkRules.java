package io.attestore.contract.duework;

import io.attestore.contract.state.EntityType;
import io.attestore.contract.state.LatestStates;
import io.attestore.events.Event;
import io.attestore.events.id.AccountRegion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All due work of one service that is done to the instances of one type. The server keeps a row for each piece of it,
 * which it derives from the events, and holds against the states: rows can be lost, and come back. When the time of a
 * row has come, a {@link DueWorkDecision} says what there really is to do.
 *
 * <p>Everything here is a function of its input. Immutable, safe for many threads.
 *
 * @param <I> the type's identifier
 * @param <S> its state
 */
public interface DueWorkRules<I, S> {

    /** The service's principal, in whose name the work is recorded, e.g. {@code ssm.amazonaws.com}. */
    String principal();

    List<DueWorkKind> kinds();

    /** What the work is done to. */
    EntityType<I, S> type();

    /** What an event changes; nothing for an event of another service. */
    List<DueWorkChange> changes(Event event);

    /** Work whose time {@link #expected} tells since this event; only kinds that are timed by the state have any. */
    default List<Work> timedByState(Event event) {
        return List.of();
    }

    /** All that is still to be done to an instance, and when: what the events up to its state come to. */
    List<DueWork> expected(S state);

    /** What the work is done to; empty if its name is none that these rules write. */
    Optional<I> idOf(Work work);

    /** The key of a tag whose values are the prefixes of all namespaces that have such instances. */
    String namespaceTagKey();

    /** The instances of a namespace that something may have to be done to. */
    Stream<I> candidates(AccountRegion where, LatestStates states);
}
