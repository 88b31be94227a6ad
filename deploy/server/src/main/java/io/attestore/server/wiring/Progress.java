package io.attestore.server.wiring;

/** Told of each step of the start, in a sentence for the operator's terminal. */
@FunctionalInterface
public interface Progress {

    void tell(String step);
}
