package io.attestore.audit.changes;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of deliveries and dead letters. */
final class DeliveryRows {

    private static final String TAKE = """
            select position, attempts, greatest(next_attempt_at, timestamptz '1970-01-01') from change_delivery
             where webhook = ? for update skip locked""";
    private static final String BEGIN =
            "insert into change_delivery (webhook, position) values (?, ?) on conflict do nothing";
    private static final String MOVE = """
            update change_delivery set position = ?, attempts = 0, next_attempt_at = '-infinity', last_failure = ''
             where webhook = ?""";
    private static final String POSTPONE =
            "update change_delivery set attempts = ?, next_attempt_at = ?, last_failure = ? where webhook = ?";
    private static final String BURY = """
            insert into change_dead_letter (webhook, position, event_id, attempts, reason, at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String STATES = """
            select webhook, position, attempts, last_failure, coalesce(letters.dead, 0)
              from change_delivery
              left join (select webhook, count(*) as dead from change_dead_letter group by webhook) letters
                   using (webhook)""";

    private final JdbcTemplate jdbc;

    DeliveryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a delivery stands: what was told or passed over last, and how often the next was tried. */
    record Taken(long position, int attempts, Instant nextAttempt) {}

    /** A delivery's row as anyone may see it, and how many dead letters it has. */
    record State(long position, int attempts, String lastFailure, long deadLetters) {}

    record Letter(long position, int attempts) {}

    void begin(String webhook, long position) {
        jdbc.update(BEGIN, webhook, position);
    }

    /** The row, locked until the transaction ends; empty if another has it. */
    Optional<Taken> take(String webhook) {
        return jdbc
                .query(
                        TAKE,
                        (row, _) -> new Taken(
                                row.getLong(1),
                                row.getInt(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        webhook)
                .stream()
                .findFirst();
    }

    void move(String webhook, long position) {
        jdbc.update(MOVE, position, webhook);
    }

    void postpone(String webhook, int attempts, Instant nextAttempt, String failure) {
        jdbc.update(POSTPONE, attempts, at(nextAttempt), failure, webhook);
    }

    void bury(String webhook, long position, String eventId, int attempts, String reason, Instant now) {
        jdbc.update(BURY, webhook, position, eventId, attempts, reason, at(now));
    }

    /** How each delivery stands, by webhook. */
    Map<String, State> states() {
        Map<String, State> states = new HashMap<>();
        jdbc.query(STATES, row -> {
            State state = new State(row.getLong(2), row.getInt(3), row.getString(4), row.getLong(5));
            states.put(row.getString(1), state);
        });
        return states;
    }

    /** The oldest dead letters, each locked until the transaction ends. */
    List<Letter> takeLetters(String webhook, int limit) {
        return jdbc.query(
                "select position, attempts from change_dead_letter where webhook = ? order by position limit ?"
                        + " for update skip locked",
                (row, _) -> new Letter(row.getLong(1), row.getInt(2)),
                webhook,
                limit);
    }

    void removeLetter(String webhook, long position) {
        jdbc.update("delete from change_dead_letter where webhook = ? and position = ?", webhook, position);
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
