package io.attestore.server.snapshots;

import io.attestore.contract.state.StateForm;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.entities.past.Fold;
import io.attestore.eventlog.table.TagText;
import io.attestore.events.EventTag;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import io.attestore.server.snapshots.SnapshotPages.Stored;
import java.util.Collection;
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

    private final SnapshotPages pages;
    private final SnapshotSignature signature;
    private final TagReader events;
    private final LongSupplier head;
    private final StateCodecs codecs;
    private Findings findings = new Findings();

    /**
     * @param forms of the types whose states are stored
     * @param authenticator for {@link StoredSnapshots#PURPOSE}
     * @param head the newest position of the log, as the database has it
     */
    public SnapshotCheck(
            Collection<? extends StateForm<?, ?, ?>> forms,
            DataSource dataSource,
            Authenticator authenticator,
            TagReader events,
            LongSupplier head) {
        this.codecs = new StateCodecs(forms);
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
                if (isOfThisVersion(stored)) {
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

    /** Of a type that only another version stores, the MAC is checked, and that it is not ahead of the log. */
    private boolean isOfThisVersion(Stored stored) {
        return codecs.find(stored.type())
                .map(codec -> codec.foldVersion() == stored.foldVersion())
                .orElse(true);
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
        Optional<StateCodec<?, ?, ?>> codec = codecs.find(stored.type());
        if (codec.isPresent() && !isFold(codec.get(), stored, bytes, pace)) {
            findings.add(what + " is not what the log says at position " + stored.position());
        }
    }

    private <I, S> boolean isFold(StateCodec<I, S, ?> codec, Stored stored, byte[] bytes, Pace pace)
            throws InterruptedException {
        Tag tag = TagText.parse(stored.key());
        Optional<I> id = codec.idOf(new EventTag(tag.key(), tag.value()));
        if (id.isEmpty()) {
            return false;
        }
        S folded = Fold.of(codec.type(), id.get(), stored.position(), events, pace);
        try {
            return codec.decode(id.get(), bytes).equals(folded);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
