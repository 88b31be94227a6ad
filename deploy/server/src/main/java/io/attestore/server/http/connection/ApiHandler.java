package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.attestore.server.http.connection.ReadAhead.Arrival;
import io.attestore.server.http.share.Turns;
import io.attestore.server.http.source.Source;
import io.attestore.server.http.source.TrustedProxies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.UUID;
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

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);
    private static final int ANSWER_MILLIS = 5_000;
    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final AbstractEndpoint.Handler<NioChannel> tomcats;
    private final OpenConnections open;
    private final Turns turns;
    private final TrustedProxies proxies;
    private final RequestLimits limits;
    private final UnservedRequestCounter unserved;
    private volatile boolean paused;

    ApiHandler(
            AbstractEndpoint.Handler<NioChannel> tomcats,
            OpenConnections open,
            Turns turns,
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
            return withoutBytes(connection, wrapper, socket, event);
        }
        if (Turns.isGrantedHere()) {
            connection.waits(false);
            return handle(connection, wrapper);
        }
        if (connection.isWaiting()) {
            return SocketState.LONG;
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
            ClientConnection connection, SocketWrapperBase<NioChannel> wrapper, SocketChannel socket, Arrival arrival)
            throws IOException {
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
                yield noHead ? refuse(socket, BAD_REQUEST) : handleInTurn(connection, wrapper, socket);
            }
            case END -> SocketState.CLOSED;
            case NO_ROOM -> refuse(socket, SERVICE_UNAVAILABLE);
        };
    }

    private SocketState awaitTheRest(
            ClientConnection connection, SocketWrapperBase<NioChannel> wrapper, SocketChannel socket)
            throws IOException {
        if (!connection.isUnderWay()) {
            open.isUnderWay(connection);
        }
        long millisLeft = limits.timeLimit().toMillis() - connection.underWayNanos() / 1_000_000;
        if (millisLeft <= 0) {
            return tooSlow(connection, socket);
        }
        if (connection.tellsToContinue()) {
            socket.write(ByteBuffer.wrap(CONTINUE));
        }
        if (wrapper instanceof NioSocketWrapper nio) {
            nio.updateLastRead();
        }
        wrapper.setReadTimeout(millisLeft);
        wrapper.registerReadInterest();
        return SocketState.LONG;
    }

    private SocketState handleInTurn(
            ClientConnection connection, SocketWrapperBase<NioChannel> wrapper, SocketChannel socket) {
        Source source = proxies.source(connection.peer(), connection.ahead().forwardedFor());
        connection.waits(true);
        if (turns.beginOrWait(source, () -> wrapper.processSocket(SocketEvent.OPEN_READ, false))) {
            connection.waits(false);
            try {
                return handle(connection, wrapper);
            } finally {
                turns.end(source);
            }
        }
        return connection.ahead().keep() ? SocketState.LONG : refuse(socket, SERVICE_UNAVAILABLE);
    }

    private SocketState handle(ClientConnection connection, SocketWrapperBase<NioChannel> wrapper) {
        if (paused) {
            return refuse(wrapper.getSocket().getIOChannel(), SERVICE_UNAVAILABLE);
        }
        wrapper.setWriteTimeout(ANSWER_MILLIS);
        SocketState state = tomcats.process(wrapper, SocketEvent.OPEN_READ);
        if (state != SocketState.OPEN) {
            return SocketState.CLOSED;
        }
        if (connection.ahead().next()) {
            wrapper.processSocket(SocketEvent.OPEN_READ, true);
        }
        return state;
    }

    /** The time for the next request, or for the rest of one, is over; or the server stops. */
    private SocketState withoutBytes(
            ClientConnection connection,
            SocketWrapperBase<NioChannel> wrapper,
            SocketChannel socket,
            SocketEvent event) {
        SocketState state = tomcats.process(wrapper, event);
        boolean isLate = event == SocketEvent.ERROR && connection.isUnderWay();
        return isLate ? tooSlow(connection, socket) : state;
    }

    private SocketState tooSlow(ClientConnection connection, SocketChannel socket) {
        if (connection.ahead().hasWholeHead()) {
            return refuse(socket, REQUEST_TIMEOUT);
        }
        unserved.slow();
        return SocketState.CLOSED;
    }

    /** Says so if the socket takes it at once, and closes. */
    private SocketState refuse(SocketChannel socket, int status) {
        unserved.unserved(status);
        String answer = "HTTP/1.1 " + status + " \r\nx-amzn-RequestId: " + UUID.randomUUID()
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try {
            socket.write(ByteBuffer.wrap(answer.getBytes(ISO_8859_1)));
        } catch (IOException goneAlready) {
            // nobody to tell
        }
        return SocketState.CLOSED;
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
