package io.attestore.proof.torture.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private ServerSocket listening;
    private TcpProxy network;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        network = TcpProxy.before(listening.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), network.port());
        server = listening.accept();
        client.setSoTimeout(200);
        server.setSoTimeout(200);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        network.close();
        listening.close();
    }

    @Test
    void bytes_go_both_ways() throws IOException {
        client.getOutputStream().write(1);
        assertThat(server.getInputStream().read()).isEqualTo(1);
        server.getOutputStream().write(2);
        assertThat(client.getInputStream().read()).isEqualTo(2);
    }

    @Test
    void while_it_is_partitioned_nothing_arrives_and_afterwards_everything_does() throws IOException {
        network.partition();
        client.getOutputStream().write(1);
        server.getOutputStream().write(2);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        network.heal();
        assertThat(server.getInputStream().read()).isEqualTo(1);
        assertThat(client.getInputStream().read()).isEqualTo(2);
    }

    @Test
    void when_its_connections_are_broken_what_was_held_back_never_arrives() throws IOException {
        network.partition();
        client.getOutputStream().write(1);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        network.healWithBrokenConnections();
        assertThat(server.getInputStream().read()).isEqualTo(-1);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
}
