package io.attestore.proof.torture.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.audit.trail.Criterion;
import io.attestore.audit.trail.Trail;
import io.attestore.audit.trail.TrailDamage;
import io.attestore.audit.trail.TrailPage;
import io.attestore.audit.trail.TrailPlace;
import io.attestore.audit.trail.TrailProjector;
import io.attestore.audit.trail.TrailQuery;
import io.attestore.audit.trail.TrailSeal;
import io.attestore.audit.trail.TrailSettings;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.eventlog.LogSettings;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.store.LogConventions;
import io.attestore.server.store.StoreKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares what the trail answers with what it answers after its index was built anew from the log: everything, and by
 * each kind of attribute. For a store that no server runs on.
 */
public final class TrailRebuild {

    private static final int PAGE = 1_000;
    private static final int CONNECTIONS = 8;
    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("us-east-1"));

    /** A record that a search found: its place, and a digest of what it says. */
    private record Found(TrailPlace place, int digest) {}

    private TrailRebuild() {}

    /** @return what differs; empty if nothing does */
    public static List<String> compare(ConnectionSettings database, StoreSettings store) throws IOException {
        TrailDamage damage = new TrailDamage();
        try (RootKey rootKey = RootKeyFile.load(store.rootKey());
                StoreKeys keys = new StoreKeys(store, rootKey, true, new SecureRandom());
                Authenticator authenticator = keys.authenticator(LogConventions.TRAIL_PURPOSE);
                HikariDataSource pool = database.openPool("torture-trail", CONNECTIONS);
                PostgresEventLog log = PostgresEventLog.open(
                        pool,
                        pool,
                        new JsonEventCodec(LogConventions.eventTypes()),
                        LogSettings.defaults(),
                        keys,
                        Optional.empty(),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC());
                TrailProjector projector = new TrailProjector(
                        pool, log, TrailSettings.DEFAULT, new TrailSeal(authenticator, new SecureRandom()), damage)) {
            Trail trail = new Trail(
                    pool, log, TrailSettings.DEFAULT, new TrailSeal(authenticator, new SecureRandom()), damage);
            projector.catchUp();
            List<List<Found>> grown = searches(trail);
            projector.rebuild();
            long through = projector.catchUp();
            List<String> differences = new ArrayList<>();
            if (damage.times() != 0) {
                differences.add("the index of the trail was found damaged");
            }
            if (through != log.head()) {
                differences.add("the trail was rebuilt to position " + through + ", the log ends at " + log.head());
            }
            if (projector.status().unmappedCalls() != 0) {
                differences.add(projector.status().unmappedCalls() + " calls cannot be told by the trail");
            }
            List<List<Found>> rebuilt = searches(trail);
            for (int search = 0; search < grown.size(); search++) {
                difference(grown.get(search), rebuilt.get(search)).ifPresent(differences::add);
            }
            return differences;
        }
    }

    private static List<List<Found>> searches(Trail trail) {
        List<Function<TrailQuery, TrailQuery>> searches = List.of(
                query -> query,
                query -> query.matching(new Criterion.EventName("GetParameter")),
                query -> query.matching(new Criterion.EventName("Decrypt")),
                query -> query.matching(new Criterion.EventSource("kms.amazonaws.com")),
                query -> query.matching(new Criterion.ReadOnly(false)),
                query -> query.matching(new Criterion.ResourceName("/torture/0/0")));
        return searches.stream().map(search -> all(trail, search)).toList();
    }

    private static List<Found> all(Trail trail, Function<TrailQuery, TrailQuery> search) {
        List<Found> found = new ArrayList<>();
        TrailQuery query = search.apply(TrailQuery.everything(WHERE, PAGE));
        Optional<TrailPlace> next;
        do {
            TrailPage page = trail.search(query);
            page.entries()
                    .forEach(entry -> found.add(
                            new Found(entry.place(), entry.record().json().hashCode())));
            next = page.next();
            query = next.isPresent() ? query.before(next.get()) : query;
        } while (next.isPresent());
        return found;
    }

    private static Optional<String> difference(List<Found> grown, List<Found> rebuilt) {
        if (grown.equals(rebuilt)) {
            return Optional.empty();
        }
        Set<Found> lost = new HashSet<>(grown);
        rebuilt.forEach(lost::remove);
        Set<Found> gained = new HashSet<>(rebuilt);
        grown.forEach(gained::remove);
        return Optional.of("a search told " + grown.size() + " records, and " + rebuilt.size()
                + " after a rebuild: " + lost.size() + " were not found again, such as " + first(lost) + ", and "
                + gained.size() + " were new, such as " + first(gained));
    }

    private static String first(Set<Found> found) {
        return found.stream()
                .map(each -> each.place().text())
                .sorted()
                .findFirst()
                .orElse("none");
    }
}
