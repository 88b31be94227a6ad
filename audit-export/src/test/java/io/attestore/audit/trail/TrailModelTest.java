package io.attestore.audit.trail;

import static io.attestore.audit.fixture.Calls.AT;
import static io.attestore.audit.fixture.Calls.WHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.audit.fixture.Seals;
import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail against a model that maps the whole log and sorts it. */
class TrailModelTest {

    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.fresh();
        TrailSchema.migrate(database.dataSource());
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pages_of_every_size_are_what_the_model_has_while_the_index_moves(long seed) {
        Random random = new Random(seed);
        TrailSettings settings = new TrailSettings(
                1 + random.nextInt(40),
                Duration.ofMillis(5),
                Duration.ofMillis(200),
                Duration.ofMillis(20),
                10_000,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
        MemoryLog log = new MemoryLog();
        TrailSeal seal = Seals.newSeal();
        TrailDamage damage = new TrailDamage();
        Trail trail = new Trail(database.dataSource(), log, settings, seal, damage);
        try (TrailProjector projector = new TrailProjector(database.dataSource(), log, settings, seal, damage)) {
            projector.rebuild();
            for (int call = 0; call < 300; call++) {
                append(log, AT.plusMillis(call * 20L - random.nextInt(4_000)), random);
                if (random.nextInt(12) == 0) {
                    projector.catchUp();
                }
            }
            List<TrailEntry> model = model(log);
            for (int search = 0; search < 12; search++) {
                TrailQuery query = query(model, random);
                TrailMatcher matcher = TrailMatcher.of(query);
                List<TrailEntry> expected = model.stream()
                        .filter(entry ->
                                matcher.matches(entry.place(), entry.record().facts()))
                        .toList();
                assertThat(paged(trail, query, () -> {
                            if (random.nextInt(8) == 0) {
                                projector.catchUp();
                            }
                        }))
                        .as("seed %d, %s", seed, query)
                        .isEqualTo(expected);
            }
        }
    }

    private static void append(MemoryLog log, Instant at, Random random) {
        String name = "/p" + random.nextInt(5);
        CallContext reading = Calls.at(at, Calls.getParameter(name));
        switch (random.nextInt(4)) {
            case 0 -> log.append(Calls.by(Calls.ALICE, reading), new CallAnswered());
            case 1 -> log.append(reading, Calls.disclosed(name), Calls.keyUsed("Decrypt", name, "/q", "/r"));
            case 2 -> log.append(Calls.in(Calls.ELSEWHERE, reading), Calls.disclosed(name));
            default -> log.append(reading, Calls.disclosed(name), Calls.keyUsed("Decrypt", name));
        }
    }

    private static List<TrailEntry> model(MemoryLog log) {
        List<TrailEntry> entries = new ArrayList<>();
        for (List<RecordedEvent> call : new LoggedCalls(log, 10_000).read(0).calls()) {
            List<CloudTrailRecord> records = CloudTrailRecords.of(call);
            for (int ordinal = 0; ordinal < records.size(); ordinal++) {
                CloudTrailRecord record = records.get(ordinal);
                entries.add(new TrailEntry(
                        new TrailPlace(record.eventTime(), call.getFirst().position(), ordinal), record));
            }
        }
        entries.sort(Comparator.comparing(TrailEntry::place).reversed());
        return entries;
    }

    private static TrailQuery query(List<TrailEntry> model, Random random) {
        List<Optional<Criterion>> criteria = List.of(
                Optional.empty(),
                Optional.of(new Criterion.EventName("Decrypt")),
                Optional.of(new Criterion.Username("alice")),
                Optional.of(new Criterion.ResourceName("/p" + random.nextInt(5))),
                Optional.of(new Criterion.ResourceName(Calls.KEY.value())),
                Optional.of(new Criterion.EventId(
                        model.get(random.nextInt(model.size())).record().eventId())));
        Optional<Instant> from =
                Optional.of(AT.plusMillis(random.nextInt(6_000) - 3_000)).filter(_ -> random.nextBoolean());
        Optional<Instant> to = Optional.of(AT.plusMillis(random.nextInt(6_000))).filter(_ -> random.nextBoolean());
        return new TrailQuery(
                WHERE,
                criteria.get(random.nextInt(criteria.size())),
                from,
                to,
                Optional.empty(),
                1 + random.nextInt(50));
    }

    private static List<TrailEntry> paged(Trail trail, TrailQuery query, Runnable between) {
        List<TrailEntry> all = new ArrayList<>();
        TrailPage page = trail.search(query);
        all.addAll(page.entries());
        while (page.next().isPresent()) {
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(query.limit());
            between.run();
            page = trail.search(query.before(page.next().get()));
            all.addAll(page.entries());
        }
        return all;
    }
}
