package io.attestore.server.verify;

import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.hash.FingerprintMap;
import io.attestore.cryptography.hash.SipHash;
import io.attestore.entities.vault.KeyRowEffect;
import io.attestore.entities.vault.KeyRowEffect.Destroyed;
import io.attestore.entities.vault.KeyRowEffect.Made;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The key table against the log: each key that was made and not destroyed has its row, which opens for what the event
 * says that it is for, and there is no other row. Of each row that must be there some 20 bytes are kept.
 *
 * <p>Rows come and go with their events. So a row that is missed, or has no cause, is a finding only if no event that was
 * appended meanwhile explains it.
 */
final class KeyRowCheck implements LogCheck {

    /** Rows that are looked up, or read, at one time. */
    private static final int READS_MAX = 5;

    private static final int PAGE_ROWS = 2_000;

    /** Rows that came to be while the table was read; of what is beyond is said that it was not judged. */
    private static final int UNEXPLAINED_MAX = 200_000;

    /** Positions that are remembered as one, so that they take four bytes. */
    private static final int STRETCH_BITS = 8;

    private static final int FOUND = 1 << 31;

    private final KeyRowTable table;
    private final GroupKeys groupKeys;
    private final MadeKeys made;
    private final FingerprintMap expected;
    private final List<Untried> untried = new ArrayList<>();
    private final Set<String> unexplained = new HashSet<>();
    private final Findings findings = new Findings();
    private boolean compared;
    private long rows;
    private long notJudged;

    KeyRowCheck(KeyRowTable table, GroupKeys groupKeys, MadeKeys made, SipHash hash) {
        this.table = table;
        this.groupKeys = groupKeys;
        this.made = made;
        this.expected = new FingerprintMap(hash);
    }

    private record Untried(Made made, long position) {}

    @Override
    public void see(RecordedEvent event) {
        for (KeyRowEffect effect : KeyRowEffect.of(event.event())) {
            switch (effect) {
                case Made row -> add(row, event.position());
                case Destroyed gone -> expected.remove(gone.rowId());
            }
        }
    }

    private void add(Made row, long position) {
        int stretch = (int) (position >>> STRETCH_BITS) & ~FOUND;
        if (!expected.put(row.rowId(), compared ? stretch | FOUND : stretch)) {
            findings.add("The event at position " + position + ", of " + row.inWords() + ", names the key row "
                    + row.rowId() + ", which is another's");
        }
        untried.add(new Untried(row, position));
    }

    /** A row that is not there may have been destroyed later: whether it must be there is seen at the end. */
    @Override
    public void settle() {
        while (!untried.isEmpty()) {
            List<Untried> page = untried.subList(0, Math.min(PAGE_ROWS, untried.size()));
            Map<String, byte[]> wrapped =
                    table.find(page.stream().map(each -> each.made().rowId()).toList());
            for (Untried each : page) {
                byte[] row = wrapped.get(each.made().rowId());
                if (row != null && !opens(each.made(), row)) {
                    findings.add("The key row " + each.made().rowId() + " does not open for what it is for, "
                            + each.made().inWords() + " (event at position " + each.position() + ")");
                }
            }
            page.clear();
        }
    }

    /** A row whose group has rolled since it was read is read again. */
    private boolean opens(Made made, byte[] row) {
        byte[] read = row;
        for (int attempt = 1; attempt <= READS_MAX; attempt++) {
            if (groupKeys.opens(made.rowId(), made.purpose(), read)) {
                return true;
            }
            byte[] again = table.find(List.of(made.rowId())).get(made.rowId());
            if (again == null || Arrays.equals(again, read)) {
                return again == null;
            }
            read = again;
        }
        return false;
    }

    @Override
    public void compare(Pace pace) throws InterruptedException {
        unexplained.clear();
        rows = 0;
        notJudged = 0;
        String last = "";
        List<String> page = table.idsAfter(last, PAGE_ROWS);
        while (!page.isEmpty()) {
            page.forEach(this::found);
            pace.read(page.size());
            last = page.getLast();
            page = table.idsAfter(last, PAGE_ROWS);
        }
        compared = true;
    }

    private void found(String rowId) {
        rows++;
        expected.get(rowId).ifPresentOrElse(stretch -> expected.put(rowId, stretch | FOUND), () -> unexplained(rowId));
    }

    private void unexplained(String rowId) {
        if (unexplained.size() < UNEXPLAINED_MAX) {
            unexplained.add(rowId);
        } else {
            notJudged++;
        }
    }

    @Override
    public Findings end(Pace pace) {
        Findings all = new Findings();
        all.addAll(findings);
        addMissing(all);
        addUnexplained(all);
        all.note("Key rows: " + rows);
        if (notJudged > 0) {
            all.note("Key rows that were not judged, because too many came to be meanwhile or have no cause: "
                    + notJudged);
        }
        return all;
    }

    private void addMissing(Findings all) {
        expected.forEach((fingerprint, stretch) -> {
            if ((stretch & FOUND) == 0) {
                all.add(all.count() < Findings.LISTED_MAX ? missing(fingerprint, stretch) : "");
            }
        });
    }

    private String missing(long fingerprint, int stretch) {
        long from = Integer.toUnsignedLong(stretch) << STRETCH_BITS;
        long to = from + (1 << STRETCH_BITS) - 1;
        return made.between(from, to).stream()
                .filter(each -> expected.fingerprint(each.made().rowId()) == fingerprint)
                .map(each -> "The key row " + each.made().rowId() + " is missing: "
                        + each.made().inWords() + ", put at position " + each.position()
                        + ", cannot be opened, and no event says that it was destroyed")
                .findFirst()
                .orElse("A key row is missing that an event of the positions " + from + " to " + to + " made");
    }

    /** What has gone since had a cause: it was destroyed. */
    private void addUnexplained(Findings all) {
        List<String> left = unexplained.stream()
                .filter(rowId -> !expected.contains(rowId))
                .sorted()
                .toList();
        for (int from = 0; from < left.size(); from += PAGE_ROWS) {
            table.find(left.subList(from, Math.min(left.size(), from + PAGE_ROWS)))
                    .keySet()
                    .forEach(rowId -> all.add("The key row " + rowId
                            + " has no cause: no event made it, or the key was destroyed and the row came back"));
        }
    }

    /** Which keys were made where. */
    @FunctionalInterface
    interface MadeKeys {

        List<MadeKey> between(long from, long to);
    }

    record MadeKey(Made made, long position) {}
}
