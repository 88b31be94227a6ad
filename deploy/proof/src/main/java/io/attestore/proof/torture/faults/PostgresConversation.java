package io.attestore.proof.torture.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.proof.torture.faults.PostgresProxy.Cut;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One connection through the proxy. After the start-up message, either side sends messages of a type (1 byte), a length
 * that counts itself (4 bytes) and a body. A statement is known by Query (Q), or by Parse (P) under a name that Bind
 * (B) takes up and Execute (E) runs; ReadyForQuery (Z) tells that a transaction is done. What writes the log outside of
 * BEGIN and COMMIT is a transaction of its own.
 *
 * <p>One thread passes requests, another answers.
 */
final class PostgresConversation {

    private static final int CANCEL_REQUEST = 80_877_102;
    private static final int VERSION_3 = 3;
    private static final int MESSAGE_BYTES_MAX = 256 << 20;
    private static final Pattern WRITES_THE_LOG = Pattern.compile(
            "\\bevent_log_append\\b|\\b(insert\\s+into|copy)\\s+\"?event_log\\b", Pattern.CASE_INSENSITIVE);

    private final Socket client;
    private final Socket server;
    private final Supplier<Cut> cuts;
    private final Map<String, String> statements = new HashMap<>();
    private String bound = "";
    private boolean hasBegun;
    private boolean hasWritten;
    private volatile boolean silent;

    /** @param cuts asked at each COMMIT of the log */
    PostgresConversation(Socket client, Socket server, Supplier<Cut> cuts) {
        this.client = client;
        this.server = server;
        this.cuts = cuts;
    }

    void passRequests(DataInputStream in) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(server.getOutputStream(), 1 << 16));
        int startLength = in.readInt();
        byte[] start = body(in, startLength);
        out.writeInt(startLength);
        out.write(start);
        out.flush();
        int code = start.length < 4
                ? 0
                : (start[0] & 0xff) << 24 | (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | start[3] & 0xff;
        if (code == CANCEL_REQUEST) {
            return;
        }
        if (code >> 16 != VERSION_3) {
            throw new IOException("This proxy passes connections without TLS only");
        }
        while (true) {
            byte type = in.readByte();
            int length = in.readInt();
            byte[] body = body(in, length);
            if (isCommitOfTheLog(type, body)) {
                switch (cuts.get()) {
                    case BEFORE_COMMIT -> {
                        return;
                    }
                    case AFTER_COMMIT -> silent = true;
                    case NONE -> {}
                }
                hasWritten = false;
            }
            out.writeByte(type);
            out.writeInt(length);
            out.write(body);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    /** Ends when the server does, or after the COMMIT whose answer is to be lost. */
    void passAnswers() throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream(), 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream(), 1 << 16));
        while (true) {
            byte type = in.readByte();
            int length = in.readInt();
            byte[] body = body(in, length);
            if (silent) {
                if (type == 'Z') {
                    return;
                }
            } else {
                out.writeByte(type);
                out.writeInt(length);
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    private boolean isCommitOfTheLog(byte type, byte[] body) {
        switch (type) {
            case 'P' -> {
                String name = text(body, 0);
                statements.put(name, text(body, name.getBytes(UTF_8).length + 1));
            }
            case 'B' -> {
                String portal = text(body, 0);
                bound = statements.getOrDefault(text(body, portal.getBytes(UTF_8).length + 1), "");
            }
            case 'E' -> {
                return isCommitOfTheLog(bound);
            }
            case 'Q' -> {
                return isCommitOfTheLog(text(body, 0));
            }
            default -> {}
        }
        return false;
    }

    private boolean isCommitOfTheLog(String statement) {
        String word = statement.strip().toUpperCase(Locale.ROOT);
        switch (word) {
            case "BEGIN" -> hasBegun = true;
            case "COMMIT" -> {
                boolean commitsTheLog = hasWritten;
                hasBegun = hasWritten = false;
                return commitsTheLog;
            }
            case "ROLLBACK" -> hasBegun = hasWritten = false;
            default -> hasWritten |= WRITES_THE_LOG.matcher(statement).find();
        }
        return hasWritten && !hasBegun;
    }

    private static byte[] body(DataInputStream in, int length) throws IOException {
        if (length < 4 || length > MESSAGE_BYTES_MAX) {
            throw new IOException("Not a message of PostgreSQL");
        }
        byte[] body = in.readNBytes(length - 4);
        if (body.length < length - 4) {
            throw new EOFException("The connection ended in a message");
        }
        return body;
    }

    /** The text that begins there and ends with a zero byte. */
    private static String text(byte[] body, int from) {
        int end = from;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, UTF_8);
    }
}
