package io.attestore.proof.bench.child;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.proof.bench.calls.SecureStrings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The least that a server can do, to see what the load generator can do: reads a request up to its end and answers a
 * constant of the size of a GetParameter's answer. Checks nothing.
 */
public final class TrivialResponder {

    private static final int BACKLOG = 1024;
    private static final int REQUEST_BYTES_MAX = 64 * 1024;
    private static final String LENGTH = "Content-Length: ";

    private final ByteBuffer answer;

    private TrivialResponder(String body) {
        answer = ByteBuffer.wrap(("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8));
    }

    /** Listens on a free port and prints the line that the benchmark waits for. */
    public static void main(String[] arguments) throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println("Attestore is ready on http://127.0.0.1:"
                    + listener.socket().getLocalPort());
            System.out.flush();
            new TrivialResponder(
                            "{\"Parameter\":{\"Name\":\"/bench/parameter/0\",\"Type\":\"SecureString\",\"Value\":\""
                                    + SecureStrings.value() + "\",\"Version\":1,\"DataType\":\"text\"}}")
                    .serve(selector);
        }
    }

    private void serve(Selector selector) throws IOException {
        while (selector.isOpen()) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.channel() instanceof ServerSocketChannel listener) {
                    accept(listener, selector);
                } else if (!isServed((SocketChannel) key.channel(), (ByteBuffer) key.attachment())) {
                    key.channel().close();
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private static void accept(ServerSocketChannel listener, Selector selector) throws IOException {
        SocketChannel connection = listener.accept();
        connection.configureBlocking(false);
        connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        connection.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(REQUEST_BYTES_MAX));
    }

    /** Answers false when the client has gone. */
    private boolean isServed(SocketChannel connection, ByteBuffer request) {
        try {
            if (connection.read(request) < 0) {
                return false;
            }
            if (isComplete(request)) {
                request.clear();
                connection.write(answer.duplicate());
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isComplete(ByteBuffer request) {
        String text = new String(request.array(), 0, request.position(), ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        int length = text.indexOf(LENGTH);
        if (head < 0 || length < 0) {
            return false;
        }
        int bodyBytes = Integer.parseInt(text.substring(length + LENGTH.length(), text.indexOf("\r\n", length)));
        return text.length() >= head + 4 + bodyBytes;
    }
}
