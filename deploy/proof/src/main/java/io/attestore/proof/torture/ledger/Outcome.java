package io.attestore.proof.torture.ledger;

import tools.jackson.databind.JsonNode;

/** How a call ended, as far as its client knows. */
sealed interface Outcome {

    record Answered(String requestId, JsonNode output) implements Outcome {}

    /** @param code AWS's code of the error */
    record Refused(String requestId, int status, String code) implements Outcome {}

    /**
     * Nothing is known: no answer came, or one that says that it may or may not have happened.
     *
     * @param status 503, or 0 where no answer came
     */
    record Unknown(int status) implements Outcome {}
}
