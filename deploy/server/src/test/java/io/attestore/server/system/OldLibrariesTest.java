package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The embedded PostgreSQL comes with OpenSSL 1.1.1 and ICU 60, which nobody mends any more: nothing of ours may reach
 * their parsers.
 */
class OldLibrariesTest {

    @Test
    void the_embedded_database_speaks_no_tls_and_compares_nothing_by_icu() throws Exception {
        try (StoredBytes stored = new StoredBytes(SystemServer.running().data())) {
            assertThat(stored.column("show ssl")).containsExactly("off");
            assertThat(stored.column("show listen_addresses")).containsExactly("127.0.0.1");
            assertThat(stored.column("select distinct datlocprovider::text from pg_database"))
                    .containsExactly("c");
            assertThat(stored.column("""
                            select attrelid::regclass::text from pg_attribute
                             where attcollation in (select oid from pg_collation where collprovider = 'i')""")).isEmpty();
            assertThat(stored.column("select extname from pg_extension")).containsExactly("plpgsql");
        }
    }
}
