package io.attestore.server.verify;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of a table as they were. They come back whether the test that damages them passes or fails, so that no other
 * test finds the damage.
 */
final class KeptTable implements AutoCloseable {

    private final JdbcTemplate owner;
    private final String table;
    private final String copy;

    KeptTable(JdbcTemplate owner, String table) {
        this.owner = owner;
        this.table = table;
        this.copy = "kept_" + table;
        owner.execute("create table " + copy + " as select * from " + table);
    }

    @Override
    public void close() {
        owner.execute("truncate " + table);
        owner.execute("insert into " + table + " select * from " + copy);
        owner.execute("drop table " + copy);
    }
}
