package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.faults.PostgresProxy.Cut;
import io.attestore.proof.torture.process.Wait;
import java.time.Duration;

/** The connection to the database is lost at the COMMIT of calls that clients wait for, several times. */
record CutCommit(ProxiedStore store, Cut cut) implements Harm {

    private static final int TIMES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String title() {
        return switch (cut) {
            case BEFORE_COMMIT -> "connection cut before COMMIT arrives";
            case AFTER_COMMIT -> "connection cut after COMMIT, before its answer";
            case NONE -> throw new IllegalStateException("Nothing is cut");
        };
    }

    @Override
    public void inflict(Sight sight) throws InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            int before = store.proxy().cuts();
            store.proxy().cutNext(cut);
            Wait.until("a COMMIT is cut", PATIENCE, () -> store.proxy().cuts() > before);
            sight.awaitSuccesses();
        }
        if (cut == Cut.BEFORE_COMMIT && sight.load().failed() == 0) {
            sight.violated("no client was told of a transaction that never ended");
        }
    }
}
