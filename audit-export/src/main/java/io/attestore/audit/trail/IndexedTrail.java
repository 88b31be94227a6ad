package io.attestore.audit.trail;

import io.attestore.events.id.AccountRegion;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Searches the index within the current transaction, whose one snapshot all statements share.
 *
 * <p>By attribute: the few facets that have it, each read newest first from one index and merged; if there are too many
 * to merge, the index by time is walked and filtered, which finds a frequent attribute soon. By resource and by event
 * id: indexes of their own.
 */
final class IndexedTrail {

    /** Where a record is: the place, and how many events its call has. */
    record Reference(TrailPlace place, int events) {}

    private static final String OLDER_THAN_AND_NOT_BEFORE =
            // time, position and ordinal to be older than; the earliest time
            "(r.event_time, r.position, r.ordinal) < (?, ?, ?) and r.event_time >= ?";

    private static final String NEWEST_FIRST = "order by r.event_time desc, r.position desc, r.ordinal desc limit ?";

    private static final String BY_FACETS =
            // 1 facets, 2 to 5 the range, 6 limit of each, 7 limit
            """
            select r.event_time, r.position, r.ordinal, r.events
            from unnest(?::integer[]) as f(facet_id)
            cross join lateral (
                select r.event_time, r.position, r.ordinal, r.events
                from trail_record r
                where r.facet_id = f.facet_id and %s
                %s
            ) r
            %s
            """.formatted(OLDER_THAN_AND_NOT_BEFORE, NEWEST_FIRST, NEWEST_FIRST);

    private static final String BY_TIME =
            // 1 scope, 2 facets, 3 to 6 the range, 7 limit
            """
            select r.event_time, r.position, r.ordinal, r.events
            from trail_record r
            where r.scope_id = ? and r.facet_id = any(?::integer[]) and %s
            %s
            """.formatted(OLDER_THAN_AND_NOT_BEFORE, NEWEST_FIRST);

    private static final String EVERYTHING =
            // 1 scope, 2 to 5 the range, 6 limit
            """
            select r.event_time, r.position, r.ordinal, r.events
            from trail_record r
            where r.scope_id = ? and %s
            %s
            """.formatted(OLDER_THAN_AND_NOT_BEFORE, NEWEST_FIRST);

    private static final String BY_RESOURCES =
            // 1 resources, 2 to 5 the range, 6 limit
            """
            select distinct on (r.event_time, r.position, r.ordinal) r.event_time, r.position, r.ordinal, r.events
            from trail_record_resource r
            where r.resource_id = any(?::integer[]) and %s
            %s
            """.formatted(OLDER_THAN_AND_NOT_BEFORE, NEWEST_FIRST);

    private static final String BY_EVENT_ID =
            // 1 key, 2 scope, 3 to 6 the range, 7 limit
            """
            select r.event_time, r.position, r.ordinal, r.events
            from trail_record r
            where r.event_id_key = ? and r.scope_id = ? and %s
            %s
            """.formatted(OLDER_THAN_AND_NOT_BEFORE, NEWEST_FIRST);

    private final JdbcTemplate jdbc;
    private final int mergedFacetsMax;

    IndexedTrail(JdbcTemplate jdbc, int mergedFacetsMax) {
        this.jdbc = jdbc;
        this.mergedFacetsMax = mergedFacetsMax;
    }

    /** The newest that match, newest first, at most {@code limit}. An event id's key may match others, too. */
    List<Reference> search(TrailQuery query, int limit) {
        Optional<Integer> scope = scope(query.where());
        if (scope.isEmpty()) {
            return List.of();
        }
        int scopeId = scope.get();
        Range range = new Range(query.upperBound(), query.earliest(), limit);
        if (query.criterion().isEmpty()) {
            return references(EVERYTHING, statement -> {
                statement.setInt(1, scopeId);
                range.bind(statement, 2);
            });
        }
        return switch (query.criterion().get()) {
            case Criterion.EventId id ->
                references(BY_EVENT_ID, statement -> {
                    statement.setLong(1, EventIdKey.of(id.value()));
                    statement.setInt(2, scopeId);
                    range.bind(statement, 3);
                });
            case Criterion.ResourceName name -> byResources(scopeId, name.arns(query.where()), range);
            case Criterion.EventName name -> byFacets(scopeId, "event_name = ?", name.value(), range);
            case Criterion.EventSource source -> byFacets(scopeId, "event_source = ?", source.value(), range);
            case Criterion.ReadOnly readOnly -> byFacets(scopeId, "read_only = ?", readOnly.value(), range);
            case Criterion.Username name -> byFacets(scopeId, "user_name = ?", name.value(), range);
            case Criterion.AccessKey key -> byFacets(scopeId, "access_key_id = ?", key.value(), range);
            case Criterion.ResourceType type ->
                byFacets(scopeId, "? = any(string_to_array(resource_types, ' '))", type.value(), range);
        };
    }

    private Optional<Integer> scope(AccountRegion where) {
        return jdbc
                .queryForList(
                        "select scope_id from trail_scope where account = ? and region = ?",
                        Integer.class,
                        where.account().value(),
                        where.region().value())
                .stream()
                .findFirst();
    }

    private List<Reference> byResources(int scopeId, List<String> arns, Range range) {
        Integer[] resources = numbers(
                "select resource_id from trail_resource where scope_id = ? and arn = any(?::text[])",
                scopeId,
                arns.toArray(new String[0]));
        return references(BY_RESOURCES, statement -> {
            setIntegers(statement, 1, resources);
            range.bind(statement, 2);
        });
    }

    private List<Reference> byFacets(int scopeId, String condition, Object value, Range range) {
        Integer[] facets =
                numbers("select facet_id from trail_facet where scope_id = ? and " + condition, scopeId, value);
        if (facets.length <= mergedFacetsMax) {
            return references(BY_FACETS, statement -> {
                setIntegers(statement, 1, facets);
                range.bind(statement, 2);
                statement.setInt(7, range.limit());
            });
        }
        return references(BY_TIME, statement -> {
            statement.setInt(1, scopeId);
            setIntegers(statement, 2, facets);
            range.bind(statement, 3);
        });
    }

    private Integer[] numbers(String sql, int scopeId, Object value) {
        return jdbc.queryForList(sql, Integer.class, scopeId, value).toArray(new Integer[0]);
    }

    private interface Binder {

        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Reference> references(String sql, Binder binder) {
        return jdbc.query(sql, binder::bind, (row, _) -> reference(row));
    }

    private static Reference reference(ResultSet row) throws SQLException {
        Instant second = row.getObject(1, OffsetDateTime.class).toInstant();
        return new Reference(new TrailPlace(second, row.getLong(2), row.getInt(3)), row.getInt(4));
    }

    private static void setIntegers(PreparedStatement statement, int index, Integer[] numbers) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("integer", numbers));
    }

    private record Range(TrailPlace olderThan, Instant earliest, int limit) {

        void bind(PreparedStatement statement, int first) throws SQLException {
            statement.setObject(first, olderThan.second().atOffset(ZoneOffset.UTC));
            statement.setLong(first + 1, olderThan.position());
            statement.setInt(first + 2, olderThan.ordinal());
            statement.setObject(first + 3, earliest.atOffset(ZoneOffset.UTC));
            statement.setInt(first + 4, limit);
        }
    }
}
