package io.attestore.server.verify;

import io.attestore.audit.trail.TrailCheck;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.hash.SipHash;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.entities.vault.KeyRowEffect;
import io.attestore.entities.vault.KeyRowEffect.Made;
import io.attestore.eventlog.verification.StoredEvents;
import io.attestore.events.log.LogCheck;
import io.attestore.server.duework.DueWorkCheck;
import io.attestore.server.snapshots.SnapshotCheck;
import io.attestore.server.verify.KeyRowCheck.MadeKey;
import io.attestore.server.wiring.services.ServiceRegistrations;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** All that is compared with the log. */
public final class StoreChecks {

    private StoreChecks() {}

    /**
     * New checks, for one verification.
     *
     * @param overlooked is told of destructions that nobody would complete
     * @param snapshots the authenticator of stored states
     */
    public static List<LogCheck> of(
            DataSource dataSource,
            StoredEvents events,
            GroupKeys groupKeys,
            DestructionCheck.Overlooked overlooked,
            Authenticator snapshots,
            Clock clock) {
        SipHash hash = SipHash.random(new SecureRandom());
        return List.of(
                new KeyRowCheck(new KeyRowTable(dataSource), groupKeys, (from, to) -> made(events, from, to), hash),
                new DestructionCheck(dataSource, groupKeys::groupOf, overlooked),
                new DueWorkCheck(ServiceRegistrations.DUE_WORK, dataSource, events, clock, hash),
                new SnapshotCheck(ServiceRegistrations.STORED_STATES, dataSource, snapshots, events, events::head),
                new TrailCheck(dataSource, hash));
    }

    private static List<MadeKey> made(StoredEvents events, long from, long to) {
        return events.read(from, to).stream()
                .flatMap(event -> KeyRowEffect.of(event.event()).stream()
                        .flatMap(effect -> effect instanceof Made made
                                ? Stream.of(new MadeKey(made, event.position()))
                                : Stream.empty()))
                .toList();
    }
}
