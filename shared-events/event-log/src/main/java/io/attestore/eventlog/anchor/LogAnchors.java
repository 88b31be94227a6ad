package io.attestore.eventlog.anchor;

import io.attestore.eventlog.table.LogHead;
import io.attestore.events.Bytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The file of signed heads of the log. It is outside the database, so that whoever owns the tables, and could compute a
 * whole new chain, still cannot take back what was anchored. Only ever appended to, a line at a time, each flushed to
 * disk. An unfinished last line (the machine stopped while it was written) is cut off when the file is opened.
 *
 * <p>Keep a copy where the database's administrator cannot write. What happened after the newest anchor is protected
 * by the nodes' memory only.
 *
 * <p>Safe for many threads; one process per file.
 */
public final class LogAnchors {

    private final Path file;
    private final AnchorSignature signature;
    private Optional<LogAnchor> newest = Optional.empty();

    private LogAnchors(Path file, AnchorSignature signature) {
        this.file = file;
        this.signature = signature;
    }

    /**
     * Opens or begins the file and checks every line of it.
     *
     * @param mac a message authentication code under a key that the database does not know, e.g. HMAC-SHA-256
     * @throws LogAnchorException if a line is not an anchor or its MAC is wrong
     */
    public static LogAnchors open(Path file, UnaryOperator<byte[]> mac) {
        return open(file, AnchorSignature.of(mac));
    }

    /**
     * Opens or begins the file and checks every line of it.
     *
     * @throws LogAnchorException if a line is not an anchor or this store has not signed it
     */
    public static LogAnchors open(Path file, AnchorSignature signature) {
        LogAnchors anchors = new LogAnchors(file, signature);
        try {
            anchors.cutUnfinishedLine();
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor file cannot be opened: " + file, e);
        }
        anchors.forEach(anchor -> anchors.newest = Optional.of(anchor));
        return anchors;
    }

    public synchronized Optional<LogAnchor> newest() {
        return newest;
    }

    /** Signs a head and appends it. Durable when this returns. */
    public synchronized LogAnchor append(LogHead head, Instant at) {
        LogAnchor anchor = new LogAnchor(head, at, Bytes.copyOf(signature.sign(LogAnchor.signed(head, at))));
        ByteBuffer line = ByteBuffer.wrap((anchor.line() + '\n').getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            long before = channel.size();
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor file cannot be written: " + file, e);
        }
        newest = Optional.of(anchor);
        return anchor;
    }

    /** Reads all anchors, oldest first, and checks each. */
    public synchronized void forEach(Consumer<LogAnchor> consumer) {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LogAnchor anchor = LogAnchor.parse(line);
                requireSigned(anchor);
                consumer.accept(anchor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor file cannot be read: " + file, e);
        }
    }

    /** Whether this anchor, wherever it comes from, was signed by this store. */
    public boolean isSigned(LogAnchor anchor) {
        return signature.isOf(
                LogAnchor.signed(anchor.head(), anchor.at()), anchor.mac().toArray());
    }

    private void requireSigned(LogAnchor anchor) {
        if (!isSigned(anchor)) {
            throw new LogAnchorException(
                    "The anchor of position " + anchor.head().position()
                            + " is not signed by this store's key: the root key was exchanged, the keys of authentication"
                            + " are missing, or the anchor file was changed or belongs to another store");
        }
    }

    private void cutUnfinishedLine() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0) {
                channel.read(one.clear(), end - 1);
                if (one.get(0) == '\n') {
                    break;
                }
                end--;
            }
            channel.truncate(end);
        }
    }
}
