package io.attestore.server.disclosure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an operator orders. */
sealed interface DisclosureOrder {

    /** What the record of it calls it, in the manner of the events that services make by themselves. */
    String eventName();

    UUID id();

    Instant at();

    /** Give out nothing secret from now on. */
    record Stop(DisclosureReason reason, UUID id, Instant at) implements DisclosureOrder {

        @Override
        public String eventName() {
            return "StopDisclosure";
        }
    }

    /** Give out again what everybody may have. */
    record Resume(Optional<DisclosureReason> reason, UUID id, Instant at) implements DisclosureOrder {

        @Override
        public String eventName() {
            return "ResumeDisclosure";
        }
    }
}
