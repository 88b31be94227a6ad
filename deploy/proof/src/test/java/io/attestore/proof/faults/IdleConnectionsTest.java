package io.attestore.proof.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.attestore.conventions.RunsAlone;
import io.attestore.postgres.TestDatabase;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.process.ChildServer;
import io.attestore.proof.torture.process.Wait;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of connections that say nothing, and some that say a byte a second. */
@RunsAlone
class IdleConnectionsTest {

    private static final int CONNECTIONS = 10_000;
    private static final int SLOW_OF_EACH_KIND = 50;
    private static final int CONNECTIONS_MAX = 100;

    /** What the JVM of this test, or of the server, needs besides. */
    private static final int OTHER_FILES = 1_000;

    private static final Duration READ_TIME_LIMIT = Duration.ofSeconds(6);
    private static final Duration GOOD_CALL_LIMIT = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofSeconds(12);
    private static final long GROWTH_BYTES_MAX = 400L << 20;

    @TempDir
    Path folder;

    @Test
    void ten_thousand_silent_connections_and_slow_ones_neither_delay_a_good_client_nor_stay() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                ChildServer server = ChildServer.start(folder.resolve("data"), settings(database));
                ApiClient good = server.client("us-east-1")) {
            assertThat(good.put("/good", "value").isOk()).isTrue();
            long before = residentBytes(server);
            try (Crowd silent = Crowd.silent(server.endpoint(), connections());
                    Crowd slowHeads = Crowd.slow(server.endpoint(), SLOW_OF_EACH_KIND, slowHead());
                    Crowd slowBodies = Crowd.slow(server.endpoint(), SLOW_OF_EACH_KIND, slowBody())) {
                Duration slowest = slowestOf(good, Duration.ofSeconds(2));
                assertThat(silent.open()).as("still open").isGreaterThan(connections() / 2);
                long growth = residentBytes(server) - before;
                assertThat(slowest).isLessThan(GOOD_CALL_LIMIT);
                assertThat(growth).isLessThan(GROWTH_BYTES_MAX);

                Wait.until("the silent ones are closed", READ_TIME_LIMIT.plus(SLACK), () -> silent.open() == 0);
                Wait.until("the slow heads are closed", READ_TIME_LIMIT.plus(SLACK), () -> slowHeads.open() == 0);
                Wait.until("the slow bodies are closed", READ_TIME_LIMIT.plus(SLACK), () -> slowBodies.open() == 0);
                assertThat(slowestOf(good, Duration.ofMillis(300))).isLessThan(GOOD_CALL_LIMIT);
                System.out.printf(
                        "IdleConnectionsTest: %d connections, slowest good call %d ms, %d MB more memory%n",
                        connections() + 2 * SLOW_OF_EACH_KIND, slowest.toMillis(), growth >> 20);
            }
        }
    }

    @Test
    void more_connections_than_there_is_room_for_close_the_oldest_of_the_crowd_and_not_a_good_one() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                ChildServer server = ChildServer.start(folder.resolve("data"), roomFor(CONNECTIONS_MAX, database));
                ApiClient good = server.client("us-east-1")) {
            assertThat(good.put("/good", "value").isOk()).isTrue();
            try (Crowd slowHeads = Crowd.slow(server.endpoint(), 2 * CONNECTIONS_MAX, slowHead());
                    Crowd slowBodies = Crowd.slow(server.endpoint(), 2 * CONNECTIONS_MAX, slowBody())) {
                slowestOf(good, Duration.ofSeconds(1));
                Wait.until(
                        "there are no more than there is room for",
                        SLACK,
                        () -> slowHeads.open() + slowBodies.open() <= CONNECTIONS_MAX);
                assertThat(slowHeads.open()).as("the older ones").isLessThan(slowBodies.open());
                assertThat(good.get("/good").isOk()).isTrue();
            }
            assertThat(metrics(server)).containsPattern("attestore_requests_unserved_total\\{.*displaced.*\\} [1-9]");
        }
    }

    private static Map<String, String> roomFor(int connections, TestDatabase database) {
        Map<String, String> settings = settings(database);
        settings.put("attestore.http.connections-max", Integer.toString(connections));
        settings.put("attestore.http.read-time-limit", "60s");
        return settings;
    }

    private static String metrics(ChildServer server) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(server.management().resolve("/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static Map<String, String> settings(TestDatabase database) {
        Map<String, String> settings = new HashMap<>(LiveServer.on(database.settings()));
        settings.put("attestore.http.read-time-limit", READ_TIME_LIMIT.toSeconds() + "s");
        settings.put("attestore.http.idle-time-limit", READ_TIME_LIMIT.toSeconds() + "s");
        return settings;
    }

    /** Ten thousand, or what the limit on open files allows. */
    private static int connections() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : CONNECTIONS;
        return (int) Math.min(CONNECTIONS, files - OTHER_FILES);
    }

    private static Duration slowestOf(ApiClient good, Duration span) {
        long end = System.nanoTime() + span.toNanos();
        Duration slowest = Duration.ZERO;
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            assertThat(good.get("/good").value()).isEqualTo("value");
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        return slowest;
    }

    private static String slowHead() {
        return "POST / HTTP/1.1\r\nhost: x\r\nx-slow: " + "y".repeat(1_000);
    }

    private static String slowBody() {
        return "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n" + "{".repeat(1_000);
    }

    private static long residentBytes(ChildServer server) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    /** Connections of one kind, and a thread that looks which of them the server has closed. */
    private static final class Crowd implements AutoCloseable {

        private final Selector selector = Selector.open();
        private final String words;
        private final Thread thread;
        private volatile boolean running = true;
        private volatile int open;

        private Crowd(URI endpoint, int connections, String words, int saidAtOnce) throws IOException {
            this.words = words;
            ByteBuffer first = ByteBuffer.wrap(words.substring(0, saidAtOnce).getBytes(ISO_8859_1));
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + (2 + i % 3)), 0));
                channel.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
                if (saidAtOnce > 0) {
                    channel.write(first.duplicate());
                }
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
            open = connections;
            thread = Thread.ofPlatform().daemon().start(() -> look(saidAtOnce));
        }

        static Crowd silent(URI endpoint, int connections) throws IOException {
            return new Crowd(endpoint, connections, "", 0);
        }

        /** Says the first line at once and then a byte a second. */
        static Crowd slow(URI endpoint, int connections, String words) throws IOException {
            return new Crowd(endpoint, connections, words, words.contains("{") ? words.indexOf("{") : 10);
        }

        int open() {
            return open;
        }

        private void look(int saidAtOnce) {
            int said = saidAtOnce;
            try {
                while (running) {
                    selector.select(1_000);
                    List<SelectionKey> closed = new ArrayList<>();
                    for (SelectionKey key : selector.selectedKeys()) {
                        if (isClosed(key)) {
                            closed.add(key);
                        }
                    }
                    selector.selectedKeys().clear();
                    for (SelectionKey key : closed) {
                        key.cancel();
                        key.channel().close();
                    }
                    selector.selectNow();
                    open = selector.keys().size();
                    if (said < words.length() && open > 0) {
                        say(words.charAt(said++));
                        Thread.sleep(1_000);
                    }
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void say(char next) {
            for (SelectionKey key : selector.keys()) {
                try {
                    ((SocketChannel) key.channel()).write(ByteBuffer.wrap(new byte[] {(byte) next}));
                } catch (IOException closed) {
                    // seen at the next look
                }
            }
        }

        private static boolean isClosed(SelectionKey key) {
            ByteBuffer buffer = ByteBuffer.allocate(1024);
            try {
                int read = ((SocketChannel) key.channel()).read(buffer);
                return read < 0;
            } catch (IOException reset) {
                return true;
            }
        }

        @Override
        public void close() throws Exception {
            running = false;
            selector.wakeup();
            thread.join();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        }
    }
}
