package io.attestore.audit.trail;

import io.attestore.events.id.AccountRegion;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The three dictionaries of the trail as tables. Each statement takes all keys at once, as arrays. */
final class DictionaryTables {

    /** A resource of a namespace. */
    record Resource(int scopeId, String arn) {}

    private final JdbcTemplate jdbc;

    DictionaryTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Dictionary.Table<AccountRegion> scopes() {
        return new ArrayTable<>(
                // 1 accounts, 2 regions
                """
                select k.ordinality, s.scope_id
                from unnest(?::text[], ?::text[]) with ordinality as k(account, region, ordinality)
                join trail_scope s using (account, region)
                """, """
                insert into trail_scope (account, region)
                select * from unnest(?::text[], ?::text[])
                """, (statement, keys) -> {
                    setTexts(statement, 1, keys, key -> key.account().value());
                    setTexts(statement, 2, keys, key -> key.region().value());
                });
    }

    Dictionary.Table<Facet> facets() {
        return new ArrayTable<>(
                // 1 scope ids, 2 event sources, 3 event names, 4 read only, 5 user names, 6 access keys, 7 resource
                // types
                """
                select k.ordinality, f.facet_id
                from unnest(?::integer[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                    with ordinality as k(scope_id, event_source, event_name, read_only, user_name, access_key_id,
                                         resource_types, ordinality)
                join trail_facet f using
                    (scope_id, event_source, event_name, read_only, user_name, access_key_id, resource_types)
                """, """
                insert into trail_facet
                    (scope_id, event_source, event_name, read_only, user_name, access_key_id, resource_types)
                select * from unnest(?::integer[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                """, (statement, keys) -> {
                    setIntegers(statement, 1, keys, Facet::scopeId);
                    setTexts(statement, 2, keys, Facet::eventSource);
                    setTexts(statement, 3, keys, Facet::eventName);
                    setArray(statement, 4, "boolean", keys, Facet::readOnly);
                    setTexts(statement, 5, keys, Facet::userName);
                    setTexts(statement, 6, keys, Facet::accessKeyId);
                    setTexts(statement, 7, keys, Facet::resourceTypes);
                });
    }

    Dictionary.Table<Resource> resources() {
        return new ArrayTable<>(
                // 1 scope ids, 2 ARNs
                """
                select k.ordinality, r.resource_id
                from unnest(?::integer[], ?::text[]) with ordinality as k(scope_id, arn, ordinality)
                join trail_resource r using (scope_id, arn)
                """, """
                insert into trail_resource (scope_id, arn)
                select * from unnest(?::integer[], ?::text[])
                """, (statement, keys) -> {
                    setIntegers(statement, 1, keys, Resource::scopeId);
                    setTexts(statement, 2, keys, Resource::arn);
                });
    }

    private interface KeyBinder<K> {

        void bind(PreparedStatement statement, List<K> keys) throws SQLException;
    }

    private final class ArrayTable<K> implements Dictionary.Table<K> {

        private final String find;
        private final String add;
        private final KeyBinder<K> binder;

        ArrayTable(String find, String add, KeyBinder<K> binder) {
            this.find = find;
            this.add = add;
            this.binder = binder;
        }

        @Override
        public Map<K, Integer> find(List<K> keys) {
            Map<K, Integer> found = new HashMap<>();
            jdbc.query(find, statement -> binder.bind(statement, keys), row -> {
                found.put(keys.get(row.getInt(1) - 1), row.getInt(2));
            });
            return found;
        }

        /**
         * What is numbered here is remembered in memory, so unlike the rest of the index it must not be lost with a
         * crash of the database alone: a transaction that adds waits for the disk.
         */
        @Override
        public void add(List<K> keys) {
            jdbc.execute("set local synchronous_commit = on");
            jdbc.update(add, statement -> binder.bind(statement, keys));
        }
    }

    private static <K> void setTexts(PreparedStatement statement, int index, List<K> keys, Function<K, String> part)
            throws SQLException {
        setArray(statement, index, "text", keys, part);
    }

    private static <K> void setIntegers(PreparedStatement statement, int index, List<K> keys, Function<K, Integer> part)
            throws SQLException {
        setArray(statement, index, "integer", keys, part);
    }

    private static <K> void setArray(
            PreparedStatement statement, int index, String type, List<K> keys, Function<K, ?> part)
            throws SQLException {
        Object[] values = keys.stream().map(part).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
