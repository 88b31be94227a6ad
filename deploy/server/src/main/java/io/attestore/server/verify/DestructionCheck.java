package io.attestore.server.verify;

import io.attestore.entities.vault.KeyRowEffect;
import io.attestore.entities.vault.KeyRowEffect.Destroyed;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.shredding.KeyGroupsRolled;
import io.attestore.events.shredding.KeyRowsGrouped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;

/**
 * Destructions against the rolls that complete them: each is followed by a receipt that covers it, or its group is
 * noted as due. The note is made with the destruction and goes when the receipt is in the log; without either,
 * somebody has taken the note away, and what is left of the destroyed key would stay readable.
 */
public final class DestructionCheck implements LogCheck {

    private final DataSource dataSource;
    private final ToIntFunction<String> groups;
    private final Overlooked overlooked;
    private final Map<Integer, Open> open = new TreeMap<>();
    private Set<Integer> noted = new HashSet<>();
    private long seen = -1;
    private long comparable = -1;

    /** What happens to a destruction that nobody would complete. */
    @FunctionalInterface
    public interface Overlooked {

        Overlooked TOLD_ONLY = (group, since) -> {};

        void found(int group, Instant since);
    }

    /** Of one group, the destructions that no receipt covers: the oldest that is known, and the newest. */
    private record Open(long oldest, Instant oldestAt, long newest, Instant newestAt) {

        Open and(long position, Instant at) {
            return new Open(oldest, oldestAt, position, at);
        }

        Open newestAlone() {
            return new Open(newest, newestAt, newest, newestAt);
        }
    }

    /** @param groups the group of an owner's keys */
    DestructionCheck(DataSource dataSource, ToIntFunction<String> groups, Overlooked overlooked) {
        this.dataSource = dataSource;
        this.groups = groups;
        this.overlooked = overlooked;
    }

    @Override
    public void see(RecordedEvent recorded) {
        seen = recorded.position();
        switch (recorded.event()) {
            case KeyGroupsRolled receipt -> receipt.groups().forEach(this::complete);
            // What was destroyed before there were groups was under none.
            case KeyRowsGrouped begun -> open.clear();
            default -> destroy(recorded);
        }
    }

    private void destroy(RecordedEvent recorded) {
        String owner = "";
        for (KeyRowEffect effect : KeyRowEffect.of(recorded.event())) {
            if (effect instanceof Destroyed gone && !gone.owner().equals(owner)) {
                owner = gone.owner();
                Instant at = recorded.at();
                Open one = new Open(seen, at, seen, at);
                open.merge(groups.applyAsInt(owner), one, (before, now) -> before.and(now.newest(), now.newestAt()));
            }
        }
    }

    private void complete(KeyGroupsRolled.Rolled rolled) {
        open.computeIfPresent(rolled.group(), (group, destructions) -> {
            if (destructions.newest() <= rolled.throughPosition()) {
                return null;
            }
            return destructions.oldest() <= rolled.throughPosition() ? destructions.newestAlone() : destructions;
        });
    }

    @Override
    public void compare(Pace pace) {
        try (Connection connection = dataSource.getConnection()) {
            noted = new HashSet<>(KeyGroupRolls.open(connection));
            comparable = seen;
        } catch (SQLException e) {
            throw new LogUnavailableException("The table of key groups could not be read", e);
        }
    }

    @Override
    public Findings end(Pace pace) {
        Findings all = new Findings();
        Map<Integer, Open> due = new HashMap<>();
        open.forEach((group, destructions) -> {
            if (noted.contains(group)) {
                due.put(group, destructions);
            } else if (destructions.oldest() <= comparable) {
                all.add("Group " + group + " of keys has to be rolled, since a key of it was destroyed at position "
                        + destructions.oldest() + " (" + destructions.oldestAt()
                        + "), but the note that it is due was taken away: what is left of the key can still be opened");
                overlooked.found(group, destructions.oldestAt());
            }
        });
        due.values().stream()
                .map(Open::oldestAt)
                .min(Instant::compareTo)
                .ifPresent(since -> all.note("Destructions that are not complete yet: in " + due.size()
                        + " groups of keys, the oldest of " + since));
        return all;
    }
}
