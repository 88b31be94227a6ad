package io.attestore.proof.torture.linearizability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One search for an order, depth first. At each step a call comes next that was sent before any open call was answered
 * and that the model allows; if there is none, the newest choice is undone. No configuration is tried twice.
 *
 * <p>A read is placed as soon as it can be and is never a choice: if an order exists in which it comes later, it may as
 * well come now. So only writes that overlap cost anything.
 */
final class LinearizationSearch<S, C> {

    private final SequentialModel<S, C> model;
    private final List<TimedCall<C>> history;
    private final int configurationsMax;
    private final OpenCalls open;
    private final Set<Configuration<S>> tried = new HashSet<>();
    private final Deque<Step<S>> steps = new ArrayDeque<>();
    private final BitSet known = new BitSet();
    private final BitSet unknown = new BitSet();

    private S state;
    private int knownOpen;
    private List<TimedCall<C>> explained = List.of();
    private List<TimedCall<C>> stuck = List.of();
    private int explainedKnown = -1;

    /**
     * A call that was given its place.
     *
     * @param choice whether another call could have come instead
     */
    private record Step<S>(int call, S before, boolean choice) {}

    LinearizationSearch(SequentialModel<S, C> model, List<TimedCall<C>> history, int configurationsMax) {
        this.model = model;
        this.history = history.stream()
                .sorted(Comparator.comparingLong(TimedCall::invokedNanos))
                .toList();
        this.configurationsMax = configurationsMax;
        this.open = new OpenCalls(this.history);
        this.state = model.initial();
        this.knownOpen = (int) history.stream().filter(TimedCall::isKnown).count();
    }

    Verdict<C> run() {
        int instant = open.first();
        boolean fresh = true;
        while (knownOpen > 0) {
            OptionalInt read = fresh ? readThatFits() : OptionalInt.empty();
            if (read.isPresent()) {
                place(read.getAsInt(), state, false);
                instant = open.first();
                continue;
            }
            fresh = false;
            if (open.isCandidate(instant)) {
                int call = open.callAt(instant);
                Optional<S> after = model.after(state, history.get(call).call());
                if (after.isPresent() && mayMatter(call, after.get()) && isNew(call, after.get())) {
                    if (tried.size() > configurationsMax) {
                        return new Verdict.TooHard<>(tried.size());
                    }
                    place(call, after.get(), true);
                    instant = open.first();
                    fresh = true;
                } else {
                    instant = open.after(instant);
                }
            } else {
                noteDeadEnd();
                OptionalInt undone = undoChoice();
                if (undone.isEmpty()) {
                    return new Verdict.Violation<>(explained, stuck);
                }
                instant = open.after(undone.getAsInt());
            }
        }
        return new Verdict.Linearizable<>(order().stream().map(TimedCall::call).toList());
    }

    private OptionalInt readThatFits() {
        for (int at = open.first(); open.isCandidate(at); at = open.after(at)) {
            int call = open.callAt(at);
            TimedCall<C> timed = history.get(call);
            if (timed.isKnown()
                    && model.isRead(timed.call())
                    && model.after(state, timed.call()).isPresent()) {
                return OptionalInt.of(call);
            }
        }
        return OptionalInt.empty();
    }

    /** A call of unknown outcome that would leave the state as it is need not have happened yet. */
    private boolean mayMatter(int call, S after) {
        return history.get(call).isKnown() || !after.equals(state);
    }

    private boolean isNew(int call, S after) {
        BitSet calls = setOf(call);
        calls.set(call);
        boolean isNew = tried.add(Configuration.of(known, unknown, after));
        calls.clear(call);
        return isNew;
    }

    private void place(int call, S after, boolean choice) {
        steps.push(new Step<>(call, state, choice));
        open.take(call);
        setOf(call).set(call);
        knownOpen -= history.get(call).isKnown() ? 1 : 0;
        state = after;
    }

    /** Undoes the newest choice with all that followed from it, and answers the instant at which that call was sent. */
    private OptionalInt undoChoice() {
        while (!steps.isEmpty()) {
            Step<S> step = steps.pop();
            int sent = open.giveBack(step.call);
            setOf(step.call).clear(step.call);
            knownOpen += history.get(step.call).isKnown() ? 1 : 0;
            state = step.before;
            if (step.choice) {
                return OptionalInt.of(sent);
            }
        }
        return OptionalInt.empty();
    }

    private BitSet setOf(int call) {
        return history.get(call).isKnown() ? known : unknown;
    }

    /** Keeps the dead end that explains most. */
    private void noteDeadEnd() {
        if (known.cardinality() <= explainedKnown) {
            return;
        }
        explainedKnown = known.cardinality();
        explained = order();
        List<TimedCall<C>> candidates = new ArrayList<>();
        for (int at = open.first(); open.isCandidate(at); at = open.after(at)) {
            candidates.add(history.get(open.callAt(at)));
        }
        stuck = List.copyOf(candidates);
    }

    private List<TimedCall<C>> order() {
        List<TimedCall<C>> order = new ArrayList<>();
        steps.descendingIterator().forEachRemaining(step -> order.add(history.get(step.call)));
        return order;
    }
}
