package io.attestore.proof.torture.ledger;

import io.attestore.proof.torture.ledger.Outcome.Answered;
import io.attestore.proof.torture.ledger.Outcome.Refused;
import io.attestore.proof.torture.ledger.Outcome.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the ledger of the clients against the log, call by call in the order of the log:
 *
 * <ul>
 *   <li>what was answered is there, once, under the request id that the answer had, and says what the client was told;
 *   <li>what was refused has changed nothing, and the log gives the reason for the refusal;
 *   <li>what got no answer is there once and as it was sent, or not at all;
 *   <li>nothing is there that nobody has asked for;
 *   <li>no call stands before one that had ended when it began.
 * </ul>
 *
 * <p>It goes on where it stopped, so that a campaign can audit round by round. For one thread.
 */
final class Audit {

    private static final String CALL_PREFIX = "torture/";

    private final StoreModel model = new StoreModel();
    private final Verdict verdict = new Verdict(model);
    private final Map<String, Entry> open = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Tally tally = new Tally();
    private final List<String> violations = new ArrayList<>();
    private final Effects effects = new Effects(model, violations::add);

    private record Placed(Entry entry, long position) {}

    StoreModel model() {
        return model;
    }

    Tally tally() {
        return tally;
    }

    /** What was found since the last time. */
    List<String> takeViolations() {
        List<String> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }

    void violated(String what) {
        violations.add(what);
    }

    /**
     * @param entries of all calls that have ended since the last time
     * @param calls that came into the log since then
     */
    void check(List<Entry> entries, List<WrittenCall> calls) {
        for (Entry entry : entries) {
            open.put(entry.callId(), entry);
            if (!entry.complaint().isEmpty()) {
                violations.add(of(entry) + ": " + entry.complaint());
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (WrittenCall call : calls) {
            if (call.callId().startsWith(CALL_PREFIX)) {
                Entry entry = open.remove(call.callId());
                if (entry == null) {
                    String how = seen.contains(call.callId()) ? " is in the log twice" : " was made by nobody";
                    violations.add(call.callId() + " at position " + call.position() + how);
                } else {
                    seen.add(call.callId());
                    judge(entry, call);
                    placed.add(new Placed(entry, call.position()));
                }
            }
        }
        requireInOrder(placed);
        countMissing();
    }

    private void judge(Entry entry, WrittenCall call) {
        Optional<String> fault = switch (entry.outcome()) {
            case Answered answered -> {
                tally.answered(entry.asked());
                yield verdict.on(entry.asked(), answered, call);
            }
            case Refused refused -> {
                tally.refused();
                yield verdict.on(entry.asked(), refused, call);
            }
            case Unknown _ -> {
                tally.unknownWritten();
                yield Optional.empty();
            }
        };
        fault.ifPresent(text -> violations.add(of(entry) + " at position " + call.position() + ": " + text));
        int before = violations.size();
        effects.apply(entry.asked(), call);
        for (int i = before; i < violations.size(); i++) {
            violations.set(i, of(entry) + ": " + violations.get(i));
        }
    }

    /** The log's order is an order in which the calls can have happened: each between its begin and its end. */
    private void requireInOrder(List<Placed> placed) {
        long earliestEnd = Long.MAX_VALUE;
        @Nullable Entry earliest = null;
        for (Placed each : placed.reversed()) {
            if (earliest != null && each.entry().begunNanos() - earliestEnd > 0) {
                violations.add(of(each.entry()) + " stands before " + of(earliest) + ", which had ended when it began");
            }
            boolean known = !(each.entry().outcome() instanceof Unknown);
            if (known && (earliest == null || each.entry().endedNanos() - earliestEnd < 0)) {
                earliestEnd = each.entry().endedNanos();
                earliest = each.entry();
            }
        }
    }

    /** What is not in the log. An unknown outcome stays open: what was on its way may still come in. */
    private void countMissing() {
        List<Entry> missing = open.values().stream()
                .sorted(Comparator.comparingLong(Entry::begunNanos))
                .toList();
        for (Entry entry : missing) {
            switch (entry.outcome()) {
                case Answered _ -> {
                    tally.answered(entry.asked());
                    violations.add(of(entry) + " was answered and is not in the log");
                    open.remove(entry.callId());
                }
                case Refused refused -> {
                    tally.refused();
                    if (!refused.code().equals("ThrottlingException")) {
                        violations.add(of(entry) + " was refused by " + refused.status() + " " + refused.code()
                                + " and is not in the log");
                    }
                    open.remove(entry.callId());
                }
                case Unknown _ -> {}
            }
        }
        tally.unknownOpen(open.size());
    }

    private static String of(Entry entry) {
        return entry.callId() + " (" + entry.asked().getClass().getSimpleName() + ")";
    }
}
