package io.attestore.eventlog.anchor;

import io.attestore.eventlog.table.LogHead;
import io.attestore.events.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A signed statement that the log had this head at this time. As text it is one line:
 * {@code v1 <position> <hash, hex> <time, ISO 8601> <MAC, hex>}; the MAC is over the UTF-8 of
 * {@code attestore-log-anchor v1 <position> <hash> <time>}.
 *
 * @param at in microseconds' precision
 */
public record LogAnchor(LogHead head, Instant at, Bytes mac) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int PARTS = 5;

    public LogAnchor {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static byte[] signed(LogHead head, Instant at) {
        return ("attestore-log-anchor " + text(head, at.truncatedTo(ChronoUnit.MICROS)))
                .getBytes(StandardCharsets.UTF_8);
    }

    String line() {
        return text(head, at) + ' ' + HEX.formatHex(mac.toArray());
    }

    /** @throws LogAnchorException if the line is not an anchor */
    static LogAnchor parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS || !parts[0].equals("v1")) {
            throw new LogAnchorException("A line of the anchor file is not an anchor");
        }
        try {
            LogHead head = new LogHead(Long.parseLong(parts[1]), HEX.parseHex(parts[2]));
            return new LogAnchor(head, Instant.parse(parts[3]), Bytes.copyOf(HEX.parseHex(parts[4])));
        } catch (RuntimeException e) {
            throw new LogAnchorException("A line of the anchor file is not an anchor");
        }
    }

    private static String text(LogHead head, Instant at) {
        return "v1 " + head.position() + ' ' + head.hex() + ' ' + at;
    }
}
