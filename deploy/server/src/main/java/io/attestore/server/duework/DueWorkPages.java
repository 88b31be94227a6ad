package io.attestore.server.duework;

import io.attestore.contract.duework.Work;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads all rows of due work as they were at one moment. */
final class DueWorkPages {

    private static final int ROWS_PER_FETCH = 2_000;

    /** One statement, so that rows and position belong together. */
    private static final String ALL = """
            select p.position, w.kind, w.account, w.region, w.name, w.subject, w.due_at
            from due_work_projection p left join due_work w on true
            where p.name = 'due-work'""";

    private final DueWorkCatalogue catalogue;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    DueWorkPages(DueWorkCatalogue catalogue, DataSource dataSource) {
        this.catalogue = catalogue;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_PER_FETCH);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** @param work empty if the server never writes such a row */
    record Row(Optional<Work> work, Instant dueAt) {}

    boolean areThere() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select to_regclass('due_work') is not null", Boolean.class));
    }

    /** Up to where the log is in the rows. */
    long position() {
        return new DueWorkRows(catalogue, jdbc).position();
    }

    /** Hands over all rows; answers the position that they are of, -1 if there is none. */
    long readAll(Consumer<Row> rows) {
        long[] position = {-1};
        transaction.executeWithoutResult(_ -> jdbc.query(ALL, row -> {
            position[0] = row.getLong(1);
            String kind = row.getString(2);
            if (kind != null) {
                rows.accept(new Row(
                        catalogue.read(kind, row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
            }
        }));
        return position[0];
    }
}
