package io.attestore.policy.evaluation;

import java.util.Optional;

/** What policies say to a request, and which statement decided. */
public sealed interface Verdict {

    /**
     * A statement that decided.
     *
     * @param policy the document's name
     * @param statement its Sid, or its place as {@code #2}
     */
    record By(Gate gate, String policy, boolean managed, String statement) {

        /** In words for an operator. */
        public String words() {
            return "the statement " + statement + " of the " + gate.words() + " " + policy;
        }
    }

    /** @param words what allows it, for an operator */
    record Allowed(String words, Optional<By> by) implements Verdict {}

    /** A statement denies it. Nothing that allows it counts. */
    record ExplicitlyDenied(By by) implements Verdict {}

    /** Nothing denies it, but this gate does not allow it. */
    record NotAllowed(Gate gate) implements Verdict {}

    /** The end of AWS's message, after {@code is not authorized to perform: ACTION on resource: ARN}. */
    static String reason(Verdict denial, String action) {
        return switch (denial) {
            case Allowed _ -> throw new IllegalArgumentException("It is allowed");
            case ExplicitlyDenied(By by) ->
                "with an explicit deny in " + by.gate().withArticle() + (by.managed() ? ": " + by.policy() : "");
            case NotAllowed(Gate gate) -> "because no " + gate.words() + " allows the " + action + " action";
        };
    }
}
