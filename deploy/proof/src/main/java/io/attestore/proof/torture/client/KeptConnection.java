package io.attestore.proof.torture.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** One HTTP/1.1 connection that is kept, and opened anew when the server has closed it. For one thread. */
public final class KeptConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 40_000;
    private static final int LINE_BYTES_MAX = 8 * 1024;
    private static final int BODY_BYTES_MAX = 1024 * 1024;
    private static final int BUFFER_BYTES = 1024;

    private final URI endpoint;
    private final Optional<InetAddress> from;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /** Status and body of an answer. */
    public record Reply(int status, String body) {}

    private record Head(int status, int length, boolean close) {}

    /** From whichever address the system chooses. */
    public KeptConnection(URI endpoint) {
        this(endpoint, Optional.empty());
    }

    /** @param from the address of this machine that the server shall see */
    public KeptConnection(URI endpoint, InetAddress from) {
        this(endpoint, Optional.of(from));
    }

    private KeptConnection(URI endpoint, Optional<InetAddress> from) {
        this.endpoint = endpoint;
        this.from = from;
    }

    /** @param parts of one request, each sent as a packet of its own */
    public Reply exchange(byte[]... parts) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            open();
        }
        try {
            for (byte[] part : parts) {
                socket.getOutputStream().write(part);
            }
            Head head = head();
            byte[] body = in.readNBytes(head.length);
            if (body.length < head.length) {
                throw new EOFException("The answer broke off");
            }
            if (head.close) {
                socket.close();
            }
            return new Reply(head.status, new String(body, UTF_8));
        } catch (IOException broken) {
            socket.close();
            throw broken;
        }
    }

    private void open() throws IOException {
        Socket opened = new Socket();
        try {
            opened.setTcpNoDelay(true);
            opened.setSoTimeout(TIMEOUT_MILLIS);
            if (from.isPresent()) {
                opened.bind(new InetSocketAddress(from.get(), 0));
            }
            opened.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), TIMEOUT_MILLIS);
            in = new BufferedInputStream(opened.getInputStream(), BUFFER_BYTES);
        } catch (IOException failed) {
            opened.close();
            throw failed;
        }
        socket = opened;
    }

    private Head head() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean close = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            close |= lower.startsWith("connection:") && lower.contains("close");
        }
        if (length > BODY_BYTES_MAX) {
            throw new IOException("An answer of " + length + " bytes");
        }
        return new Head(status, length, close);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (line.length() == LINE_BYTES_MAX) {
                throw new IOException("A header line is too long");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
