package io.attestore.proof.torture.linearizability;

import java.util.ArrayList;
import java.util.List;

/** The definition of linearizability, word by word: tries every order of every subset. For a handful of calls. */
final class EveryOrder {

    private EveryOrder() {}

    static <S, C> boolean explains(SequentialModel<S, C> model, List<TimedCall<C>> history) {
        return explains(model, model.initial(), new ArrayList<>(history));
    }

    private static <S, C> boolean explains(SequentialModel<S, C> model, S state, List<TimedCall<C>> open) {
        if (open.stream().noneMatch(TimedCall::isKnown)) {
            return true;
        }
        for (TimedCall<C> next : List.copyOf(open)) {
            boolean tooEarly = open.stream().anyMatch(other -> other.answeredNanos() < next.invokedNanos());
            if (tooEarly) {
                continue;
            }
            List<TimedCall<C>> rest = new ArrayList<>(open);
            rest.remove(next);
            if (model.after(state, next.call())
                    .filter(after -> explains(model, after, rest))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
