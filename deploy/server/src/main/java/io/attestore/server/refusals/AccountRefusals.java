package io.attestore.server.refusals;

import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.server.refusals.RefusalBudget.Unrecorded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The refusals of one account: how many were recorded this minute, and what was counted beyond. Safe for many threads. */
final class AccountRefusals {

    /** Regions are named by callers: those beyond are counted with the first one. */
    static final int REGIONS_MAX = 64;

    private final int perMinute;
    private Instant minute = Instant.MIN;
    private int recorded;
    private Map<Region, RefusalCounts> counted = new LinkedHashMap<>();

    AccountRefusals(int perMinute) {
        this.perMinute = perMinute;
    }

    synchronized boolean admits(CallContext call, String errorCode, Instant nowMinute) {
        if (!nowMinute.equals(minute)) {
            minute = nowMinute;
            recorded = 0;
        }
        if (recorded < perMinute) {
            recorded++;
            return true;
        }
        Region region = call.where().region();
        if (isBeyond(region)) {
            counted.values().iterator().next().addOther(call.at());
        } else {
            counted.computeIfAbsent(region, _ -> new RefusalCounts())
                    .add(call.eventSource(), call.eventName(), errorCode, call.at());
        }
        return false;
    }

    synchronized void add(Unrecorded unrecorded) {
        Region region = unrecorded.where().region();
        if (isBeyond(region)) {
            counted.values().iterator().next().addOthers(unrecorded.refusals());
        } else {
            counted.computeIfAbsent(region, _ -> new RefusalCounts()).add(unrecorded.refusals());
        }
    }

    private boolean isBeyond(Region region) {
        return counted.size() >= REGIONS_MAX && !counted.containsKey(region);
    }

    /** @param nowMinute if there is one, only what began before it */
    synchronized List<Unrecorded> take(AccountId account, Optional<Instant> nowMinute) {
        boolean ended = nowMinute.isEmpty()
                || counted.values().stream().anyMatch(counts -> counts.beganBefore(nowMinute.get()));
        if (!ended) {
            return List.of();
        }
        List<Unrecorded> taken = counted.entrySet().stream()
                .map(each -> new Unrecorded(
                        new AccountRegion(account, each.getKey()),
                        each.getValue().toEvent()))
                .toList();
        counted = new LinkedHashMap<>();
        return taken;
    }
}
