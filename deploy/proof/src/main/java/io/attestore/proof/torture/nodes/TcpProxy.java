package io.attestore.proof.torture.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A network between a client and a server on this machine, that can be partitioned: while it is, both sides stay
 * connected and nothing that either sends arrives. When it is healed, what was sent meanwhile arrives late, as it does
 * when TCP sends it again, or every connection is found to be broken.
 *
 * <p>Safe for many threads.
 */
final class TcpProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int CONNECT_MILLIS_MAX = 5_000;

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition healed = lock.newCondition();
    private boolean partitioned;

    private TcpProxy(ServerSocket listening, InetSocketAddress target) {
        this.listening = listening;
        this.target = target;
    }

    /** Stands before a port of this machine. */
    static TcpProxy before(int port) throws IOException {
        InetAddress local = InetAddress.getLoopbackAddress();
        TcpProxy proxy = new TcpProxy(new ServerSocket(0, 0, local), new InetSocketAddress(local, port));
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    void partition() {
        set(true);
    }

    /** What was held back is delivered. */
    void heal() {
        set(false);
    }

    /** What was held back is lost with its connections. */
    void healWithBrokenConnections() {
        open.forEach(TcpProxy::closeQuietly);
        set(false);
    }

    private void set(boolean isPartitioned) {
        lock.lock();
        try {
            partitioned = isPartitioned;
            healed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitHealed() throws InterruptedException {
        lock.lock();
        try {
            while (partitioned) {
                healed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                // by close(); or the client went away already
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        open.add(server);
        try {
            awaitHealed();
            server.connect(target, CONNECT_MILLIS_MAX);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException | InterruptedException ended) {
            // whoever waits at the other end is told by the closed connection
        } finally {
            end(client);
            end(server);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitHealed();
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            // as above
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        closeQuietly(socket);
        open.remove(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // which is what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        healWithBrokenConnections();
    }
}
