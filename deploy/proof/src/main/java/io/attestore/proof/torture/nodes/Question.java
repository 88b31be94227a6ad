package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.client.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A call before it is sent: what its answers mean to the model, and what it may have done if there is none.
 *
 * @param service ssm, kms, iam or attestore
 * @param ok the meaning of an answer that is no error
 * @param errors the meaning of the errors that it may be answered, by AWS's code
 * @param unanswered what happened if it happened without an answer; empty for a call that changes nothing
 */
record Question<C>(
        String service,
        String operation,
        String input,
        Function<Answer, C> ok,
        Map<String, C> errors,
        Optional<C> unanswered) {

    Question {
        errors = Map.copyOf(errors);
    }

    static <C> Question<C> of(String service, String operation, String input, Function<Answer, C> ok) {
        return new Question<>(service, operation, input, ok, Map.of(), Optional.empty());
    }

    Question<C> orElse(String error, C meaning) {
        Map<String, C> more = new HashMap<>(errors);
        more.put(error, meaning);
        return new Question<>(service, operation, input, ok, more, unanswered);
    }

    Question<C> unanswered(C meaning) {
        return new Question<>(service, operation, input, ok, errors, Optional.of(meaning));
    }

    /** Empty if the answer is none that the call should ever get. */
    Optional<C> meaningOf(Answer answer) {
        return answer.isOk() ? Optional.of(ok.apply(answer)) : Optional.ofNullable(errors.get(answer.error()));
    }
}
