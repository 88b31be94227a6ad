package io.attestore.server.duework;

import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.DueWorkChange;
import io.attestore.contract.duework.DueWorkChange.Scheduled;
import io.attestore.contract.duework.DueWorkChange.Settled;
import io.attestore.contract.duework.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of due work. */
final class DueWorkRows {

    private static final String SCHEDULE = """
            insert into due_work (kind, account, region, name, subject, due_at) values (?, ?, ?, ?, ?, ?)
            on conflict (kind, account, region, name, subject) do update set due_at = excluded.due_at""";
    private static final String EXPECT = SCHEDULE + " where due_work.due_at > excluded.due_at";
    private static final String SETTLE =
            "delete from due_work where kind = ? and account = ? and region = ? and name = ? and subject = ?";
    private static final String TAKE_DUE = """
            select ctid::text, kind, account, region, name, subject, due_at from due_work
             where due_at <= ? order by due_at limit 1 for update skip locked""";
    private static final String POSTPONE = """
            update due_work set due_at = ?
             where kind = ? and account = ? and region = ? and name = ? and subject = ?""";

    private static final String POSTPONE_UNLESS_CHANGED = POSTPONE + " and due_at = ?";

    /** Beyond any date that is meant, and within what a timestamp of the database holds. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String MOVE = """
            insert into due_work_projection (name, position) values ('due-work', ?)
            on conflict (name) do update set position = excluded.position""";

    private static final System.Logger LOG = System.getLogger(DueWorkRows.class.getName());

    private final DueWorkCatalogue catalogue;
    private final JdbcTemplate jdbc;

    DueWorkRows(DueWorkCatalogue catalogue, JdbcTemplate jdbc) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
    }

    void apply(DueWorkChange change) {
        switch (change) {
            case Scheduled(DueWork due) -> write(SCHEDULE, due);
            case Settled(Work work) -> remove(work);
        }
    }

    /** Makes sure of a row that is due no later; answers whether there was none. */
    boolean expect(DueWork due) {
        return write(EXPECT, due) > 0;
    }

    private int write(String statement, DueWork due) {
        Work work = due.work();
        return jdbc.update(
                statement,
                work.kind().name(),
                work.where().account().value(),
                work.where().region().value(),
                work.name(),
                work.subject(),
                at(due.dueAt()));
    }

    void remove(Work work) {
        jdbc.update(
                SETTLE,
                work.kind().name(),
                work.where().account().value(),
                work.where().region().value(),
                work.name(),
                work.subject());
    }

    void postpone(Work work, Instant until) {
        jdbc.update(
                POSTPONE,
                at(until),
                work.kind().name(),
                work.where().account().value(),
                work.where().region().value(),
                work.name(),
                work.subject());
    }

    /** As {@link #postpone}, for a row that was not held all the time: what it was changed to meanwhile stays. */
    void postponeUnlessChanged(DueWork due, Instant until) {
        Work work = due.work();
        jdbc.update(
                POSTPONE_UNLESS_CHANGED,
                at(until),
                work.kind().name(),
                work.where().account().value(),
                work.where().region().value(),
                work.name(),
                work.subject(),
                at(due.dueAt()));
    }

    private static Timestamp at(Instant time) {
        return Timestamp.from(time.isAfter(LATEST) ? LATEST : time);
    }

    /**
     * Work whose time has come and which nobody else does; its row is locked until the transaction ends. A row that this
     * server cannot have written is no work, and would stand before all others for ever: it goes.
     */
    Optional<DueWork> takeDue(Instant now) {
        List<TakenRow> due =
                jdbc.query(TAKE_DUE, (row, _) -> new TakenRow(row.getString(1), work(row)), Timestamp.from(now));
        for (TakenRow taken : due) {
            if (taken.work().isEmpty()) {
                LOG.log(System.Logger.Level.ERROR, "A row of due work was none of this server's, and was deleted");
                jdbc.update("delete from due_work where ctid = ?::tid", taken.place());
            }
        }
        return due.stream().flatMap(taken -> taken.work().stream()).findFirst();
    }

    private record TakenRow(String place, Optional<DueWork> work) {}

    private Optional<DueWork> work(ResultSet row) throws SQLException {
        Instant dueAt = row.getObject(7, OffsetDateTime.class).toInstant();
        return catalogue
                .read(row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6))
                .map(work -> work.at(dueAt));
    }

    /** The position up to which the log is in these rows, locked; empty if another node is at it. */
    Optional<Long> takePosition() {
        return jdbc
                .query(
                        "select position from due_work_projection where name = 'due-work' for update skip locked",
                        (row, _) -> row.getLong(1))
                .stream()
                .findFirst();
    }

    /** Also where the row of the position was deleted. */
    void movePosition(long position) {
        jdbc.update(MOVE, position);
    }

    /** Empty if its row was deleted. */
    Optional<Long> knownPosition() {
        return jdbc
                .queryForList("select position from due_work_projection where name = 'due-work'", Long.class)
                .stream()
                .findFirst();
    }

    long position() {
        return knownPosition().orElse(-1L);
    }

    /** Forgets everything; the log is read anew from its beginning. Waits for a node that is at work. */
    void restart() {
        jdbc.query("select 1 from due_work_projection where name = 'due-work' for update", row -> {});
        jdbc.update("delete from due_work");
        movePosition(-1);
    }

    long count() {
        Long count = jdbc.queryForObject("select count(*) from due_work", Long.class);
        return count == null ? 0 : count;
    }
}
