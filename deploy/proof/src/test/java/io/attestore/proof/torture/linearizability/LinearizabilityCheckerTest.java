package io.attestore.proof.torture.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.proof.torture.linearizability.ParameterCall.Deleted;
import io.attestore.proof.torture.linearizability.ParameterCall.NotFound;
import io.attestore.proof.torture.linearizability.ParameterCall.Put;
import io.attestore.proof.torture.linearizability.ParameterCall.Read;
import io.attestore.proof.torture.linearizability.Verdict.Linearizable;
import io.attestore.proof.torture.linearizability.Verdict.TooHard;
import io.attestore.proof.torture.linearizability.Verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinearizabilityCheckerTest {

    private static final ParameterModel PARAMETER = new ParameterModel();
    private static final KeyModel KEY = new KeyModel();

    private final LinearizabilityChecker checker = new LinearizabilityChecker();

    @Property(tries = 200)
    void a_history_of_calls_that_really_came_one_after_the_other_is_linearizable_however_they_overlap(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int overlap,
            @ForAll @DoubleRange(max = 0.05) double lost) {
        List<TimedCall<ParameterCall>> history = new SequentialExecution(new Random(seed), overlap, lost).run(150);
        assertThat(checker.check(PARAMETER, history)).isInstanceOf(Linearizable.class);
    }

    @Property(tries = 200)
    void the_order_that_is_found_is_one_that_the_model_allows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int overlap) {
        List<TimedCall<ParameterCall>> history = new SequentialExecution(new Random(seed), overlap, 0.03).run(60);
        assertThat(checker.check(PARAMETER, history)).isInstanceOfSatisfying(Linearizable.class, found -> {
            ParameterState state = PARAMETER.initial();
            for (Object call : found.order()) {
                state = PARAMETER.after(state, (ParameterCall) call).orElseThrow();
            }
            assertThat(found.order())
                    .containsAll(history.stream()
                            .filter(TimedCall::isKnown)
                            .map(TimedCall::call)
                            .toList());
        });
    }

    @Property(tries = 3000)
    void it_decides_as_the_definition_does(@ForAll long seed) {
        Random random = new Random(seed);
        List<TimedCall<ParameterCall>> history = new SequentialExecution(random, 6, 0.2).run(6);
        List<TimedCall<ParameterCall>> shuffled = shuffledAnswers(history, random);
        assertThat(checker.check(PARAMETER, shuffled) instanceof Linearizable)
                .as(shuffled.toString())
                .isEqualTo(EveryOrder.explains(PARAMETER, shuffled));
    }

    @Property(tries = 3000)
    void it_decides_of_keys_as_the_definition_does(@ForAll long seed) {
        Random random = new Random(seed);
        List<TimedCall<KeyCall>> history = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            long invoked = random.nextInt(20);
            KeyCall call = KeyCall.values()[random.nextInt(4)];
            boolean lost = call.compareTo(KeyCall.USED) < 0 && random.nextInt(5) == 0;
            history.add(
                    lost
                            ? TimedCall.unknown(call, invoked)
                            : new TimedCall<>(call, invoked, invoked + random.nextInt(10)));
        }
        assertThat(checker.check(KEY, history) instanceof Linearizable)
                .as(history.toString())
                .isEqualTo(EveryOrder.explains(KEY, history));
    }

    @Property(tries = 100)
    void a_stale_read_is_found_among_many_calls(@ForAll long seed) {
        List<TimedCall<ParameterCall>> history = withTwoVersionsAtTheEnd(seed);
        history.add(after(history, new Read(1, "old")));
        assertThat(checker.check(PARAMETER, history)).isInstanceOf(Violation.class);
    }

    @Property(tries = 100)
    void a_lost_update_is_found_among_many_calls(@ForAll long seed) {
        List<TimedCall<ParameterCall>> history = withTwoVersionsAtTheEnd(seed);
        history.add(after(history, new Put("newest", OptionalLong.of(3))));
        history.add(after(history, new Read(2, "new")));
        assertThat(checker.check(PARAMETER, history)).isInstanceOf(Violation.class);
    }

    @Property(tries = 100)
    void a_version_that_was_given_out_twice_is_found_among_many_calls(@ForAll long seed) {
        List<TimedCall<ParameterCall>> history = withTwoVersionsAtTheEnd(seed);
        TimedCall<ParameterCall> put = after(history, new Put("mine", OptionalLong.of(3)));
        history.add(put);
        history.add(new TimedCall<>(new Put("yours", OptionalLong.of(3)), put.invokedNanos(), put.answeredNanos()));
        assertThat(checker.check(PARAMETER, history)).isInstanceOf(Violation.class);
    }

    @Property(tries = 100)
    void a_read_of_what_was_deleted_is_found_among_many_calls(@ForAll long seed) {
        List<TimedCall<ParameterCall>> history = withTwoVersionsAtTheEnd(seed);
        history.add(after(history, new Deleted()));
        history.add(after(history, new Read(2, "new")));
        assertThat(checker.check(PARAMETER, history)).isInstanceOf(Violation.class);
    }

    @Property(tries = 100)
    void a_use_after_the_key_was_disabled_is_found_among_many_calls(@ForAll long seed) {
        Random random = new Random(seed);
        List<TimedCall<KeyCall>> history = new ArrayList<>();
        boolean enabled = true;
        for (int i = 1; i <= 200; i++) {
            KeyCall call = KeyCall.values()[random.nextInt(2)];
            if (random.nextInt(4) > 0) {
                call = enabled ? KeyCall.USED : KeyCall.REFUSED;
            } else {
                enabled = call == KeyCall.ENABLE;
            }
            history.add(new TimedCall<>(call, i * 100L - random.nextInt(400), i * 100L + random.nextInt(400)));
        }
        assertThat(checker.check(KEY, history)).isInstanceOf(Linearizable.class);
        history.add(after(history, KeyCall.DISABLE));
        history.add(after(history, KeyCall.USED));
        assertThat(checker.check(KEY, history)).isInstanceOf(Violation.class);
    }

    @Test
    void a_call_of_unknown_outcome_may_happen_late() {
        assertThat(checker.check(
                        PARAMETER,
                        List.of(
                                TimedCall.unknown(new Put("late", OptionalLong.empty()), 1),
                                new TimedCall<>(new NotFound(), 2, 3),
                                new TimedCall<>(new NotFound(), 4, 5),
                                new TimedCall<>(new Read(1, "late"), 6, 7))))
                .isInstanceOf(Linearizable.class);
    }

    @Test
    void a_call_of_unknown_outcome_does_not_happen_before_it_was_sent() {
        assertThat(checker.check(
                        PARAMETER,
                        List.of(
                                new TimedCall<>(new Read(1, "early"), 1, 2),
                                TimedCall.unknown(new Put("early", OptionalLong.empty()), 3))))
                .isInstanceOf(Violation.class);
    }

    @Test
    void a_call_of_unknown_outcome_does_not_happen_twice() {
        assertThat(checker.check(
                        PARAMETER,
                        List.of(
                                TimedCall.unknown(new Put("once", OptionalLong.empty()), 1),
                                new TimedCall<>(new Read(1, "once"), 2, 3),
                                new TimedCall<>(new Read(2, "once"), 4, 5))))
                .isInstanceOf(Violation.class);
    }

    @Test
    void a_violation_tells_what_could_be_explained_and_what_not() {
        TimedCall<ParameterCall> put = new TimedCall<>(new Put("new", OptionalLong.of(1)), 1, 2);
        TimedCall<ParameterCall> stale = new TimedCall<>(new NotFound(), 3, 4);
        assertThat(checker.check(PARAMETER, List.of(stale, put)))
                .isEqualTo(new Violation<>(List.of(put), List.of(stale)));
    }

    @Test
    void it_gives_up_beyond_its_limit_and_says_so() {
        List<TimedCall<ParameterCall>> history = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            history.add(TimedCall.unknown(new Put("value-" + i, OptionalLong.empty()), 1));
        }
        history.add(new TimedCall<>(new Read(31, "never put"), 2, 3));
        assertThat(new LinearizabilityChecker(10_000).check(PARAMETER, history)).isInstanceOf(TooHard.class);
    }

    @Test
    void thousands_of_overlapping_calls_are_decided() {
        List<TimedCall<ParameterCall>> history = new SequentialExecution(new Random(7), 16, 0.005).run(10_000);
        assertThat(checker.check(PARAMETER, history)).isInstanceOf(Linearizable.class);
    }

    @Test
    void nothing_at_all_is_linearizable() {
        assertThat(checker.check(PARAMETER, List.of())).isEqualTo(new Linearizable<>(List.of()));
    }

    @Test
    void an_answer_before_its_question_is_no_history() {
        assertThatThrownBy(() -> new TimedCall<>(KeyCall.USED, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The same calls, each answered at the times of another. */
    private static List<TimedCall<ParameterCall>> shuffledAnswers(
            List<TimedCall<ParameterCall>> history, Random random) {
        List<TimedCall<ParameterCall>> shuffled = new ArrayList<>();
        for (TimedCall<ParameterCall> timed : history) {
            long shift = random.nextInt(3) * 100L - 100;
            shuffled.add(new TimedCall<>(
                    timed.call(),
                    timed.invokedNanos() + shift,
                    timed.isKnown() ? timed.answeredNanos() + shift : TimedCall.NEVER));
        }
        return shuffled;
    }

    /** Many calls, and after all of them are over version 1 "old" and then version 2 "new". */
    private static List<TimedCall<ParameterCall>> withTwoVersionsAtTheEnd(long seed) {
        List<TimedCall<ParameterCall>> history =
                new ArrayList<>(new SequentialExecution(new Random(seed), 8, 0).run(100));
        history.add(after(history, new Put("end", OptionalLong.empty())));
        history.add(after(history, new Deleted()));
        history.add(after(history, new Put("old", OptionalLong.of(1))));
        history.add(after(history, new Put("new", OptionalLong.of(2))));
        assertThat(new LinearizabilityChecker().check(PARAMETER, history)).isInstanceOf(Linearizable.class);
        return history;
    }

    private static <C> TimedCall<C> after(List<TimedCall<C>> history, C call) {
        long end = history.stream().mapToLong(TimedCall::answeredNanos).max().orElse(0);
        return new TimedCall<>(call, end + 1, end + 2);
    }
}
