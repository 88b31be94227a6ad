package io.attestore.server.duework;

import io.attestore.contract.duework.DueWork;
import java.util.function.Consumer;

/** All that is to be done, now or later, as the states of the log have it. */
@FunctionalInterface
public interface ExpectedWork {

    /** Tells each piece of it; stops when the thread is interrupted. */
    void forEach(Consumer<DueWork> told);
}
