package io.attestore.proof.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A connection on which a test writes the bytes itself. */
final class RawConnection implements AutoCloseable {

    private static final int SILENCE_MILLIS_MAX = 8_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    private final Socket socket;

    RawConnection(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(SILENCE_MILLIS_MAX);
        socket.setTcpNoDelay(true);
    }

    /** All that the server says until it closes the connection or is silent for long. */
    record Said(String text, boolean closed) {

        List<Integer> statuses() {
            List<Integer> statuses = new ArrayList<>();
            var matcher = STATUS.matcher(text);
            while (matcher.find()) {
                statuses.add(Integer.valueOf(matcher.group(1)));
            }
            return statuses;
        }

        Optional<String> header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }
    }

    /** Writes as much as the server takes. */
    void write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException closedByTheServer) {
            // what it has said before can still be there
        }
    }

    /** Tells the server that nothing more will come. */
    void end() throws IOException {
        if (!socket.isOutputShutdown() && !socket.isClosed()) {
            try {
                socket.shutdownOutput();
            } catch (SocketException closedByTheServer) {
                // so it knows
            }
        }
    }

    Said readToEnd() throws IOException {
        var said = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                said.write(buffer, 0, read);
            }
            return new Said(said.toString(ISO_8859_1), true);
        } catch (SocketTimeoutException silent) {
            return new Said(said.toString(ISO_8859_1), false);
        } catch (SocketException reset) {
            return new Said(said.toString(ISO_8859_1), true);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
