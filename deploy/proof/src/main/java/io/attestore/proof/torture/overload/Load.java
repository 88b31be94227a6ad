package io.attestore.proof.torture.overload;

import io.attestore.proof.torture.client.KeptConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Clients that each send the next request as soon as the last is answered, all beginning at once. Who is refused waits
 * as the AWS SDKs do. For one run.
 */
final class Load {

    private static final long NANOS_MAX = Duration.ofMinutes(2).toNanos();
    private static final long PAUSE_MILLIS_FIRST = 100;
    private static final int PAUSE_DOUBLINGS_MAX = 6;

    private final Reads reads;
    private final long end;
    private final LongAdder served = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder unavailable = new LongAdder();
    private final Map<String, LongAdder> odd = new ConcurrentHashMap<>();
    private final Histogram ofServed = new ConcurrentHistogram(NANOS_MAX, 3);
    private final Histogram ofRefused = new ConcurrentHistogram(NANOS_MAX, 3);

    private Load(Reads reads, Duration time) {
        this.reads = reads;
        this.end = System.nanoTime() + time.toNanos();
    }

    /**
     * What clients were answered. Times are nanoseconds.
     *
     * @param throttled refusals by ThrottlingException
     * @param unavailable refusals by status 503
     * @param odd anything else, with how often it came
     */
    record Result(
            int connections,
            double servedPerSecond,
            long served,
            long throttled,
            long unavailable,
            Map<String, Long> odd,
            Histogram ofServed,
            Histogram ofRefused) {

        Duration longest() {
            return Duration.ofNanos(Math.max(ofServed.getMaxValue(), ofRefused.getMaxValue()));
        }
    }

    static Result run(Reads reads, int connections, Duration time) throws InterruptedException {
        long begun = System.nanoTime();
        Load load = new Load(reads, time);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < connections; number++) {
            int client = number;
            threads.add(Thread.ofVirtual().start(() -> load.client(client)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return load.result(connections, (System.nanoTime() - begun) / 1e9);
    }

    private Result result(int connections, double seconds) {
        Map<String, Long> oddities = new TreeMap<>();
        odd.forEach((what, count) -> oddities.put(what, count.sum()));
        return new Result(
                connections,
                served.sum() / seconds,
                served.sum(),
                throttled.sum(),
                unavailable.sum(),
                oddities,
                ofServed,
                ofRefused);
    }

    private void client(int client) {
        try (KeptConnection connection = reads.connect()) {
            byte[] request = reads.request(client);
            long signed = System.nanoTime();
            int refusals = 0;
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                if (now - signed > Reads.SIGNED_NANOS) {
                    request = reads.request(client);
                    signed = now;
                }
                refusals = isServed(connection, request) ? 0 : refusals + 1;
                if (refusals > 0) {
                    Thread.sleep(pauseMillis(refusals));
                }
            }
        } catch (IOException closing) {
            note("closing: " + closing.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">AWS: retry behavior</a>
     *     (exponential backoff with full jitter)
     */
    private static long pauseMillis(int refusals) {
        long bound = PAUSE_MILLIS_FIRST << Math.min(refusals, PAUSE_DOUBLINGS_MAX);
        return ThreadLocalRandom.current().nextLong(bound);
    }

    private boolean isServed(KeptConnection connection, byte[] request) {
        long begun = System.nanoTime();
        try {
            KeptConnection.Reply reply = connection.exchange(request);
            long nanos = Math.min(NANOS_MAX, System.nanoTime() - begun);
            boolean isServed = Reads.isValue(reply);
            (isServed ? ofServed : ofRefused).recordValue(nanos);
            if (isServed) {
                served.increment();
            } else if (reply.status() == 503) {
                unavailable.increment();
            } else if (reply.body().contains("ThrottlingException")) {
                throttled.increment();
            } else {
                note("status " + reply.status() + " " + reply.body());
            }
            return isServed;
        } catch (IOException failed) {
            ofRefused.recordValue(Math.min(NANOS_MAX, System.nanoTime() - begun));
            note(failed.getClass().getSimpleName() + ": " + failed.getMessage());
            return false;
        }
    }

    private void note(String what) {
        odd.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }
}
