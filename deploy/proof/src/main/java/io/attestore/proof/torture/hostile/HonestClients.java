package io.attestore.proof.torture.hostile;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.KeptConnection;
import io.attestore.proof.torture.client.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A few clients of one address that read a SecureString now and then: most on a connection that they keep, two on a new
 * one each time, with the head and the body in packets of their own.
 */
final class HonestClients {

    private static final int KEEPING = 6;
    private static final int CONNECTING = 2;
    private static final long PAUSE_MILLIS = 15;
    private static final String REGION = "us-east-1";
    private static final String NAME = "/honest";
    private static final String VALUE = "honest-".repeat(16);
    private static final Duration TIME_MAX = Duration.ofMinutes(2);
    private static final int DIGITS = 3;

    private final URI server;
    private final byte[] head;
    private final byte[] body;

    /** What they were answered. Times are nanoseconds; those of refusals and failures are among them. */
    record Seen(Histogram times, Map<String, Long> refusals) {

        /** What was seen in all of these. */
        static Seen together(List<Seen> parts) {
            Histogram times = new Histogram(TIME_MAX.toNanos(), DIGITS);
            Map<String, Long> refusals = new TreeMap<>();
            for (Seen part : parts) {
                times.add(part.times);
                part.refusals.forEach((what, count) -> refusals.merge(what, count, Long::sum));
            }
            return new Seen(times, refusals);
        }

        double p50Millis() {
            return times.getValueAtPercentile(50) / 1e6;
        }

        double p99Millis() {
            return times.getValueAtPercentile(99) / 1e6;
        }
    }

    private HonestClients(URI server, Credentials credentials) {
        this.server = server;
        SignedRequest read = SignedRequest.json(
                "ssm", "AmazonSSM.GetParameter", "{\"Name\":\"" + NAME + "\",\"WithDecryption\":true}");
        byte[] request = read.in(REGION).bytes(server.getAuthority(), credentials);
        int headBytes = request.length - read.body().length;
        head = Arrays.copyOf(request, headBytes);
        body = read.body();
    }

    /** Puts what they read. */
    static void prepare(URI server, Credentials credentials) {
        try (ApiClient client = new ApiClient(server, credentials, REGION)) {
            Answer put = client.put(NAME, VALUE);
            if (!put.isOk()) {
                throw new IllegalStateException("The parameter cannot be put: " + put);
            }
        }
    }

    /** Lets them read for a while. The requests are signed once, so that is at most some minutes. */
    static Seen measure(URI server, Credentials credentials, Duration time) throws InterruptedException {
        HonestClients clients = new HonestClients(server, credentials);
        Histogram times = new ConcurrentHistogram(TIME_MAX.toNanos(), DIGITS);
        Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < KEEPING + CONNECTING; i++) {
            boolean keeps = i < KEEPING;
            threads.add(Thread.ofVirtual().start(() -> clients.read(keeps, end, times, refusals)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Map<String, Long> counts = new TreeMap<>();
        refusals.forEach((what, count) -> counts.put(what, count.sum()));
        return new Seen(times, counts);
    }

    private void read(boolean keeps, long end, Histogram times, Map<String, LongAdder> refusals) {
        try (KeptConnection connection = new KeptConnection(server, Hosts.HONEST)) {
            while (System.nanoTime() < end) {
                long begun = System.nanoTime();
                String refusal = refusal(connection);
                times.recordValue(System.nanoTime() - begun);
                if (!refusal.isEmpty()) {
                    refusals.computeIfAbsent(refusal, _ -> new LongAdder()).increment();
                }
                if (!keeps) {
                    connection.close();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException closing) {
            // its work is done
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty if the value came. */
    private String refusal(KeptConnection connection) {
        try {
            KeptConnection.Reply reply = connection.exchange(head, body);
            boolean isValue = reply.status() == 200 && reply.body().contains(VALUE);
            return isValue ? "" : "status " + reply.status();
        } catch (IOException failed) {
            return failed.getClass().getSimpleName() + ": " + failed.getMessage();
        }
    }
}
