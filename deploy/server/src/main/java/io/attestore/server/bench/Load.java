package io.attestore.server.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Closed-loop load: each of N workers does its task again as soon as it is done, for a given time. */
final class Load {

    private static final long LATENCY_NANOS_MAX = Duration.ofMinutes(1).toNanos();

    private Load() {}

    /** One worker: opened before the clock starts, closed after it stopped. */
    interface Worker extends AutoCloseable {

        /** Does one unit of work, or throws if it was not answered as it should be. */
        void once() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Makes the workers; called once per worker. */
    @FunctionalInterface
    interface Workers {

        Worker open(int index) throws Exception;
    }

    /** What was measured: units per second over all workers, and the latency of a unit in nanoseconds. */
    record Measurement(int workers, double perSecond, Histogram latency) {

        double p50Millis() {
            return latency.getValueAtPercentile(50) / 1e6;
        }

        double p99Millis() {
            return latency.getValueAtPercentile(99) / 1e6;
        }
    }

    /** Any worker's failure fails the measurement: a figure with errors in it is none. */
    static Measurement run(int workers, Duration time, Workers open) throws Exception {
        List<Worker> opened = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int index = 0; index < workers; index++) {
                opened.add(open.open(index));
            }
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Histogram>> running = new ArrayList<>();
            for (Worker worker : opened) {
                running.add(threads.submit(() -> work(worker, end)));
            }
            Histogram all = new Histogram(LATENCY_NANOS_MAX, 3);
            for (Future<Histogram> one : running) {
                all.add(result(one));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Measurement(workers, all.getTotalCount() / seconds, all);
        } finally {
            for (Worker worker : opened) {
                worker.close();
            }
        }
    }

    private static Histogram work(Worker worker, long end) throws Exception {
        Histogram latency = new Histogram(LATENCY_NANOS_MAX, 3);
        for (long before = System.nanoTime(); before < end; ) {
            worker.once();
            long after = System.nanoTime();
            latency.recordValue(Math.min(after - before, LATENCY_NANOS_MAX));
            before = after;
        }
        return latency;
    }

    private static Histogram result(Future<Histogram> running) throws IOException, InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException failure) {
            throw new IOException("A worker failed: " + failure.getCause(), failure.getCause());
        }
    }

    /** Lets the disk and the collector come to rest between two measurements. */
    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
