package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.UUID;

/**
 * An answer that is given past Tomcat, to a request that it does not see: a status and a request id. Only if the socket
 * takes it as a whole and at once, which it does unless the client has left earlier answers lying.
 */
final class BareAnswer {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

    private BareAnswer() {}

    /** The last one on this connection. Answers whether it was given. */
    static boolean last(WritableByteChannel socket, int status) {
        return isTaken(socket, bytes(status, "Connection: close\r\n"));
    }

    /** Another may follow it. Answers whether it was given; if not, the connection is of no use any more. */
    static boolean one(WritableByteChannel socket, int status) {
        return isTaken(socket, bytes(status, ""));
    }

    /** To a client that waits for this before it sends its body. As {@link #one}. */
    static boolean goOn(WritableByteChannel socket) {
        return isTaken(socket, CONTINUE);
    }

    private static byte[] bytes(int status, String headers) {
        return ("HTTP/1.1 " + status + " \r\nx-amzn-RequestId: " + UUID.randomUUID() + "\r\nContent-Length: 0\r\n"
                        + headers + "\r\n")
                .getBytes(ISO_8859_1);
    }

    private static boolean isTaken(WritableByteChannel socket, byte[] bytes) {
        try {
            return socket.write(ByteBuffer.wrap(bytes)) == bytes.length;
        } catch (IOException goneAlready) {
            return false;
        }
    }
}
