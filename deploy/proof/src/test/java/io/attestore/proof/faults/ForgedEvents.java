package io.attestore.proof.faults;

import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.table.AppendFunction;
import io.attestore.eventlog.table.EventContent;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.eventlog.table.TagText;
import io.attestore.events.Event;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.store.LogConventions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** Events that somebody appends who owns the database: all fits, but for the MAC. */
final class ForgedEvents {

    private static final JsonEventCodec CODEC = new JsonEventCodec(LogConventions.eventTypes());

    private ForgedEvents() {}

    /** @param keyRow which row of the key table the event is to name, as a pattern of SQL */
    static void append(ConnectionSettings database, Function<String, Event> naming, String keyRow) throws Exception {
        try (Connection connection = database.connect()) {
            LogHead head = LogRows.head(connection);
            EventContent content = content(naming.apply(idOf(connection, keyRow)));
            byte[] hash = HashChain.next(head.hash(), head.position() + 1, HashChain.content(content));
            LogRow row = new LogRow(head.position() + 1, content, hash, new byte[16]);
            AppendFunction.call(connection, head, List.of(row), List.of(), Map.of());
        }
    }

    private static String idOf(Connection connection, String pattern) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement("select id from key_row where id like ?")) {
            statement.setString(1, pattern);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static EventContent content(Event event) {
        EventType type = CODEC.types().typeOf(event);
        var message = new GenericEventMessage(new MessageType(type.name(), type.version()), event);
        return new EventContent(
                UUID.randomUUID(),
                type.name(),
                type.version(),
                EventContent.micros(Instant.now()),
                TagText.of(new EventTagResolver().resolve(message)),
                CODEC.encodeMetadata(Map.of()),
                CODEC.encode(event));
    }
}
