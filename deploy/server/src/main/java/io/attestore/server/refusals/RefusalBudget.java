package io.attestore.server.refusals;

import io.attestore.events.call.CallContext;
import io.attestore.events.call.RefusalsNotRecorded;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of each account so many refusals a minute are recorded one by one; those beyond are counted here until they are taken
 * to be recorded by their number. So nobody fills the log by being refused. Minutes are those of the clock. What it
 * keeps is bounded for each account, and there are only accounts that exist. Safe for many threads.
 */
public final class RefusalBudget {

    private final int perMinute;
    private final Clock clock;
    private final Map<AccountId, AccountRefusals> accounts = new ConcurrentHashMap<>();

    public RefusalBudget(RefusalSettings settings, Clock clock) {
        this.perMinute = settings.perMinute();
        this.clock = clock;
    }

    /** Refusals of one account in one Region that have no record of their own. */
    public record Unrecorded(AccountRegion where, RefusalsNotRecorded refusals) {}

    /**
     * Whether a refusal is to be recorded by itself. If not it is counted, and the caller must not be told of it.
     *
     * @param errorCode what the caller would have been told
     */
    public boolean admits(CallContext call, String errorCode) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return accounts.computeIfAbsent(call.where().account(), _ -> new AccountRefusals(perMinute))
                .admits(call, errorCode, minute);
    }

    /** Takes out what was counted, of accounts whose first such refusal was in a minute that has ended. */
    public List<Unrecorded> takeEnded() {
        return take(Optional.of(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Takes out all that was counted. */
    public List<Unrecorded> takeAll() {
        return take(Optional.empty());
    }

    /** Gives back what was taken and could not be recorded. */
    public void giveBack(Unrecorded unrecorded) {
        accounts.computeIfAbsent(unrecorded.where().account(), _ -> new AccountRefusals(perMinute))
                .add(unrecorded);
    }

    private List<Unrecorded> take(Optional<Instant> nowMinute) {
        List<Unrecorded> taken = new ArrayList<>();
        accounts.forEach((account, refusals) -> taken.addAll(refusals.take(account, nowMinute)));
        return taken;
    }
}
