package io.attestore.server.http.connection;

import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.share.Shares;
import io.attestore.server.http.source.Source;
import io.attestore.server.http.source.TrustedProxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * All open connections. When there is no room for a further one, the oldest of its own source goes for it if that holds
 * more than its share, otherwise the oldest of the source that holds most; the same where there is no memory for what
 * has come of a request. The oldest is the one that has not sent a whole request for longest; one whose request waits for
 * its turn goes only if no idle one is found, and one whose request is handled never. Safe for many threads.
 */
final class OpenConnections {

    private final RequestLimits limits;
    private final TrustedProxies proxies;
    private final BodyMemory memory;
    private final BufferPool pool;
    private final UnservedRequestCounter unserved;
    private final ReentrantLock lock = new ReentrantLock();
    private final Shares shares;
    private final ConnectionLines all = new ConnectionLines();
    private final ConnectionLines underWay = new ConnectionLines();
    private final Map<SocketChannel, ClientConnection> bySocket = new ConcurrentHashMap<>();

    OpenConnections(
            Shares shares,
            RequestLimits limits,
            TrustedProxies proxies,
            BodyMemory memory,
            BufferPool pool,
            UnservedRequestCounter unserved) {
        this.shares = shares;
        this.limits = limits;
        this.proxies = proxies;
        this.memory = memory;
        this.pool = pool;
        this.unserved = unserved;
    }

    /** Whether it may stay open. */
    boolean admit(SocketChannel socket) throws IOException {
        InetAddress peer = ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
        Source source = proxies.peer(peer);
        var connection = new ClientConnection(peer, source, new ReadAhead(socket, limits, pool, memory.lease(source)));
        lock.lock();
        try {
            while (!shares.tryTake(source, 1)) {
                unserved.displaced();
                boolean closed = shares.holdsItsShare(source)
                        ? all.closeOneOf(source, connection)
                        : all.closeOneOf(shares.largest(), connection);
                if (!closed) {
                    return false;
                }
            }
            all.addLast(connection);
            bySocket.put(socket, connection);
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    ClientConnection of(@Nullable SocketChannel socket) {
        return socket == null ? null : bySocket.get(socket);
    }

    void closed(SocketChannel socket) {
        ClientConnection connection = bySocket.remove(socket);
        if (connection == null) {
            return;
        }
        connection.ahead().close();
        lock.lock();
        try {
            underWay.remove(connection);
            if (all.remove(connection)) {
                shares.giveBack(connection.source(), 1);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Something of a request has come and the rest has not. */
    void isUnderWay(ClientConnection connection) {
        lock.lock();
        try {
            if (all.contains(connection)) {
                underWay.addLast(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A whole request has come: it is the last to go. */
    void hasSentAll(ClientConnection connection, boolean wasUnderWay) {
        lock.lock();
        try {
            if (wasUnderWay) {
                underWay.remove(connection);
            }
            if (all.remove(connection)) {
                all.addLast(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes a connection for the memory that its half request takes; answers whether one was closed. */
    boolean closeForMemoryOf(ClientConnection connection) {
        lock.lock();
        try {
            Source source = connection.source();
            boolean closed = memory.holdsItsShare(source)
                    ? underWay.closeOneOf(source, connection)
                    : underWay.closeOneOf(memory.largest(), connection);
            if (closed) {
                unserved.displaced();
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
