package io.attestore.contract.operation;

import io.attestore.events.call.DecidedBy;
import java.util.Optional;

/** Whether the caller may, and what decided that. */
public sealed interface Decision {

    /** For the record; empty where no policy decided. */
    Optional<DecidedBy> by();

    record Allowed(Optional<DecidedBy> by) implements Decision {

        /** Without a policy. */
        public Allowed() {
            this(Optional.empty());
        }
    }

    /** @param reason the end of AWS's message, from "because" or "with" */
    record Denied(String reason, Optional<DecidedBy> by) implements Decision {

        /** Without a policy. */
        public Denied(String reason) {
            this(reason, Optional.empty());
        }
    }
}
