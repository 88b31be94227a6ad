package io.attestore.proof.torture.ledger;

import io.attestore.proof.torture.ledger.Outcome.Answered;
import io.attestore.proof.torture.ledger.Outcome.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that go on, whatever happens, until they are stopped. */
public final class Load implements AutoCloseable {

    private static final long PAUSE_MILLIS_AFTER_NO_ANSWER = 20;

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    Load(NotingClient client, Scene scene, int clients, Random random) {
        for (int i = 0; i < clients; i++) {
            Customer customer = new Customer(client, scene, new Random(random.nextLong()));
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, failure) -> broken.add(failure))
                    .start(() -> run(customer)));
        }
    }

    private void run(Customer customer) {
        try {
            while (running.get()) {
                Outcome outcome = customer.act();
                if (outcome instanceof Answered) {
                    answered.incrementAndGet();
                } else if (outcome instanceof Unknown) {
                    failed.incrementAndGet();
                    Thread.sleep(PAUSE_MILLIS_AFTER_NO_ANSWER);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Calls that were answered with success so far. */
    public long answered() {
        return answered.get();
    }

    /** Calls so far that got no answer or 503. */
    public long failed() {
        return failed.get();
    }

    /** Returns when every call has ended. */
    @Override
    public void close() throws InterruptedException {
        running.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable failure = broken.poll();
        if (failure != null) {
            throw new IllegalStateException("A client of the load broke", failure);
        }
    }
}
