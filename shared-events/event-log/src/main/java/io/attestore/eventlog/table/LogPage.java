package io.attestore.eventlog.table;

import java.util.List;

/**
 * Rows from the beginning of a range, in order.
 *
 * @param isLast whether these are all that the range has
 */
public record LogPage(List<LogRow> rows, boolean isLast) {

    /** After the row that passes this many bytes of payload and metadata a page ends: 8 MiB. */
    public static final long BYTES = 8L << 20;

    static LogPage of(List<LogRow> rows, int limit) {
        long bytes = 0;
        for (LogRow row : rows) {
            bytes += row.content().metadata().length + row.content().payload().length;
        }
        return new LogPage(rows, rows.size() < limit && bytes <= BYTES);
    }
}
