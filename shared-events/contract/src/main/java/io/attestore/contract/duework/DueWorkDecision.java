package io.attestore.contract.duework;

import io.attestore.contract.state.Entities;
import java.time.Instant;
import java.util.List;

/** Decides what due work comes to when its time has come. Immutable, safe for many threads. */
public interface DueWorkDecision {

    /** Those that it decides about. */
    List<DueWorkKind> kinds();

    /**
     * What there really is to do now, if anything: what is done twice, or too early, or though nothing is due, does
     * nothing.
     *
     * @param requestId unique to this attempt at it
     */
    Performance perform(DueWork due, Entities entities, String requestId, Instant now);
}
