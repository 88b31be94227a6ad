package io.attestore.server.duework;

import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.DueWorkChange.Scheduled;
import io.attestore.contract.duework.DueWorkChange.Settled;
import io.attestore.contract.duework.DueWorkKind.Timing;
import io.attestore.contract.duework.DueWorkRules;
import io.attestore.contract.duework.Work;
import io.attestore.cryptography.hash.FingerprintMap;
import io.attestore.cryptography.hash.SipHash;
import io.attestore.entities.past.Fold;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import io.attestore.server.duework.DueWorkPages.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The rows of due work against the log: what is due has its row, at a time that is not too late, and no row is there
 * that no event asks for. What has changed since the verification began is left to the next one: the rows may be before
 * it or after it. Of work that an event times, and of work that a state may time, some hundred bytes are kept each, of
 * other work some 20, and of each tag that was used since the verification began.
 */
public final class DueWorkCheck implements LogCheck {

    /** What failed is tried again after half a minute; clocks of nodes differ a little. */
    private static final Duration POSTPONED_MAX = Duration.ofMinutes(2);

    /** The database keeps microseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    /** Rows without a cause that are remembered until it is known whether they are younger than what was seen. */
    private static final int SUSPECTS_MAX = 100_000;

    private final DueWorkCatalogue catalogue;
    private final DueWorkPages pages;
    private final TagReader events;
    private final Clock clock;
    private final FingerprintMap scheduled;
    private final FingerprintMap changed;
    private final Map<Work, Instant> timedByEvent = new HashMap<>();
    private final Set<Work> timedByState = new HashSet<>();
    private final Map<Work, Instant> found = new HashMap<>();
    private final Set<Work> suspects = new HashSet<>();
    private Optional<Long> through = Optional.empty();
    private Findings ofRows = new Findings();
    private long seen = -1;
    private long rows;
    private boolean comparable;

    public DueWorkCheck(
            DueWorkCatalogue catalogue, DataSource dataSource, TagReader events, Clock clock, SipHash hash) {
        this.catalogue = catalogue;
        this.pages = new DueWorkPages(catalogue, dataSource);
        this.events = events;
        this.clock = clock;
        this.scheduled = new FingerprintMap(hash);
        this.changed = new FingerprintMap(hash);
    }

    @Override
    public void begin() {
        through = pages.areThere() ? Optional.of(pages.position()) : Optional.empty();
    }

    @Override
    public void see(RecordedEvent recorded) {
        seen = recorded.position();
        Event event = recorded.event();
        catalogue.changes(event).forEach(change -> {
            switch (change) {
                case Scheduled(DueWork due) -> schedule(due.work(), due.dueAt());
                case Settled(Work work) -> settle(work);
            }
        });
        timedByState.addAll(catalogue.timedByState(event));
        if (seen > through.orElse(-1L)) {
            event.tags().forEach(tag -> changed.put(text(tag), 0));
        }
    }

    private void schedule(Work work, Instant dueAt) {
        switch (work.kind().timing()) {
            case BY_STATE -> scheduled.put(work.text(), 0);
            case BY_EVENT -> timedByEvent.put(work, dueAt);
        }
        change(work);
    }

    private void settle(Work work) {
        switch (work.kind().timing()) {
            case BY_STATE -> scheduled.remove(work.text());
            case BY_EVENT -> timedByEvent.remove(work);
        }
        change(work);
    }

    private void change(Work work) {
        if (seen > through.orElse(-1L)) {
            changed.put(work.text(), 0);
        }
    }

    @Override
    public void compare(Pace pace) throws InterruptedException {
        ofRows = new Findings();
        found.clear();
        suspects.clear();
        rows = 0;
        if (through.isEmpty()) {
            ofRows.note("Due work: there is no table of it");
            return;
        }
        if (through.get() > seen) {
            ofRows.add("Due work claims to know position " + through.get() + ", but the log ends at " + seen);
        }
        comparable = pages.readAll(this::read) >= through.get();
        ofRows.note(comparable ? "Due work: " + rows + " rows" : "Due work is being rebuilt: it was not compared");
        pace.read((int) Math.min(rows, Integer.MAX_VALUE));
    }

    private void read(Row row) {
        rows++;
        if (row.work().isEmpty()) {
            ofRows.add(
                    "A row of due work is none that the server writes: its kind, account, Region or name is not valid");
            return;
        }
        Work work = row.work().get();
        boolean caused = switch (work.kind().timing()) {
            case BY_STATE -> scheduled.contains(work.text());
            case BY_EVENT -> timedByEvent.containsKey(work);
        };
        if (!caused && suspects.size() < SUSPECTS_MAX) {
            suspects.add(work);
        }
        if (caused && (isTimedByEvent(work) || timedByState.contains(work))) {
            found.put(work, row.dueAt());
        }
    }

    @Override
    public Findings end(Pace pace) throws InterruptedException {
        Findings all = new Findings();
        all.addAll(ofRows);
        if (!comparable) {
            return all;
        }
        suspects.stream()
                .filter(this::isUnchanged)
                .forEach(work ->
                        all.add("Due work has no cause: " + catalogue.describe(work) + " is not due by any event"));
        for (Map.Entry<Work, Instant> timed : timedByEvent.entrySet()) {
            judge(timed.getKey(), timed.getValue(), all);
        }
        for (Work work : timedByState) {
            if (isUnchanged(work)) {
                dueByState(catalogue.rulesOf(work), work, pace).ifPresent(at -> judge(work, at, all));
            }
        }
        return all;
    }

    private <I, S> Optional<Instant> dueByState(DueWorkRules<I, S> rules, Work work, Pace pace)
            throws InterruptedException {
        Optional<I> id = rules.idOf(work);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        S state = Fold.of(rules.type(), id.get(), seen, events, pace);
        return rules.expected(state).stream()
                .filter(due -> due.work().equals(work))
                .map(DueWork::dueAt)
                .findFirst();
    }

    private void judge(Work work, Instant dueAt, Findings all) {
        if (!isUnchanged(work)) {
            return;
        }
        Instant row = found.get(work);
        if (row == null) {
            all.add("Due work is missing: " + catalogue.describe(work) + ", due at " + dueAt);
        } else if (row.isAfter(latest(dueAt))) {
            all.add("Due work is put off: " + catalogue.describe(work) + " is due at " + dueAt + ", but its row says "
                    + row);
        } else if (isTimedByEvent(work) && row.isBefore(dueAt.minus(ROUNDING))) {
            all.add("Due work is too early: " + catalogue.describe(work) + " is due at " + dueAt + ", but its row says "
                    + row);
        }
    }

    private Instant latest(Instant dueAt) {
        Instant postponed = clock.instant().plus(POSTPONED_MAX);
        Instant exact = dueAt.plus(ROUNDING);
        return postponed.isAfter(exact) ? postponed : exact;
    }

    private boolean isUnchanged(Work work) {
        return !changed.contains(work.text()) && (isTimedByEvent(work) || isUnchanged(catalogue.rulesOf(work), work));
    }

    /** Of work that its state times, everything that happened to the instance matters. */
    private <I> boolean isUnchanged(DueWorkRules<I, ?> rules, Work work) {
        return rules.idOf(work)
                .map(id -> !changed.contains(text(rules.type().tag().apply(id))))
                .orElse(true);
    }

    private static boolean isTimedByEvent(Work work) {
        return work.kind().timing() == Timing.BY_EVENT;
    }

    /** Text that no work has: a kind has no such beginning. */
    private static String text(EventTag tag) {
        return "\n" + tag.key() + "=" + tag.value();
    }
}
