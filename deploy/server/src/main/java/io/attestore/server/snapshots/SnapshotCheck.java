package io.attestore.server.snapshots;

import io.attestore.cryptography.root.Authenticator;
import io.attestore.entities.past.Fold;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.eventlog.table.TagText;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.Region;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import io.attestore.server.snapshots.SnapshotPages.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Stored states against the log: each carries its MAC, is not ahead of the log, and is what the events of its tag up to
 * its position fold into. Each is read and folded by itself, so nothing is remembered, and it does not matter what is
 * stored meanwhile. States that another version of the fold has stored are not used, and not looked at.
 */
public final class SnapshotCheck implements LogCheck {

    private static final int PAGE_ROWS = 20;
    private static final String PARAMETER_TAG = "parameter";

    private final SnapshotPages pages;
    private final SnapshotSignature signature;
    private final TagReader events;
    private final LongSupplier head;
    private final ParameterCodec codec = new ParameterCodec();
    private Findings findings = new Findings();

    /**
     * @param authenticator for {@link StoredSnapshots#PURPOSE}
     * @param head the newest position of the log, as the database has it
     */
    public SnapshotCheck(DataSource dataSource, Authenticator authenticator, TagReader events, LongSupplier head) {
        this.pages = new SnapshotPages(dataSource);
        this.signature = new SnapshotSignature(authenticator);
        this.events = events;
        this.head = head;
    }

    /** States are held against the log itself, one by one. */
    @Override
    public void see(RecordedEvent event) {}

    @Override
    public void compare(Pace pace) throws InterruptedException {
        findings = new Findings();
        if (!pages.areThere()) {
            findings.note("Stored states: there is no table of them");
            return;
        }
        long folded = 0;
        long others = 0;
        Optional<Stored> last = Optional.empty();
        List<Stored> page = pages.after(last, PAGE_ROWS);
        while (!page.isEmpty()) {
            long newest = head.getAsLong();
            for (Stored stored : page) {
                if (stored.foldVersion() == Parameter.FOLD_VERSION) {
                    folded++;
                    check(stored, newest, pace);
                } else {
                    others++;
                }
            }
            last = Optional.of(page.getLast());
            page = pages.after(last, PAGE_ROWS);
        }
        findings.note("Stored states: " + folded + (others == 0 ? "" : ", and " + others + " of other versions"));
    }

    @Override
    public Findings end(Pace pace) {
        return findings;
    }

    private void check(Stored stored, long newest, Pace pace) throws InterruptedException {
        String what = "The stored state of " + stored.type() + " " + stored.key();
        byte[] bytes = stored.bytes();
        byte[] mac = stored.mac();
        if (bytes == null
                || mac == null
                || !signature.isOf(mac, stored.type(), stored.key(), stored.foldVersion(), stored.position(), bytes)) {
            findings.add(what + " was not made by this store: its MAC does not hold");
            return;
        }
        if (stored.position() > newest) {
            findings.add(what + " is of position " + stored.position() + ", but the log ends at " + newest);
            return;
        }
        Optional<ParameterId> id = parameter(stored);
        if (id.isEmpty() || !isFold(id.get(), stored.position(), bytes, pace)) {
            findings.add(what + " is not what the log says at position " + stored.position());
        }
    }

    private boolean isFold(ParameterId id, long position, byte[] bytes, Pace pace) throws InterruptedException {
        Parameter folded = Fold.of(Parameter.TYPE, id, position, events, pace);
        try {
            return codec.decode(id, bytes).equals(folded);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** As {@link io.attestore.events.Tags#parameter} has written it. */
    private static Optional<ParameterId> parameter(Stored stored) {
        if (!stored.type().equals(Parameter.TYPE.name())) {
            return Optional.empty();
        }
        Tag tag = TagText.parse(stored.key());
        String[] parts = tag.value().split("/", 3);
        return tag.key().equals(PARAMETER_TAG)
                        && parts.length == 3
                        && AccountId.isValid(parts[0])
                        && Region.isValid(parts[1])
                ? Optional.of(
                        new ParameterId(new AccountRegion(new AccountId(parts[0]), new Region(parts[1])), parts[2]))
                : Optional.empty();
    }
}
