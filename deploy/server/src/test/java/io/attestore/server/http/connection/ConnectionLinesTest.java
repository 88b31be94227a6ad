package io.attestore.server.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.source.Source;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionLinesTest {

    private static final Source CROWD = new Source("192.0.2.1", false);
    private static final Source OTHER = new Source("192.0.2.2", false);
    private static final Source PROXY = new Source("192.0.2.3", true);

    private final ConnectionLines lines = new ConnectionLines();
    private final Map<ClientConnection, NioSocketWrapper> wrappers = new HashMap<>();
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    private final ClientConnection newcomer = connection(OTHER);

    @AfterEach
    void end() {
        elsewhere.shutdown();
    }

    @Test
    void an_idle_one_is_found_behind_any_number_that_are_busy() throws Exception {
        for (int i = 0; i < 300; i++) {
            handle(add(CROWD));
        }
        ClientConnection idle = add(CROWD);
        int tries = 1;
        while (!lines.closeOneOf(CROWD, newcomer)) {
            tries++;
            assertThat(tries).isLessThan(20);
        }
        assertThat(closed()).containsExactly(idle);
    }

    @Test
    void the_oldest_idle_one_goes_and_one_that_waits_only_if_there_is_none() {
        ClientConnection waits = add(CROWD);
        waits.waits(true);
        ClientConnection idle = add(CROWD);
        add(CROWD);

        assertThat(lines.closeOneOf(CROWD, newcomer)).isTrue();
        assertThat(closed()).containsExactly(idle);

        lines.remove(idle);
        assertThat(lines.closeOneOf(CROWD, waits)).isTrue();
        assertThat(closed()).hasSize(2).doesNotContain(waits);
    }

    @Test
    void one_that_waits_goes_rather_than_that_nobody_does() {
        ClientConnection first = add(CROWD);
        first.waits(true);
        add(CROWD).waits(true);

        assertThat(lines.closeOneOf(CROWD, newcomer)).isTrue();
        assertThat(closed()).containsExactly(first);
    }

    @Test
    void where_nothing_of_the_largest_can_go_the_next_is_asked_and_proxies_last() throws Exception {
        handle(add(CROWD));
        ClientConnection proxied = add(PROXY);
        ClientConnection small = add(OTHER);

        assertThat(lines.closeOneOf(List.of(CROWD), newcomer)).isTrue();
        assertThat(closed()).containsExactly(small);

        lines.remove(small);
        assertThat(lines.closeOneOf(List.of(CROWD), newcomer)).isTrue();
        assertThat(closed()).containsExactlyInAnyOrder(small, proxied);

        lines.remove(proxied);
        assertThat(lines.closeOneOf(List.of(CROWD), newcomer)).isFalse();
    }

    @Test
    void among_many_small_sources_the_next_try_asks_others() throws Exception {
        for (int i = 0; i < 300; i++) {
            handle(add(new Source("2001:db8:0:" + Integer.toHexString(i) + "::/64", false)));
        }
        ClientConnection idle = add(CROWD);
        int tries = 1;
        while (!lines.closeOneOf(List.of(), newcomer)) {
            tries++;
            assertThat(tries).isLessThan(20);
        }
        assertThat(closed()).containsExactly(idle);
    }

    private ClientConnection add(Source source) {
        ClientConnection connection = connection(source);
        lines.addLast(connection);
        return connection;
    }

    private ClientConnection connection(Source source) {
        ReadableByteChannel silent = Channels.newChannel(InputStream.nullInputStream());
        var limits = new RequestLimits(1_000, 1_000, Duration.ofSeconds(1));
        var ahead = new ReadAhead(silent, limits, new BufferPool(1), new BodyMemory(1_000, 100).lease(source));
        var connection = new ClientConnection(InetAddress.getLoopbackAddress(), source, ahead);
        var wrapper = new NioSocketWrapper(new NioChannel(new SocketBufferHandler(0, 0, false)), new NioEndpoint());
        connection.belongsTo(wrapper);
        wrappers.put(connection, wrapper);
        return connection;
    }

    /** As a thread does that handles its request. */
    private void handle(ClientConnection connection) throws Exception {
        elsewhere.submit(() -> wrappers.get(connection).getLock().lock()).get();
    }

    private List<ClientConnection> closed() {
        List<ClientConnection> closed = new ArrayList<>();
        wrappers.forEach((connection, wrapper) -> {
            if (wrapper.isClosed()) {
                closed.add(connection);
            }
        });
        return closed;
    }
}
