package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.http.connection.ApiEndpoint.ApiChannel;
import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.share.Shares;
import io.attestore.server.http.source.TrustedProxies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.junit.jupiter.api.Test;

class ApiEndpointTest {

    private static final int BUFFER_BYTES = 1_000;

    private final OpenConnections open = new OpenConnections(
            new Shares(1, 100),
            new RequestLimits(1_000, 1_000, Duration.ofSeconds(1)),
            new TrustedProxies(List.of()),
            new BodyMemory(1_000, 100),
            new BufferPool(1),
            new UnservedRequestCounter(SimpleMeterRegistry::new));

    @Test
    void a_socket_that_cannot_be_set_up_keeps_no_place() throws Exception {
        ApiEndpoint notStarted = new ApiEndpoint();
        notStarted.admitBy(open);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (SocketChannel client = SocketChannel.open(server.getLocalAddress());
                    SocketChannel accepted = server.accept()) {
                assertThat(notStarted.setSocketOptions(accepted)).isTrue();
                assertThat(accepted.isOpen()).isFalse();
                assertThat(open.of(accepted)).isNull();
                assertThat(notStarted.getConnections()).isEmpty();
                assertThat(client.isOpen()).isTrue();
            }
            try (SocketChannel client = SocketChannel.open(server.getLocalAddress());
                    SocketChannel accepted = server.accept()) {
                assertThat(open.admit(accepted)).isTrue();
                assertThat(client.isOpen()).isTrue();
            }
        }
    }

    @Test
    void what_a_client_did_not_take_and_what_it_sent_are_gone_before_another_has_the_buffers() {
        SocketBufferHandler buffers = new SocketBufferHandler(BUFFER_BYTES, BUFFER_BYTES, false);
        ApiChannel channel = channel();
        channel.lend(buffers);
        channel.getBufHandler().configureWriteBufferForWrite();
        channel.getBufHandler().getWriteBuffer().put("secret".getBytes(ISO_8859_1));
        channel.getBufHandler().getReadBuffer().put("request".getBytes(ISO_8859_1));
        channel.overwriteAndTakeBack();

        assertThat(buffers.getWriteBuffer().array()).containsOnly(0);
        assertThat(buffers.isReadBufferEmpty()).isTrue();
        assertThat(buffers.isWriteBufferEmpty()).isTrue();
        assertThat(buffers.getWriteBuffer().remaining()).isEqualTo(BUFFER_BYTES);
        assertThat(channel.getBufHandler().getWriteBuffer().capacity()).isZero();
    }

    @Test
    void a_connection_has_buffers_of_its_own_only_while_a_request_is_handled() {
        ApiChannel channel = channel();
        assertThat(channel.getBufHandler().getReadBuffer().capacity()).isZero();
        channel.lend(new SocketBufferHandler(BUFFER_BYTES, BUFFER_BYTES, false));
        assertThat(channel.getBufHandler().getReadBuffer().capacity()).isEqualTo(BUFFER_BYTES);
        assertThat(new ApiEndpoint().getSocketProperties().getActualBufferPool(0))
                .isZero();
    }

    private static ApiChannel channel() {
        return (ApiChannel) new ApiEndpoint().createChannel(new SocketBufferHandler(0, 0, false));
    }
}
