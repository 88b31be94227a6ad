package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.record.RecordFacts;
import io.attestore.audit.trail.posting.LookupKey;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.cryptography.hash.SipHash;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * The trail's index against the log: each record is found by each of its attributes, and nothing else is found, up to
 * the position that the index had when the verification began. Postings are mapped anew from the log and compared with
 * those of the index by sums of keyed hashes, one for each stretch of {@link PostingSums#STRETCH} positions: four bytes
 * for a thousand positions, whatever happened there. That the index is searched rightly, too, {@link RunReading} checks.
 *
 * <p>Runs are merged, and the whole may be rebuilt, while this reads. What does not agree is therefore read a second
 * time, and is a finding only if it does not agree again.
 */
public final class TrailCheck implements LogCheck {

    private static final int NUMBERS_KEPT_MAX = 20_000;
    private static final int READINGS_MAX = 2;

    private final RunWalk runs;
    private final SipHash hash;
    private final PostingSums expected;
    private final Map<LookupKey, Long> numbers = new HashMap<>();
    private final List<RecordedEvent> call = new ArrayList<>();
    private Optional<Long> through = Optional.empty();
    private String reasonNot = "there is no table of it";
    private long seen = -1;
    private Findings findings = new Findings();

    public TrailCheck(DataSource dataSource, SipHash hash) {
        this.runs = new RunWalk(dataSource);
        this.hash = hash;
        this.expected = new PostingSums(hash);
    }

    @Override
    public void begin() {
        if (!runs.areThere()) {
            return;
        }
        if (runs.mappingVersion() != CloudTrailRecords.MAPPING_VERSION) {
            reasonNot = "it is of another version of the server, and will be rebuilt";
            return;
        }
        through = Optional.of(runs.position());
    }

    @Override
    public void see(RecordedEvent event) {
        seen = event.position();
        if (event.position() > through.orElse(-1L)) {
            return;
        }
        if (!call.isEmpty() && !LoggedCalls.sameCall(call.getLast(), event)) {
            endCall();
        }
        call.add(event);
    }

    /** A call that cannot be mapped is in no list: the projector tells and counts it. */
    private void endCall() {
        if (call.isEmpty()) {
            return;
        }
        try {
            List<RecordFacts> records = CloudTrailRecords.factsOf(call);
            if (!records.isEmpty()) {
                add(
                        new Posting(
                                call.getFirst().position(),
                                call.size(),
                                records.getFirst().eventTime().toEpochMilli()),
                        records);
            }
        } catch (RuntimeException unmapped) {
            expected.passOver();
        } finally {
            call.clear();
        }
    }

    private void add(Posting posting, List<RecordFacts> records) {
        Set<Long> lists = new HashSet<>();
        for (RecordFacts record : records) {
            TrailKeys.of(record).forEach(key -> lists.add(number(key)));
        }
        lists.forEach(list -> expected.add(list, posting));
    }

    private long number(LookupKey key) {
        if (numbers.size() >= NUMBERS_KEPT_MAX) {
            numbers.clear();
        }
        return numbers.computeIfAbsent(key, LookupKey::number);
    }

    @Override
    public void compare(Pace pace) throws InterruptedException {
        endCall();
        findings = new Findings();
        if (through.isEmpty()) {
            findings.note("The trail's index was not compared: " + reasonNot);
            return;
        }
        if (through.get() > seen) {
            findings.add("The trail's index claims to know position " + through.get() + ", but the log ends at " + seen
                    + ": what comes next would be missing in searches");
            return;
        }
        for (int reading = 1; reading <= READINGS_MAX; reading++) {
            findings = read(pace);
            if (findings.count() == 0) {
                return;
            }
        }
    }

    @Override
    public Findings end(Pace pace) {
        return findings;
    }

    private Findings read(Pace pace) throws InterruptedException {
        Findings found = new Findings();
        PostingSums actual = new PostingSums(hash);
        long postings = runs.readAll(through.orElseThrow(), actual, found, pace);
        if (runs.position() < through.get()) {
            Findings none = new Findings();
            none.note("The trail's index is being rebuilt: it was not compared");
            return none;
        }
        SortedSet<Long> differing = new TreeSet<>(expected.differences(actual));
        for (long stretch : differing) {
            found.add("The trail's index does not say of the positions " + stretch + " to "
                    + (stretch + PostingSums.STRETCH - 1) + " what the log says: it has "
                    + actual.count(stretch) + " entries there, the log makes " + expected.count(stretch));
        }
        found.note("The trail's index: " + postings + " entries up to position " + through.get()
                + (expected.passedOver() == 0 ? "" : "; calls that cannot be mapped: " + expected.passedOver()));
        return found;
    }
}
