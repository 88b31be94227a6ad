package io.attestore.proof.torture.ledger;

import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallMetadata;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.store.LogConventions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The log as it stands in the database, read beside the server. For one thread. */
final class WrittenLog {

    private static final int PAGE_ROWS = 2_000;
    private static final String REQUEST_ID = "requestId";

    private final JsonEventCodec codec = new JsonEventCodec(LogConventions.eventTypes());
    private long head = -1;

    /** How far it was read. */
    long head() {
        return head;
    }

    /**
     * The calls whose events came since the last time, in order.
     *
     * @param gaps told of each position that is missing
     */
    List<WrittenCall> readNew(ConnectionSettings database, List<String> gaps) throws SQLException {
        List<WrittenCall> calls = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            long end = LogRows.lastPosition(connection);
            Call open = new Call(-1, Map.of());
            while (head < end) {
                List<LogRow> page = LogRows.page(connection, head + 1, end, PAGE_ROWS);
                if (page.isEmpty()) {
                    gaps.add("positions " + (head + 1) + " to " + end + " are missing in the log");
                    head = end;
                }
                for (LogRow row : page) {
                    if (row.position() != head + 1) {
                        gaps.add("position " + (head + 1) + " is missing in the log");
                    }
                    head = row.position();
                    Map<String, String> metadata =
                            codec.decodeMetadata(row.content().metadata());
                    if (!open.isOf(metadata)) {
                        open.addTo(calls);
                        open = new Call(row.position(), metadata);
                    }
                    open.events.add(codec.decode(
                            row.content().type(),
                            row.content().version(),
                            row.content().payload()));
                }
            }
            open.addTo(calls);
        }
        return calls;
    }

    /** The events of a call follow one another. What no request has caused, such as the first account, is none. */
    private static final class Call {

        private final long position;
        private final Map<String, String> metadata;
        private final List<Event> events = new ArrayList<>();

        Call(long position, Map<String, String> metadata) {
            this.position = position;
            this.metadata = metadata;
        }

        boolean isOf(Map<String, String> other) {
            return position >= 0 && metadata.getOrDefault(REQUEST_ID, "").equals(other.getOrDefault(REQUEST_ID, "-"));
        }

        void addTo(List<WrittenCall> calls) {
            if (!events.isEmpty() && metadata.containsKey(REQUEST_ID)) {
                CallContext context = CallMetadata.read(metadata);
                calls.add(new WrittenCall(position, context, events));
            }
        }
    }
}
