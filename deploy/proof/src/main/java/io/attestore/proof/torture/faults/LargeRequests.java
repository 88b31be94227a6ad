package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.SignedRequest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many clients send the largest requests there are, at the same time, to a server with a small heap.
 *
 * @param bounded whether the server bounds the memory that it gives to requests below its heap; if not it may end, as
 *     the launcher's {@code -XX:+ExitOnOutOfMemoryError} has it
 */
record LargeRequests(boolean bounded) implements Harm {

    private static final int CLIENTS = 96;
    private static final int BODY_BYTES = 1_000_000;
    private static final Duration TIME = Duration.ofSeconds(4);

    @Override
    public String title() {
        return "heap nearly exhausted by large requests, memory for bodies "
                + (bounded ? "bounded" : "as large as the heap");
    }

    /** A heap without any room is collected again and again, for as long as it takes until it is given up. */
    @Override
    public boolean leavesTime() {
        return bounded;
    }

    @Override
    public void inflict(Sight sight) {
        byte[] body = new byte[BODY_BYTES];
        Arrays.fill(body, (byte) 'x');
        Set<Integer> statuses = new ConcurrentSkipListSet<>();
        long deadline = System.nanoTime() + TIME.toNanos();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> send(sight, body, deadline, statuses));
            }
        }
        statuses.removeAll(Set.of(0, 400, 503));
        if (!statuses.isEmpty()) {
            sight.violated("large requests were answered " + statuses);
        }
    }

    private void send(Sight sight, byte[] body, long deadline, Set<Integer> statuses) {
        while (System.nanoTime() - deadline < 0) {
            try {
                Answer answer = sight.client().call(SignedRequest.json("kms", "TrentService.Encrypt", body));
                statuses.add(answer.status());
            } catch (UncheckedIOException noAnswer) {
                statuses.add(0);
                if (!bounded) {
                    return;
                }
            }
        }
    }
}
