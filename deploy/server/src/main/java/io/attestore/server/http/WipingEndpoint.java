package io.attestore.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * Tomcat's connections, but what was sent is overwritten where it lay: each connection has a buffer of its own, and with
 * it the last value that it was told for as long as it stays open.
 */
final class WipingEndpoint extends NioEndpoint {

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new WipingChannel(buffers);
    }

    private static final class WipingChannel extends NioChannel {

        WipingChannel(SocketBufferHandler buffers) {
            super(buffers);
        }

        /** Only the connection's own buffer is this class's to overwrite, and only what has left it. */
        @Override
        public int write(ByteBuffer source) throws IOException {
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
