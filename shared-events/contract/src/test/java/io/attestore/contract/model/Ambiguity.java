package io.attestore.contract.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a matcher that backtracks takes linear time at most: whether the number of ways to read a text is bounded,
 * however long the text. It is not if a loop reads one text in two ways (then it doubles with every round), or if a text
 * that one loop reads leads to another that reads it, too (then it grows with every round).
 *
 * @see <a href="https://doi.org/10.1007/978-3-319-40946-7_27">Weideman et al.: Analyzing Matching Time Behavior of
 *     Backtracking Regular Expression Matchers by Using Ambiguity of NFA</a>
 */
final class Ambiguity {

    private final PatternAutomaton automaton;

    private Ambiguity(PatternAutomaton automaton) {
        this.automaton = automaton;
    }

    static boolean isLinear(PatternAutomaton automaton) {
        if (automaton.isDoubled()) {
            return false;
        }
        Ambiguity ambiguity = new Ambiguity(automaton);
        BitSet looping = new BitSet();
        for (int place = 0; place < automaton.size(); place++) {
            looping.set(place, ambiguity.leads(List.of(place), List.of(place)));
        }
        return looping.stream().noneMatch(loop -> ambiguity.isReadInTwoWays(loop))
                && looping.stream()
                        .noneMatch(loop -> looping.stream()
                                .anyMatch(next -> next != loop
                                        && ambiguity.leads(List.of(loop, loop, next), List.of(loop, next, next))));
    }

    /** Two readings of one text that begin and end here, and are apart in between. */
    private boolean isReadInTwoWays(int loop) {
        return reached(List.of(loop, loop)).stream()
                .filter(pair -> !pair.get(0).equals(pair.get(1)))
                .anyMatch(apart -> leads(apart, List.of(loop, loop)));
    }

    private boolean leads(List<Integer> from, List<Integer> to) {
        return reached(from).contains(to);
    }

    /** Where several readers can be who begin at these places and read the same text, of one character or more. */
    private Set<List<Integer>> reached(List<Integer> start) {
        Set<List<Integer>> reached = new HashSet<>();
        Deque<List<Integer>> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            for (List<Integer> next : steps(waiting.remove())) {
                if (reached.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return reached;
    }

    private List<List<Integer>> steps(List<Integer> readers) {
        List<List<Integer>> steps = List.of(List.of());
        for (int reader : readers) {
            steps = steps.stream()
                    .flatMap(step -> automaton.following(reader).stream().mapToObj(next -> with(step, next)))
                    .filter(step -> automaton.shareACharacter(
                            step.stream().mapToInt(Integer::intValue).toArray()))
                    .toList();
        }
        return steps;
    }

    private static List<Integer> with(List<Integer> step, int next) {
        List<Integer> extended = new ArrayList<>(step);
        extended.add(next);
        return List.copyOf(extended);
    }
}
