package io.attestore.contract.state;

import io.attestore.events.EventTag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * How the states of one type are stored: as a record, which is written as text and made smaller, and beside it bytes
 * that cannot be. The type's {@link EntityType#foldVersion()} covers the form, too: it is raised with every change of it.
 * Immutable.
 *
 * @param <I> the type's identifier, which is not in the form
 * @param <S> its state
 * @param <F> the record: of texts, numbers, times, identifiers and other words of the vocabulary, and of records, lists,
 *     maps and optionals of these
 */
public interface StateForm<I, S, F> {

    /** Has a version of its fold. */
    EntityType<I, S> type();

    Class<F> recordType();

    /** @param beside takes up what stands beside the record */
    F recordOf(S state, ByteArrayOutputStream beside);

    /**
     * The state that the record was made of.
     *
     * @param beside what stands beside the record: is read to its end
     * @throws RuntimeException if this was not made of a state
     */
    S stateOf(I id, F stored, ByteBuffer beside);

    /** Whose events carry this tag, as the type's {@link EntityType#tag()} has written it; empty for any other tag. */
    Optional<I> idOf(EventTag tag);
}
