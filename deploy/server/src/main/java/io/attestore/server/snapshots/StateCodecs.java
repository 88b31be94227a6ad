package io.attestore.server.snapshots;

import io.attestore.contract.state.EntityType;
import io.attestore.contract.state.StateForm;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A codec for each type whose states are stored. Immutable. */
final class StateCodecs {

    private final Map<String, StateCodec<?, ?, ?>> byType = new HashMap<>();

    /** @throws IllegalArgumentException if two forms are of one type, or one is of a type that has no version */
    StateCodecs(Collection<? extends StateForm<?, ?, ?>> forms) {
        for (StateForm<?, ?, ?> form : forms) {
            String type = form.type().name();
            if (form.type().foldVersion().isEmpty() || byType.put(type, new StateCodec<>(form)) != null) {
                throw new IllegalArgumentException("Not a form of states that are stored, or a second one: " + type);
            }
        }
    }

    Optional<StateCodec<?, ?, ?>> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** One type has one class of states. */
    @SuppressWarnings("unchecked")
    <I, S> StateCodec<I, S, ?> of(EntityType<I, S> type) {
        return (StateCodec<I, S, ?>) find(type.name())
                .orElseThrow(
                        () -> new IllegalArgumentException("States of this type have no stored form: " + type.name()));
    }
}
