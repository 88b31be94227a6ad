package io.attestore.server.http.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's sockets, but a connection is taken only if there is room for it, Tomcat reads what was read ahead, and what was
 * sent is overwritten where it lay: else the buffer would keep the last value that was told.
 */
final class ApiEndpoint extends NioEndpoint {

    /** A client that does not take its answer keeps a turn: for so long, however it drips. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private @Nullable OpenConnections open;

    ApiEndpoint() {
        getSocketProperties().setAppReadBufSize(0);
        getSocketProperties().setAppWriteBufSize(0);
        getSocketProperties()
                .setBufferPool(0); // a channel without buffers is cheap, and then belongs to one connection
    }

    /** To be called before it starts. */
    void admitBy(OpenConnections connections) {
        open = connections;
    }

    @Override
    public void bind() throws Exception {
        if (open == null || isSSLEnabled()) {
            throw new IllegalStateException("The API speaks HTTP: TLS ends at a proxy before it");
        }
        super.bind();
    }

    /** Whatever fails, a socket that is not taken keeps no place. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean taken = false;
        try {
            taken = open().admit(socket) && super.setSocketOptions(socket);
        } catch (IOException goneAlready) {
            // closed below
        } finally {
            if (!taken) {
                closeSocket(socket);
                open().closed(socket);
                destroySocket(socket);
            }
        }
        return true;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler none) {
        return new ApiChannel(new LentBuffers());
    }

    private OpenConnections open() {
        if (open == null) {
            throw new IllegalStateException("Nobody admits connections");
        }
        return open;
    }

    /** A connection's socket, for Tomcat. */
    final class ApiChannel extends NioChannel {

        private final LentBuffers buffers;

        /** Where Tomcat has put what it read of the request that it handles; for the thread that handles it. */
        private final List<ByteBuffer> given = new ArrayList<>();

        /** When the client has to have taken the answer that is being written; 0 while none is. */
        private long answerBy;

        private volatile @Nullable ClientConnection connection;

        ApiChannel(LentBuffers buffers) {
            super(buffers);
            this.buffers = buffers;
        }

        @Override
        public void reset(@Nullable SocketChannel channel, @Nullable NioSocketWrapper wrapper) throws IOException {
            super.reset(channel, wrapper);
            ClientConnection now = open().of(channel);
            if (now != null && wrapper != null) {
                now.belongsTo(wrapper);
            }
            connection = now;
            given.clear();
            answerBy = 0;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            ClientConnection now = connection;
            int start = to.position();
            int length = now == null ? -1 : now.ahead().give(to);
            if (length > 0 && to.hasArray()) {
                given.add(to.slice(start, length));
            }
            return length;
        }

        /** To be called before a request is handled. */
        void lend(SocketBufferHandler lent) {
            buffers.lend(lent);
        }

        /** To be called when a request has been handled, and before anything else is read into its buffer. */
        void overwriteAndTakeBack() {
            overwriteUnsent();
            buffers.takeBack();
            for (ByteBuffer part : given) {
                Arrays.fill(part.array(), part.arrayOffset(), part.arrayOffset() + part.limit(), (byte) 0);
            }
            given.clear();
            answerBy = 0;
        }

        /** A client that went away, or does not take its answer, leaves what it was to be told. */
        private void overwriteUnsent() {
            ByteBuffer buffer = buffers.getWriteBuffer();
            if (!buffers.isWriteBufferEmpty() && buffer.hasArray()) {
                Arrays.fill(buffer.array(), (byte) 0);
            }
        }

        /** Only the connection's own buffer is this class's to overwrite, and only what has left it. */
        @Override
        public int write(ByteBuffer source) throws IOException {
            long now = System.nanoTime();
            if (answerBy == 0) {
                answerBy = now + ANSWER_LIMIT.toNanos();
            } else if (now - answerBy > 0) {
                throw new SocketTimeoutException("The client does not take its answer");
            }
            int from = source.position();
            int written = super.write(source);
            if (written > 0 && source == bufHandler.getWriteBuffer() && source.hasArray()) {
                int start = source.arrayOffset() + from;
                Arrays.fill(source.array(), start, start + written, (byte) 0);
            }
            return written;
        }
    }
}
