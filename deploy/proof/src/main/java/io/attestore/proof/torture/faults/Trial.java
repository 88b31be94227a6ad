package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.ledger.Books;
import io.attestore.proof.torture.ledger.Counts;
import io.attestore.proof.torture.ledger.Load;
import io.attestore.proof.torture.process.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Inflicts harm on one store, one after the other, and finds out each time whether it kept its promises. */
final class Trial implements AutoCloseable {

    static final int CLIENTS = 8;

    /** What a store under trial is started with: limits short enough to be waited for. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    /** What a call may take beyond its limit on a machine that has other things to do. */
    private static final Duration SLACK = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOAD_AROUND = Duration.ofMillis(500);

    private final Store store;
    private final Books books;

    Trial(Store store, Random random) {
        this.store = store;
        this.books = new Books(random);
    }

    Finding inflict(Harm harm) throws Exception {
        Counts before = books.counts();
        Duration limit = TIME_LIMIT.plus(SLACK);
        List<String> violations = new ArrayList<>();
        boolean ended = false;
        long undone;
        long recovered;
        long failed;
        try (ApiClient client = store.client();
                Load load = books.startLoad(client, CLIENTS)) {
            Sight sight = new Sight(store, client, load, limit);
            Wait.until("the load is under way", PATIENCE, () -> load.answered() > CLIENTS);
            Thread.sleep(LOAD_AROUND);
            harm.inflict(sight);
            undone = System.nanoTime();
            failed = load.failed();
            violations.addAll(sight.violations());
            sight.awaitRecoveryOrEnd();
            ended = store.startAgainIfEnded();
            if (!ended) {
                sight.awaitSuccesses();
            }
            recovered = System.nanoTime();
        }
        try (ApiClient client = store.client()) {
            violations.addAll(books.close(client, store.database()));
        }
        Duration longest = books.takeLongest();
        if (harm.leavesTime() && longest.compareTo(limit) > 0) {
            violations.add("a call took " + longest.toMillis() + " ms");
        }
        violations.addAll(store.verify());
        Counts counts = books.counts().minus(before);
        String title = harm.title() + (ended ? " (it ended and was started again)" : "");
        return new Finding(title, counts, failed, longest, Duration.ofNanos(recovered - undone), violations);
    }

    @Override
    public void close() throws Exception {
        store.close();
    }
}
