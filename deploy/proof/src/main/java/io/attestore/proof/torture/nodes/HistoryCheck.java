package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.linearizability.AliasModel;
import io.attestore.proof.torture.linearizability.KeyCall;
import io.attestore.proof.torture.linearizability.KeyGroupCall;
import io.attestore.proof.torture.linearizability.KeyGroupModel;
import io.attestore.proof.torture.linearizability.KeyModel;
import io.attestore.proof.torture.linearizability.LinearizabilityChecker;
import io.attestore.proof.torture.linearizability.ParameterCall;
import io.attestore.proof.torture.linearizability.ParameterModel;
import io.attestore.proof.torture.linearizability.PermissionModel;
import io.attestore.proof.torture.linearizability.SequentialModel;
import io.attestore.proof.torture.linearizability.TimedCall;
import io.attestore.proof.torture.linearizability.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks a history object by object: each parameter, each key, each alias, each key together with its parameters, and the
 * permissions of each user.
 */
final class HistoryCheck {

    private static final int CALLS_TOLD_MAX = 30;

    private final LinearizabilityChecker checker = new LinearizabilityChecker();
    private final List<String> violations = new ArrayList<>();
    private int objects;
    private int undecided;

    private HistoryCheck() {}

    /**
     * What came of it.
     *
     * @param objects how many objects were checked
     * @param undecided of how many the history was too hard
     * @param violations one for each object whose history no order explains, with what leads up to it
     */
    record Result(int objects, int undecided, List<String> violations) {}

    static Result of(History history) {
        HistoryCheck check = new HistoryCheck();
        history.groups().forEach(check::group);
        history.aliases().forEach((alias, calls) -> check.object(alias, new AliasModel(), calls));
        history.permissions()
                .forEach((user, calls) -> check.object("the permissions of " + user, new PermissionModel(), calls));
        return new Result(check.objects, check.undecided, List.copyOf(check.violations));
    }

    private void group(String key, List<TimedCall<KeyGroupCall>> calls) {
        List<TimedCall<KeyCall>> ofKey = new ArrayList<>();
        Map<String, List<TimedCall<ParameterCall>>> ofParameters = new TreeMap<>();
        for (TimedCall<KeyGroupCall> timed : calls) {
            timed.call().key().ifPresent(call -> ofKey.add(with(timed, call)));
            timed.call()
                    .parameter()
                    .ifPresent(on -> ofParameters
                            .computeIfAbsent(on.name(), _ -> new ArrayList<>())
                            .add(with(timed, on.call())));
        }
        int before = violations.size();
        object("key " + key, new KeyModel(), ofKey);
        ofParameters.forEach((name, ofOne) -> object("parameter " + name, new ParameterModel(), ofOne));
        if (violations.size() == before) {
            object("key " + key + " with its parameters", new KeyGroupModel(), calls);
        }
    }

    private static <A, B> TimedCall<B> with(TimedCall<A> timed, B call) {
        return new TimedCall<>(call, timed.invokedNanos(), timed.answeredNanos());
    }

    private <S, C> void object(String name, SequentialModel<S, C> model, List<TimedCall<C>> calls) {
        objects++;
        switch (checker.check(model, calls)) {
            case Verdict.Linearizable<C> _ -> {}
            case Verdict.TooHard<C> _ -> undecided++;
            case Verdict.Violation<C> violation -> violations.add(text(name, violation));
        }
    }

    private static <C> String text(String name, Verdict.Violation<C> violation) {
        List<TimedCall<C>> explained = violation.explained();
        return "The history of " + name + " is not linearizable. After (times in ms)\n  "
                + explained.subList(Math.max(0, explained.size() - CALLS_TOLD_MAX), explained.size()).stream()
                        .map(TimedCall::toString)
                        .collect(Collectors.joining("\n  "))
                + "\nnone of these can come next:\n  "
                + violation.stuck().stream().map(TimedCall::toString).collect(Collectors.joining("\n  "));
    }
}
