package io.attestore.proof.torture.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections from one address that begin to say something and do not go on. Each that the server closes is opened anew
 * a moment later, so that there are always as many.
 */
final class SlowCrowd implements Harm {

    private static final int LOOK_MILLIS = 20;
    private static final String HEAD = "POST / HTTP/1.1\r\nhost: x\r\nx-slow: y";
    private static final String SMALL = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{";
    private static final String LARGE = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 500000\r\n\r\n{";

    private final URI server;
    private final int connections;
    private final List<String> words;
    private final Selector selector = Selector.open();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile int opened;
    private volatile int failed;

    private SlowCrowd(URI server, int connections, List<String> words) throws IOException {
        this.server = server;
        this.connections = connections;
        this.words = words;
        open();
        thread = Thread.ofPlatform().daemon().name("slow-crowd").start(this::keepUp);
    }

    static SlowCrowd heads(URI server, int connections) throws IOException {
        return new SlowCrowd(server, connections, List.of(HEAD));
    }

    static SlowCrowd bodies(URI server, int connections) throws IOException {
        return new SlowCrowd(server, connections, List.of(SMALL, LARGE));
    }

    /** Opens as many as are lacking. */
    private void open() throws IOException {
        int open = 0;
        for (SelectionKey key : selector.keys()) {
            open += key.isValid() ? 1 : 0;
        }
        for (; open < connections; open++) {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.bind(new InetSocketAddress(Hosts.crowd(), 0));
                channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
                channel.write(ByteBuffer.wrap(words.get(opened % words.size()).getBytes(ISO_8859_1)));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                opened = opened + 1;
            } catch (IOException closedAtOnce) {
                channel.close();
                failed = failed + 1;
            }
        }
    }

    private void keepUp() {
        try {
            while (running) {
                selector.select(LOOK_MILLIS);
                closeTheClosed();
                selector.selectNow();
                if (running) {
                    open();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The slow crowd is gone", e);
        } finally {
            closeAll();
        }
    }

    private void closeTheClosed() throws IOException {
        List<SelectionKey> ready = new ArrayList<>(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
            if (isClosed((SocketChannel) key.channel())) {
                key.channel().close();
            }
        }
    }

    private static boolean isClosed(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1024)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private void closeAll() {
        for (SelectionKey key : selector.keys()) {
            try {
                key.channel().close();
            } catch (IOException gone) {
                // as wished
            }
        }
    }

    @Override
    public String seen() {
        return opened + " connections begun, " + failed + " refused";
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        selector.wakeup();
        thread.join();
    }
}
