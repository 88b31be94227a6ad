package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Criteria as a condition on {@code event_log e}. Criteria with tags are answered by the index of tags; those that name
 * types only, or nothing, read all rows between the two positions.
 */
final class CriteriaSql {

    /** Alternatives that one condition may have. */
    private static final int ALTERNATIVES_MAX = 256;

    private static final QualifiedName NO_EVENT = new QualifiedName("\0");

    private final StringBuilder sql = new StringBuilder("e.position between ? and ?");
    private final List<Object> parameters = new ArrayList<>();
    private final long from;
    private final long to;

    private CriteriaSql(long from, long to) {
        this.from = from;
        this.to = to;
        parameters.add(from);
        parameters.add(to);
    }

    static CriteriaSql of(EventCriteria criteria, long from, long to) {
        CriteriaSql where = new CriteriaSql(from, to);
        if (!matchesEverything(criteria)) {
            where.add(criteria.flatten());
        }
        return where;
    }

    /**
     * The tags of criteria that ask for nothing but events with one of these tags, as states do; nothing if they ask
     * for more.
     */
    static Optional<List<String>> anyOfTags(EventCriteria criteria) {
        if (matchesEverything(criteria)) {
            return Optional.empty();
        }
        Set<EventCriterion> alternatives = criteria.flatten();
        requireAnswerable(alternatives);
        List<String> tags = new ArrayList<>(alternatives.size());
        for (EventCriterion alternative : alternatives) {
            if (alternative.tags().size() != 1 || !alternative.types().isEmpty()) {
                return Optional.empty();
            }
            tags.add(TagText.of(alternative.tags().iterator().next()));
        }
        return Optional.of(tags);
    }

    /** Whether the criteria have an alternative without any restriction (flattening them would lose it). */
    static boolean matchesEverything(EventCriteria criteria) {
        return criteria.matches(NO_EVENT, Set.of());
    }

    String sql() {
        return sql.toString();
    }

    /** Sets the parameters and answers the index of the next one. */
    int bind(Connection connection, PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof String[] names) {
                statement.setArray(index, connection.createArrayOf("text", names));
            } else {
                statement.setObject(index, parameter);
            }
            index++;
        }
        return index;
    }

    static void requireAnswerable(Set<EventCriterion> alternatives) {
        if (alternatives.size() > ALTERNATIVES_MAX) {
            throw new IllegalArgumentException("A condition has at most " + ALTERNATIVES_MAX + " alternatives");
        }
        for (EventCriterion alternative : alternatives) {
            for (Tag tag : alternative.tags()) {
                TagText.requireStorable(tag);
            }
        }
    }

    private void add(Set<EventCriterion> alternatives) {
        requireAnswerable(alternatives);
        boolean indexed = alternatives.stream()
                .noneMatch(alternative -> alternative.tags().isEmpty());
        StringJoiner any = indexed
                ? new StringJoiner(" union ", " and e.position in (", ")")
                : new StringJoiner(" or ", " and (", ")");
        for (EventCriterion alternative : alternatives) {
            if (indexed) {
                any.add("(" + positions(alternative) + ")");
            } else if (alternative.tags().isEmpty()) {
                any.add("e.type = any(?)");
                addTypes(alternative);
            } else {
                any.add("e.position in (" + positions(alternative) + ")");
            }
        }
        sql.append(any);
    }

    /** A select of the positions that match one alternative with tags. */
    private String positions(EventCriterion alternative) {
        StringJoiner tagged = new StringJoiner(" intersect ");
        for (Tag tag : alternative.tags()) {
            tagged.add("select t.position from event_tag t where t.tag = ? and t.position between ? and ?");
            parameters.add(TagText.of(tag));
            parameters.add(from);
            parameters.add(to);
        }
        if (alternative.types().isEmpty()) {
            return tagged.toString();
        }
        addTypes(alternative);
        return "select x.position from event_log x where x.position in (" + tagged + ") and x.type = any(?)";
    }

    private void addTypes(EventCriterion alternative) {
        parameters.add(alternative.types().stream().map(QualifiedName::name).toArray(String[]::new));
    }
}
