package io.attestore.server.http.connection;

import io.attestore.server.http.connection.ReadAhead.Arrival;
import io.attestore.server.http.share.AdmissionQueue;
import io.attestore.server.http.source.Source;
import io.attestore.server.http.source.TrustedProxies;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * What happens on connections. A request is read ahead until it is whole; while it comes it costs its bytes, and no
 * thread, turn or buffer of Tomcat's. Then it waits for a turn of its source, and then Tomcat handles this one request.
 * Called on a thread of its own, with Tomcat's lock of the connection.
 */
final class ApiHandler implements AbstractEndpoint.Handler<NioChannel> {

    private static final int ANSWER_MILLIS = 5_000;
    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final AbstractEndpoint.Handler<NioChannel> tomcats;
    private final OpenConnections open;
    private final AdmissionQueue turns;
    private final TrustedProxies proxies;
    private final RequestLimits limits;
    private final UnservedRequestCounter unserved;
    private volatile boolean paused;

    ApiHandler(
            AbstractEndpoint.Handler<NioChannel> tomcats,
            OpenConnections open,
            AdmissionQueue turns,
            TrustedProxies proxies,
            RequestLimits limits,
            UnservedRequestCounter unserved) {
        this.tomcats = tomcats;
        this.open = open;
        this.turns = turns;
        this.proxies = proxies;
        this.limits = limits;
        this.unserved = unserved;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
        SocketChannel socket = wrapper.getSocket().getIOChannel();
        ClientConnection connection = open.of(socket);
        if (connection == null || !connection.isOf(wrapper)) {
            return SocketState.CLOSED;
        }
        if (event == SocketEvent.ERROR && connection.isBusy()) {
            return SocketState.LONG; // a time limit of the poller's for what is not waited for any more
        }
        if (event != SocketEvent.OPEN_READ) {
            return withoutBytes(connection, wrapper, event);
        }
        if (connection.isWaiting()) {
            return connection.takesTurn() ? handle(connection, wrapper) : SocketState.LONG;
        }
        try {
            return arrived(connection, wrapper, socket, receive(connection));
        } catch (IOException broken) {
            return SocketState.CLOSED;
        }
    }

    private Arrival receive(ClientConnection connection) throws IOException {
        Arrival arrival = connection.ahead().receive();
        while (arrival == Arrival.NO_ROOM && open.closeForMemoryOf(connection)) {
            arrival = connection.ahead().receive();
        }
        return arrival;
    }

    private SocketState arrived(
            ClientConnection connection, SocketWrapperBase<NioChannel> wrapper, SocketChannel socket, Arrival arrival) {
        return switch (arrival) {
            case NOTHING -> {
                wrapper.registerReadInterest();
                yield SocketState.LONG;
            }
            case PART -> awaitTheRest(connection, wrapper, socket);
            case WHOLE, UNCLEAR -> {
                open.hasSentAll(connection, connection.isUnderWay());
                connection.nothingUnderWay();
                boolean noHead =
                        arrival == Arrival.UNCLEAR && !connection.ahead().hasWholeHead();
                yield noHead ? refuse(connection, wrapper, BAD_REQUEST) : handleInTurn(connection, wrapper);
            }
            case END -> SocketState.CLOSED;
            case NO_ROOM -> refuse(connection, wrapper, SERVICE_UNAVAILABLE);
        };
    }

    private SocketState awaitTheRest(
            ClientConnection connection, SocketWrapperBase<NioChannel> wrapper, SocketChannel socket) {
        if (!connection.isUnderWay()) {
            open.isUnderWay(connection);
        }
        long millisLeft = limits.timeLimit().toMillis() - connection.underWayNanos() / 1_000_000;
        if (millisLeft <= 0) {
            return tooSlow(connection, wrapper);
        }
        if (connection.tellsToContinue() && !BareAnswer.goOn(socket)) {
            return SocketState.CLOSED;
        }
        awaitBytes(wrapper, millisLeft);
        return SocketState.LONG;
    }

    private SocketState handleInTurn(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        Source source = proxies.source(connection.peer(), connection.ahead().forwardedFor());
        connection.waits(true);
        if (turns.beginOrWait(source, () -> turn(connection, wrapper), () -> late(connection, wrapper))) {
            connection.waits(false);
            try {
                return handle(connection, wrapper);
            } finally {
                turns.end(source);
            }
        }
        return connection.ahead().keep() ? SocketState.LONG : refuse(connection, wrapper, SERVICE_UNAVAILABLE);
    }

