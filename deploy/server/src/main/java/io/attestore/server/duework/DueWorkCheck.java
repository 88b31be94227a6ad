package io.attestore.server.duework;

import io.attestore.command.ssm.parameter.duework.DueWork;
import io.attestore.command.ssm.parameter.duework.DueWork.Kind;
import io.attestore.command.ssm.parameter.duework.DueWorkChange.Scheduled;
import io.attestore.command.ssm.parameter.duework.DueWorkChange.Settled;
import io.attestore.command.ssm.parameter.duework.ParameterDueWork;
import io.attestore.cryptography.hash.FingerprintMap;
import io.attestore.cryptography.hash.SipHash;
import io.attestore.entities.past.Fold;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import io.attestore.events.parameter.ParameterPoliciesPut;
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
 * it or after it. Of deleted parameters that can be restored, and of those that have policies, some hundred bytes are
 * kept each, of other advanced parameters some 20.
 */
public final class DueWorkCheck implements LogCheck {

    /** What failed is tried again after half a minute; clocks of nodes differ a little. */
    private static final Duration POSTPONED_MAX = Duration.ofMinutes(2);

    /** The database keeps microseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    /** The key of {@link io.attestore.events.Tags#parameter}. */
    private static final String PARAMETER = "parameter";

    /** Rows without a cause that are remembered until it is known whether they are younger than what was seen. */
    private static final int SUSPECTS_MAX = 100_000;

    private final DueWorkPages pages;
    private final TagReader events;
    private final Clock clock;
    private final FingerprintMap scheduled;
    private final FingerprintMap changed;
    private final Map<Work, Instant> destructions = new HashMap<>();
    private final Set<ParameterId> withPolicies = new HashSet<>();
    private final Map<Work, Instant> found = new HashMap<>();
    private final Set<Work> suspects = new HashSet<>();
    private Optional<Long> through = Optional.empty();
    private Findings ofRows = new Findings();
    private long seen = -1;
    private long rows;
    private boolean comparable;

    public DueWorkCheck(DataSource dataSource, TagReader events, Clock clock, SipHash hash) {
        this.pages = new DueWorkPages(dataSource);
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
        ParameterDueWork.changes(event).forEach(change -> {
            switch (change) {
                case Scheduled(DueWork work) -> schedule(Work.of(work), work.dueAt());
                case Settled(Kind kind, ParameterId id, String subject) -> settle(new Work(kind, id, subject));
            }
        });
        if (event instanceof ParameterPoliciesPut put && !put.policies().isEmpty()) {
            withPolicies.add(ParameterId.of(put.where(), put.name()));
        }
        if (seen > through.orElse(-1L)) {
            event.tags().stream()
                    .filter(tag -> tag.key().equals(PARAMETER))
                    .forEach(tag -> changed.put(Work.text(Kind.APPLY_POLICIES, tag.value(), ""), 0));
        }
    }

    private void schedule(Work work, Instant dueAt) {
        switch (work.kind()) {
            case APPLY_POLICIES -> scheduled.put(work.text(), 0);
            case DESTROY_DELETED_PARAMETER -> destructions.put(work, dueAt);
        }
        change(work);
    }

    private void settle(Work work) {
        switch (work.kind()) {
            case APPLY_POLICIES -> scheduled.remove(work.text());
            case DESTROY_DELETED_PARAMETER -> destructions.remove(work);
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
        Optional<Work> read = Work.of(row);
        if (read.isEmpty()) {
            ofRows.add(
                    "A row of due work is none that the server writes: its kind, account, Region or name is not valid");
            return;
        }
        Work work = read.get();
        boolean caused = switch (work.kind()) {
            case APPLY_POLICIES -> scheduled.contains(work.text());
            case DESTROY_DELETED_PARAMETER -> destructions.containsKey(work);
        };
        if (!caused && suspects.size() < SUSPECTS_MAX) {
            suspects.add(work);
        }
        if (caused && (work.kind() == Kind.DESTROY_DELETED_PARAMETER || withPolicies.contains(work.id()))) {
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
                .forEach(work -> all.add("Due work has no cause: " + work + " is not due by any event"));
        for (Map.Entry<Work, Instant> destruction : destructions.entrySet()) {
            judge(destruction.getKey(), destruction.getValue(), all);
        }
        for (ParameterId id : withPolicies) {
            Work work = Work.policies(id);
            if (isUnchanged(work)) {
                ParameterDueWork.policiesAct(Fold.of(Parameter.TYPE, id, seen, events, pace))
                        .ifPresent(at -> judge(work, at, all));
            }
        }
        return all;
    }

    private void judge(Work work, Instant dueAt, Findings all) {
        if (!isUnchanged(work)) {
            return;
        }
        Instant row = found.get(work);
        if (row == null) {
            all.add("Due work is missing: " + work + ", due at " + dueAt);
        } else if (row.isAfter(latest(dueAt))) {
            all.add("Due work is put off: " + work + " is due at " + dueAt + ", but its row says " + row);
        } else if (work.kind() == Kind.DESTROY_DELETED_PARAMETER && row.isBefore(dueAt.minus(ROUNDING))) {
            all.add("Due work is too early: " + work + " is due at " + dueAt + ", but its row says " + row);
        }
    }

    private Instant latest(Instant dueAt) {
        Instant postponed = clock.instant().plus(POSTPONED_MAX);
        Instant exact = dueAt.plus(ROUNDING);
        return postponed.isAfter(exact) ? postponed : exact;
    }

    private boolean isUnchanged(Work work) {
        return !changed.contains(work.text());
    }
}
