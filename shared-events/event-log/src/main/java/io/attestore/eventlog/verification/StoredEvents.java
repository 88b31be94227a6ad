package io.attestore.eventlog.verification;

import io.attestore.eventlog.codec.EventCodec;
import io.attestore.eventlog.table.EventContent;
import io.attestore.eventlog.table.LogPage;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.events.EventTag;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** The events of a log that was verified, as the database has them, where no node has the log open. Safe for many threads. */
public final class StoredEvents implements TagReader {

    private final DataSource dataSource;
    private final EventCodec codec;

    public StoredEvents(DataSource dataSource, EventCodec codec) {
        this.dataSource = dataSource;
        this.codec = codec;
    }

    /** @throws io.attestore.eventlog.codec.UndecodableEventException if this version does not know such an event */
    public RecordedEvent event(LogRow row) {
        EventContent content = row.content();
        return new RecordedEvent(
                row.position(),
                content.eventId().toString(),
                content.occurredAt(),
                codec.decode(content.type(), content.version(), content.payload()),
                codec.decodeMetadata(content.metadata()));
    }

    /** The position of the newest event; -1 if there is none. */
    public long head() {
        return query(LogRows::lastPosition);
    }

    /** The events from one position to another, both included. */
    public List<RecordedEvent> read(long from, long to) {
        int limit = Math.toIntExact(to - from + 1);
        return query(connection -> LogRows.page(connection, from, to, limit)).stream()
                .map(this::event)
                .toList();
    }

    /** The events' own tags decide, not the index by which they are found. */
    @Override
    public Page read(EventTag tag, long from, long to, int limit) {
        EventCriteria criteria = EventCriteria.havingTags(Tag.of(tag.key(), tag.value()));
        LogPage found = query(connection -> LogRows.matching(connection, criteria, from, to, limit));
        List<RecordedEvent> events = found.rows().stream()
                .map(this::event)
                .filter(recorded -> recorded.event().tags().contains(tag))
                .toList();
        return new Page(events, found.isLast() ? to : found.rows().getLast().position());
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            return query.of(connection);
        } catch (SQLException e) {
            throw new LogUnavailableException("The log could not be read", e);
        }
    }

    private interface Query<T> {

        T of(Connection connection) throws SQLException;
    }
}
