package io.attestore.server.http.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Hands on what Tomcat has read of a body, and overwrites each part in Tomcat's buffer once the next is asked for: that
 * buffer is used for all requests, and would keep a value that was put until a longer request comes. Whoever reads a
 * body asks until there is no more. Not for sharing between threads.
 */
final class WipingInput implements InputBuffer {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final InputBuffer input;
    private ByteBuffer handedOn = NOTHING;

    WipingInput(InputBuffer input) {
        this.input = input;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        wipe();
        int read = input.doRead(handler);
        if (read > 0) {
            handedOn = handler.getByteBuffer().duplicate();
        }
        return read;
    }

    @Override
    public int available() {
        return input.available();
    }

    private void wipe() {
        if (handedOn.hasRemaining() && handedOn.hasArray()) {
            int start = handedOn.arrayOffset() + handedOn.position();
            Arrays.fill(handedOn.array(), start, start + handedOn.remaining(), (byte) 0);
        }
        handedOn = NOTHING;
    }
}
