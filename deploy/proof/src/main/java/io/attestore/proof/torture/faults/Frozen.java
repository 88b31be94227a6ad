package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.process.Postmaster;
import java.time.Duration;

/** All processes of the database stand still (SIGSTOP) for longer than a call may take, and go on (SIGCONT). */
record Frozen(ProxiedStore store) implements Harm {

    private static final Duration TIME = Trial.TIME_LIMIT.plusSeconds(1);

    @Override
    public String title() {
        return "the database frozen for longer than the time limit";
    }

    @Override
    public void inflict(Sight sight) throws Exception {
        Postmaster postmaster = store.postmaster();
        postmaster.freeze();
        try {
            sight.awaitFailures();
            Thread.sleep(TIME);
            sight.requireClosed();
        } finally {
            postmaster.thaw();
        }
    }
}
