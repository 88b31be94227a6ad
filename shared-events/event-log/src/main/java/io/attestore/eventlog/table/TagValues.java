package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * The values that a tag's key has been used with, found by steps through the index: one look each, however many events
 * have the tag. A hint only: where the database sorts otherwise than by code points, some may be missing.
 */
public final class TagValues {

    private static final String NEXT = "select tag from event_tag where tag > ? order by tag limit 1";

    private TagValues() {}

    /** The first values of the key. */
    public static List<String> of(Connection connection, String key, int limit) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            Optional<Tag> next = after(statement, TagText.of(new Tag(key, "")));
            while (next.isPresent() && next.get().key().equals(key) && values.size() < limit) {
                values.add(next.get().value());
                next = after(statement, TagText.of(next.get()));
            }
        }
        return values;
    }

    private static Optional<Tag> after(PreparedStatement statement, String text) throws SQLException {
        statement.setString(1, text);
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(TagText.parse(result.getString(1))) : Optional.empty();
        }
    }
}
