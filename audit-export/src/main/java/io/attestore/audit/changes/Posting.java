package io.attestore.audit.changes;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to tell a webhook ended. */
sealed interface Posting {

    /** The receiver has it. */
    record Accepted() implements Posting {}

    /**
     * It may succeed later.
     *
     * @param notBefore how long the receiver asks to be left alone
     */
    record Failed(String reason, Optional<Duration> notBefore) implements Posting {}

    /** The receiver will never take it. */
    record Rejected(String reason) implements Posting {}
}