    /** On a thread that has a turn for it. */
    private static void turn(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        ReentrantLock lock = wrapper.getLock();
        lock.lock();
        try {
            connection.hasTurn();
            wrapper.processSocket(SocketEvent.OPEN_READ, false);
        } finally {
            lock.unlock();
        }
    }

    /** No turn came in time. The SDKs try again, later and later, on the same connection. */
    private void late(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        ReentrantLock lock = wrapper.getLock();
        lock.lock();
        try {
            if (!wrapper.isClosed() && connection.isWaiting() && sayLate(connection, wrapper) == SocketState.CLOSED) {
                wrapper.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private SocketState sayLate(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        if (paused || !connection.ahead().mayBeFollowed()) {
            return refuse(connection, wrapper, SERVICE_UNAVAILABLE);
        }
        connection.waits(false);
        unserved.unserved(SERVICE_UNAVAILABLE);
        if (!BareAnswer.one(wrapper.getSocket().getIOChannel(), SERVICE_UNAVAILABLE)) {
            return SocketState.CLOSED;
        }
        if (connection.ahead().next()) {
            wrapper.processSocket(SocketEvent.OPEN_READ, true);
        } else {
            awaitBytes(wrapper, limits.timeLimit().toMillis());
        }
        return SocketState.OPEN;
    }

    private SocketState handle(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        if (paused) {
            return refuse(connection, wrapper, SERVICE_UNAVAILABLE);
        }
        wrapper.setWriteTimeout(ANSWER_MILLIS);
        SocketState state = tomcats.process(wrapper, SocketEvent.OPEN_READ);
        if (state != SocketState.OPEN) {
            return connection.ahead().isFollowed() ? awaitLastWords(connection, wrapper) : SocketState.CLOSED;
        }
        if (connection.ahead().next()) {
            wrapper.processSocket(SocketEvent.OPEN_READ, true);
        }
        return state;
    }

    /** The time for the next request, or for the rest of one, is over; or the server stops. */
    private SocketState withoutBytes(
            ClientConnection connection, SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
        SocketState state = tomcats.process(wrapper, event);
        boolean isLate = event == SocketEvent.ERROR && connection.isUnderWay();
        return isLate ? tooSlow(connection, wrapper) : state;
    }

    private SocketState tooSlow(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        if (connection.ahead().hasWholeHead()) {
            return refuse(connection, wrapper, REQUEST_TIMEOUT);
        }
        unserved.slow();
        return SocketState.CLOSED;
    }

    /** Says so if the socket takes it at once, and closes. */
    private SocketState refuse(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper, int status) {
        unserved.unserved(status);
        boolean isTold = BareAnswer.last(wrapper.getSocket().getIOChannel(), status);
        return isTold && !paused ? awaitLastWords(connection, wrapper) : SocketState.CLOSED;
    }

    /** All has been said, and the client can be sending still. Meanwhile the connection counts as open and idle. */
    private SocketState awaitLastWords(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        try {
            wrapper.getSocket().getIOChannel().shutdownOutput();
        } catch (IOException goneAlready) {
            return SocketState.CLOSED;
        }
        open.hasSentAll(connection, connection.isUnderWay());
        connection.nothingUnderWay();
        connection.waits(false);
        connection.ahead().awaitLastWords();
        awaitBytes(wrapper, LastWords.TIME_LIMIT.toMillis());
        return SocketState.LONG;
    }

    private static void awaitBytes(SocketWrapperBase<NioChannel> wrapper, long millisMax) {
        if (wrapper instanceof NioSocketWrapper nio) {
            nio.updateLastRead();
        }
        wrapper.setReadTimeout(millisMax);
        wrapper.registerReadInterest();
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> wrapper) {
        SocketChannel socket = wrapper.getSocket().getIOChannel();
        ClientConnection connection = open.of(socket);
        if (connection != null && connection.isOf(wrapper)) {
            open.closed(socket);
        }
        tomcats.release(wrapper);
    }

    @Override
    public @Nullable Object getGlobal() {
        return tomcats.getGlobal();
    }

    @Override
    public void pause() {
        paused = true;
        tomcats.pause();
    }

    @Override
    public void recycle() {
        tomcats.recycle();
    }
}
