package io.attestore.server.shredding;

/** Told of each step of a roll: for tests that break off between any two. */
@FunctionalInterface
public interface RollWatch {

    RollWatch NONE = step -> {};

    void reached(RollStep step);
}
