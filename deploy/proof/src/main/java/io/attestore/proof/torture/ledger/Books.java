package io.attestore.proof.torture.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.VerificationResult;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.proof.torture.client.ApiClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The books of one store, kept outside it over all its restarts: what its clients were told, and what the log holds.
 * Whoever closes them finds out whether the two agree. A load may run in any thread; all else is for one.
 */
public final class Books {

    private static final int LOOKUP_PAGES = 6;

    private final Scene scene = new Scene();
    private final Ledger ledger = new Ledger();
    private final WrittenLog log = new WrittenLog();
    private final Audit audit = new Audit();
    private final Random random;
    private LogHead verified = LogVerification.BEGINNING;
    private Duration longest = Duration.ZERO;

    public Books(Random random) {
        this.random = random;
    }

    /** Starts clients. The caller closes them before the books. */
    public Load startLoad(ApiClient client, int clients) {
        return new Load(new NotingClient(client, ledger), scene, clients, random);
    }

    /**
     * Asks a store at rest for everything, reads what the log has got, and holds one against the other; then checks
     * that LookupEvents tells of the newest calls, and that the chain goes on unbroken where it was verified last.
     *
     * @return what is wrong
     */
    public List<String> close(ApiClient client, ConnectionSettings database) throws SQLException, InterruptedException {
        new Survey(new NotingClient(client, ledger), scene, audit::violated).run();
        List<Entry> entries = ledger.take();
        entries.forEach(entry -> longest = longer(longest, entry.duration()));
        List<String> gaps = new ArrayList<>();
        List<WrittenCall> calls = log.readNew(database, gaps);
        gaps.forEach(audit::violated);
        audit.check(entries, calls);
        requireTold(client, calls);
        requireUnbroken(database);
        return audit.takeViolations();
    }

    public Counts counts() {
        return audit.tally().counts();
    }

    /** How long the longest call took since the last time. */
    public Duration takeLongest() {
        Duration taken = longest;
        longest = Duration.ZERO;
        return taken;
    }

    /** Where the log ended when the books were last closed. */
    public long head() {
        return log.head();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Newest first, so all calls of later seconds than the oldest one told are to be among those told. */
    private void requireTold(ApiClient client, List<WrittenCall> calls) {
        List<JsonNode> records = client.newestRecords(LOOKUP_PAGES);
        Set<String> told = new HashSet<>();
        Set<String> eventIds = new HashSet<>();
        Instant oldest = Instant.MAX;
        for (JsonNode record : records) {
            told.add(record.path("requestID").asString(""));
            if (!eventIds.add(record.path("eventID").asString(""))) {
                audit.violated("LookupEvents tells a record twice: " + record.path("eventID"));
            }
            Instant time = Instant.parse(record.path("eventTime").asString());
            oldest = time.isBefore(oldest) ? time : oldest;
        }
        for (WrittenCall call : calls) {
            Instant second = call.context().at().truncatedTo(ChronoUnit.SECONDS);
            if (second.isAfter(oldest) && !told.contains(call.context().requestId())) {
                audit.violated(call.callId() + " is in the log, and LookupEvents does not tell of it");
            }
        }
    }

    private void requireUnbroken(ConnectionSettings database) throws SQLException {
        try (HikariDataSource pool = database.openPool("torture", 2)) {
            LogVerification verification = new LogVerification(pool, Optional.empty(), Optional.empty());
            VerificationResult result = verification.verify(verified, head -> verified = head, () -> false);
            if (!(result instanceof VerificationResult.Intact)) {
                audit.violated("the chain is broken: " + result);
            }
        }
    }
}
