package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.RecordResource;
import io.attestore.audit.trail.DictionaryTables.Resource;
import io.attestore.events.id.AccountRegion;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a batch of records into the index, two statements for all of them. For one transaction at a time. */
final class TrailRows {

    /** A record, its place, and how many events its call has. */
    record Row(TrailPlace place, int events, CloudTrailRecord record) {}

    private static final String INSERT_RECORDS =
            // 1 seconds since the epoch, 2 positions, 3 event id keys, 4 scopes, 5 facets, 6 events, 7 ordinals
            """
            insert into trail_record (event_time, position, event_id_key, scope_id, facet_id, events, ordinal)
            select to_timestamp(r.second), r.position, r.event_id_key, r.scope_id, r.facet_id, r.events, r.ordinal
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::integer[], ?::integer[], ?::integer[])
                as r(second, position, event_id_key, scope_id, facet_id, events, ordinal)
            """;

    private static final String INSERT_RESOURCES =
            // 1 seconds since the epoch, 2 positions, 3 resources, 4 events, 5 ordinals
            """
            insert into trail_record_resource (event_time, position, resource_id, events, ordinal)
            select to_timestamp(r.second), r.position, r.resource_id, r.events, r.ordinal
            from unnest(?::bigint[], ?::bigint[], ?::integer[], ?::integer[], ?::integer[])
                as r(second, position, resource_id, events, ordinal)
            """;

    private final JdbcTemplate jdbc;
    private final Dictionary<AccountRegion> scopes;
    private final Dictionary<Facet> facets;
    private final Dictionary<Resource> resources;

    TrailRows(JdbcTemplate jdbc, int dictionaryEntriesMax) {
        this.jdbc = jdbc;
        DictionaryTables tables = new DictionaryTables(jdbc);
        this.scopes = new Dictionary<>(tables.scopes(), dictionaryEntriesMax);
        this.facets = new Dictionary<>(tables.facets(), dictionaryEntriesMax);
        this.resources = new Dictionary<>(tables.resources(), dictionaryEntriesMax);
    }

    /** Writes in the current transaction. Run what it returns once that transaction has ended well. */
    Runnable write(List<Row> rows) {
        Map<AccountRegion, Integer> scopeIds =
                scopes.numbers(rows.stream().map(row -> row.record().where()).collect(Collectors.toSet()));
        List<Facet> facetOfRow = new ArrayList<>(rows.size());
        List<Resource> named = new ArrayList<>();
        List<Row> rowOfNamed = new ArrayList<>();
        for (Row row : rows) {
            int scopeId = number(scopeIds, row.record().where());
            facetOfRow.add(Facet.of(scopeId, row.record()));
            for (RecordResource resource : row.record().resources()) {
                named.add(new Resource(scopeId, resource.arn().value()));
                rowOfNamed.add(row);
            }
        }
        Map<Facet, Integer> facetIds = facets.numbers(facetOfRow);
        Map<Resource, Integer> resourceIds = resources.numbers(named);
        jdbc.update(INSERT_RECORDS, statement -> {
            setPlaces(statement, rows);
            statement.setObject(3, longs(rows, row -> EventIdKey.of(row.record().eventId())));
            statement.setObject(4, ints(facetOfRow, Facet::scopeId));
            statement.setObject(5, ints(facetOfRow, facet -> number(facetIds, facet)));
            statement.setObject(6, ints(rows, Row::events));
            statement.setObject(7, ints(rows, row -> row.place().ordinal()));
        });
        jdbc.update(INSERT_RESOURCES, statement -> {
            setPlaces(statement, rowOfNamed);
            statement.setObject(3, ints(named, resource -> number(resourceIds, resource)));
            statement.setObject(4, ints(rowOfNamed, Row::events));
            statement.setObject(5, ints(rowOfNamed, row -> row.place().ordinal()));
        });
        return () -> {
            scopes.remember(scopeIds);
            facets.remember(facetIds);
            resources.remember(resourceIds);
        };
    }

    private static void setPlaces(PreparedStatement statement, List<Row> rows) throws SQLException {
        statement.setObject(1, longs(rows, row -> row.place().second().getEpochSecond()));
        statement.setObject(2, longs(rows, row -> row.place().position()));
    }

    private static <T> long[] longs(List<T> items, ToLongFunction<T> part) {
        return items.stream().mapToLong(part).toArray();
    }

    private static <T> int[] ints(List<T> items, ToIntFunction<T> part) {
        return items.stream().mapToInt(part).toArray();
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        return Objects.requireNonNull(numbers.get(key), "every key was given a number");
    }
}
