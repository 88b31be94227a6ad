package io.attestore.proof.torture.faults;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a server and its PostgreSQL, understands what passes, and cuts a connection exactly at the COMMIT of a
 * transaction that has written to the log. Without TLS. Safe for many threads.
 *
 * @see <a href="https://www.postgresql.org/docs/18/protocol-message-formats.html">PostgreSQL: Message Formats</a>
 */
final class PostgresProxy implements Closeable {

    /** Where a connection is cut. */
    enum Cut {
        NONE,
        /** COMMIT was sent and never arrives. */
        BEFORE_COMMIT,
        /** COMMIT arrives and is done; the answer never does. */
        AFTER_COMMIT
    }

    private final ServerSocket listener;
    private final int databasePort;
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NONE);
    private final AtomicInteger cuts = new AtomicInteger();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    private PostgresProxy(ServerSocket listener, int databasePort) {
        this.listener = listener;
        this.databasePort = databasePort;
    }

    static PostgresProxy to(int databasePort) throws IOException {
        var proxy = new PostgresProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), databasePort);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The next COMMIT of a transaction that has written to the log is cut, once. */
    void cutNext(Cut cut) {
        next.set(cut);
    }

    /** How many connections were cut so far. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Where there is no database, a client sees its connection end. */
    private void connect(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), databasePort)) {
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var conversation = new PostgresConversation(client, server, this::take);
            Thread answers = Thread.ofVirtual().start(() -> {
                quietly(conversation::passAnswers);
                quietly(client::close);
            });
            quietly(() -> conversation.passRequests(
                    new DataInputStream(new BufferedInputStream(client.getInputStream(), 1 << 16))));
            quietly(server::close);
            answers.join();
        } catch (IOException gone) {
            // either side may end at any time
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Cut take() {
        Cut cut = next.getAndSet(Cut.NONE);
        if (cut != Cut.NONE) {
            cuts.incrementAndGet();
        }
        return cut;
    }

    private interface Passing {

        void run() throws IOException;
    }

    private static void quietly(Passing passing) {
        try {
            passing.run();
        } catch (IOException gone) {
            // either side may end at any time
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
