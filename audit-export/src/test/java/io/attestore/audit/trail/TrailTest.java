package io.attestore.audit.trail;

import static io.attestore.audit.fixture.Calls.AT;
import static io.attestore.audit.fixture.Calls.ELSEWHERE;
import static io.attestore.audit.fixture.Calls.KEY;
import static io.attestore.audit.fixture.Calls.WHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.audit.fixture.Seals;
import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.RecordResource;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.EventIds;
import io.attestore.events.id.ParameterName;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRead.Disclosure;
import io.attestore.events.parameter.ParameterType;
import io.attestore.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail on a real PostgreSQL, over a log in memory. */
class TrailTest {

    private static final TrailSettings SETTINGS = settings(10_000, Duration.ofSeconds(2));

    private static final TrailSeal SEAL = Seals.newSeal();

    private static TestDatabase database;

    private final MemoryLog log = new MemoryLog();
    private final TrailDamage damage = new TrailDamage();
    private Trail trail;
    private TrailProjector projector;

    /** How much of the log is indexed when a search is made; it must make no difference. */
    enum Indexed {
        ALL,
        NOTHING,
        FIRST_HALF
    }

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.fresh();
        TrailSchema.migrate(database.dataSource());
    }

    @BeforeEach
    void createTrail() {
        trail = new Trail(database.dataSource(), log, SETTINGS, SEAL, damage);
        projector = new TrailProjector(database.dataSource(), log, SETTINGS, SEAL, damage);
        projector.rebuild();
    }

    @AfterEach
    void stopProjector() {
        projector.close();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_attribute_finds_its_records_and_no_others(Indexed indexed) {
        appendEachKind();
        index(indexed, this::appendEachKind);

        for (Criterion criterion : criteria()) {
            List<CloudTrailRecord> expected = everything().stream()
                    .filter(record -> criterion.matches(record.facts()))
                    .toList();
            assertThat(expected)
                    .as("%s is a criterion worth testing", criterion)
                    .isNotEmpty();
            assertThat(found(criterion)).as("found by %s", criterion).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_parameter_is_found_by_name_with_or_without_slash_and_by_arn(Indexed indexed) {
        log.append(Calls.getParameter("/prod/db/password"), Calls.disclosed("/prod/db/password"));
        log.append(Calls.getParameter("/prod/db/other"), Calls.disclosed("/prod/db/other"));
        index(
                indexed,
                () -> log.append(
                        Calls.by(Calls.ALICE, Calls.getParameter("/prod/db/password")),
                        new CallRefused("AccessDeniedException", "User: alice is not authorized")));

        for (String name : List.of(
                "/prod/db/password",
                "prod/db/password",
                "arn:aws:ssm:eu-central-1:123456789012:parameter/prod/db/password")) {
            assertThat(found(new Criterion.ResourceName(name))).as(name).hasSize(2);
        }
        assertThat(found(new Criterion.ResourceName("/prod/db"))).isEmpty();
        assertThat(found(
                        new Criterion.ResourceName("arn:aws:ssm:eu-central-1:210987654321:parameter/prod/db/password")))
                .isEmpty();
    }

    @Test
    void nothing_of_another_account_or_region_is_found() {
        log.append(Calls.getParameter("/mine"), Calls.disclosed("/mine"));
        log.append(Calls.in(Calls.ELSEWHERE, Calls.getParameter("/theirs")), new CallAnswered());
        assertThat(everything()).hasSize(1);
        projector.catchUp();
        log.append(Calls.in(Calls.ELSEWHERE, Calls.getParameter("/theirs")), new CallAnswered());

        assertThat(everything()).hasSize(1);
        CloudTrailRecord theirs = trail.search(TrailQuery.everything(Calls.ELSEWHERE, 10))
                .entries()
                .getFirst()
                .record();
        assertThat(found(new Criterion.EventId(theirs.eventId()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_read_of_anothers_parameter_is_found_by_both_accounts(Indexed indexed) {
        String arn = "arn:aws:ssm:eu-central-1:" + ELSEWHERE.account() + ":parameter/theirs";
        ParameterRead read = new ParameterRead(
                ELSEWHERE, List.of(new Disclosure(new ParameterName("/theirs"), 1, ParameterType.STRING)), false);
        index(indexed, () -> {
            log.append(Calls.getParameter(arn), read);
            log.append(Calls.getParameter("/own"), Calls.disclosed("/own"));
        });

        assertThat(trail.search(TrailQuery.everything(ELSEWHERE, 10)).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.record().where()).isEqualTo(ELSEWHERE));
        for (String name : List.of("/theirs", arn)) {
            assertThat(trail.search(TrailQuery.everything(ELSEWHERE, 10).matching(new Criterion.ResourceName(name)))
                            .entries())
                    .hasSize(1);
        }
        assertThat(trail.search(TrailQuery.everything(WHERE, 10).matching(new Criterion.ResourceName(arn)))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.record().where()).isEqualTo(WHERE));
        assertThat(trail.search(TrailQuery.everything(WHERE, 10).matching(new Criterion.ResourceName("/theirs")))
                        .entries())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void both_ends_of_a_time_range_are_included_in_whole_seconds(Indexed indexed) {
        log.append(Calls.at(Instant.parse("2026-11-21T10:00:00.999Z"), Calls.getParameter("/0")), new CallAnswered());
        log.append(Calls.at(Instant.parse("2026-11-21T10:00:01.500Z"), Calls.getParameter("/1")), new CallAnswered());
        index(
                indexed,
                () -> log.append(
                        Calls.at(Instant.parse("2026-11-21T10:00:02Z"), Calls.getParameter("/2")), new CallAnswered()));

        assertThat(inRange("2026-11-21T10:00:00Z", "2026-11-21T10:00:02Z")).containsExactly("/2", "/1", "/0");
        assertThat(inRange("2026-11-21T10:00:01Z", "2026-11-21T10:00:01Z")).containsExactly("/1");
        assertThat(inRange("2026-11-21T10:00:00.5Z", "2026-11-21T10:00:01.9Z")).containsExactly("/1");
        assertThat(inRange("2026-11-21T10:00:03Z", "2026-11-21T10:00:04Z")).isEmpty();
        assertThat(inRange("-9999-01-01T00:00:00Z", "+99999-01-01T00:00:00Z")).hasSize(3);
        assertThat(inRange("-9999-01-01T00:00:00Z", "-9998-01-01T00:00:00Z")).isEmpty();
        assertThat(inRange("+99998-01-01T00:00:00Z", "+99999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void newest_is_first_even_if_it_was_appended_earlier() {
        log.append(Calls.at(AT.plusSeconds(9), Calls.getParameter("/later")), new CallAnswered());
        log.append(Calls.at(AT, Calls.getParameter("/earlier")), new CallAnswered());
        projector.catchUp();
        log.append(Calls.at(AT.plusSeconds(5), Calls.getParameter("/between")), new CallAnswered());

        assertThat(names(everything())).containsExactly("/later", "/between", "/earlier");
    }

    @Test
    void each_record_that_is_there_throughout_is_on_exactly_one_page_while_new_ones_come_and_the_index_moves() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            Instant at = AT.plusMillis(random.nextInt(5_000));
            log.append(
                    Calls.at(at, Calls.getParameter("/p" + i)),
                    Calls.disclosed("/p" + i),
                    Calls.keyUsed("Decrypt", "/p" + i));
            if (i == 20) {
                projector.catchUp();
            }
        }
        List<CloudTrailRecord> before = everything();
        assertThat(before).hasSize(120);

        List<CloudTrailRecord> paged = new ArrayList<>();
        Optional<TrailPlace> next = Optional.empty();
        int page = 0;
        do {
            TrailQuery query = TrailQuery.everything(WHERE, 7);
            TrailPage found = trail.search(next.map(query::before).orElse(query));
            found.entries().forEach(entry -> paged.add(entry.record()));
            next = found.next();
            log.append(Calls.at(AT.plusMillis(random.nextInt(9_000)), Calls.getParameter("/new")), new CallAnswered());
            if (page++ % 3 == 1) {
                projector.catchUp();
            }
        } while (next.isPresent());

        assertThat(paged).doesNotHaveDuplicates().containsAll(before);
        assertThat(paged.stream().filter(before::contains).toList()).isEqualTo(before);
    }

    @Test
    void the_last_page_has_no_next() {
        appendReads(4);

        TrailPage first = trail.search(TrailQuery.everything(WHERE, 2));
        TrailPage second =
                trail.search(TrailQuery.everything(WHERE, 2).before(first.next().orElseThrow()));

        assertThat(second.entries()).hasSize(2);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void a_call_is_found_before_it_is_indexed() {
        appendReads(3);
        projector.catchUp();
        var events = log.append(Calls.getParameter("/just-now"), Calls.disclosed("/just-now"));

        assertThat(projector.status().lag()).isEqualTo(1);
        assertThat(found(new Criterion.EventId(events.getFirst().eventId().toUpperCase(Locale.ROOT))))
                .hasSize(1);
        assertThat(names(everything())).startsWith("/just-now");
    }

    @Test
    void another_projector_continues_where_the_first_stopped() {
        appendReads(50);
        TrailProjection first = new TrailProjection(database.dataSource(), log, SETTINGS, SEAL);
        first.step();
        first.step();
        first.step();
        long midway = first.state().position();
        assertThat(midway).isBetween(1L, log.head() - 1);

        try (TrailProjector second = new TrailProjector(database.dataSource(), log, SETTINGS, SEAL, damage)) {
            assertThat(second.catchUp()).isEqualTo(log.head());
        }

        assertThat(indexedCalls()).isEqualTo(50);
        assertThat(everything()).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void two_projectors_at_once_index_each_record_once() throws InterruptedException {
        AtomicBoolean appending = new AtomicBoolean(true);
        Thread caller = Thread.ofVirtual().start(() -> {
            appendReads(600);
            appending.set(false);
        });
        try (TrailProjector one = new TrailProjector(database.dataSource(), log, SETTINGS, SEAL, damage);
                TrailProjector other = new TrailProjector(database.dataSource(), log, SETTINGS, SEAL, damage)) {
            one.start();
            other.start();
            caller.join();
            awaitIndexed();
            assertThat(one.status().failure()).isEmpty();
            assertThat(other.status().failure()).isEmpty();
        }

        assertThat(appending).isFalse();
        assertThat(indexedCalls()).isEqualTo(600);
        assertThat(allPages()).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void a_rebuilt_index_equals_the_first() {
        appendEachKind();
        projector.catchUp();
        List<List<Object>> first = blocks();

        projector.rebuild();
        assertThat(blocks()).isEmpty();
        assertThat(everything()).as("found from the log meanwhile").isNotEmpty();
        projector.catchUp();

        assertThat(blocks()).isNotEmpty().isEqualTo(first);
    }

    @Test
    void runs_are_merged_and_find_the_same() {
        for (int i = 0; i < 60; i++) {
            appendReads(3);
            projector.catchUp();
        }

        Integer runs = jdbc().queryForObject("select count(*) from trail_run", Integer.class);
        assertThat(runs).isLessThan(8);
        assertThat(jdbc().queryForObject("select count(distinct run_id) from trail_block", Integer.class))
                .as("nothing is left of the runs that were merged")
                .isEqualTo(runs);
        assertThat(indexedCalls()).isEqualTo(180);
        assertThat(everything()).hasSize(180).doesNotHaveDuplicates();
        assertThat(found(new Criterion.ResourceName("/r1"))).hasSize(60);
    }

    @Test
    void an_index_of_an_older_mapping_is_built_anew_and_one_of_a_newer_is_left_alone() {
        appendReads(10);
        projector.catchUp();
        jdbc().update("update trail_projection set mapping_version = 0");
        jdbc().update("delete from trail_block");
        projector.catchUp();
        assertThat(indexedCalls()).isEqualTo(10);

        jdbc().update("update trail_projection set mapping_version = 999");
        appendReads(5);
        projector.catchUp();
        assertThat(indexedCalls()).isEqualTo(10);
        assertThat(everything()).hasSize(15);
    }

    @Test
    void a_call_that_cannot_be_mapped_is_counted_and_hides_no_other() {
        appendReads(2);
        log.appendForeign(AT, new CallAnswered(), Map.of("requestId", "broken"));
        appendReads(2);
        assertThat(everything()).hasSize(4);
        projector.catchUp();

        assertThat(everything()).hasSize(4);
        TrailStatus status = projector.status();
        assertThat(status.lag()).isZero();
        assertThat(status.unmappedCalls()).isEqualTo(1);
        assertThat(status.isHealthy()).isFalse();
    }

    @Test
    void an_arn_that_no_index_can_hold_is_no_resource_and_its_call_is_found() {
        appendReads(1);
        log.append(
                Calls.getParameter("arn:\\u0000:ssm:eu-central-1:123456789012:parameter/x"),
                new CallRefused("ValidationException", ""));
        log.append(
                Calls.getParameter("arn:" + incompressible(2000) + ":ssm:eu-central-1:123456789012:parameter/x"),
                new CallRefused("ValidationException", ""));
        appendReads(1);
        projector.catchUp();

        assertThat(projector.status().isHealthy()).isTrue();
        assertThat(indexedCalls()).isEqualTo(4);
        assertThat(everything()).hasSize(4);
    }

    @Test
    void whatever_a_caller_is_called_its_calls_are_found() {
        appendReads(2);
        String odd = "=_+,.@-";
        String lengthy = "x".repeat(64);
        log.append(Calls.by(Calls.user(odd), Calls.getParameter("/a")), new CallAnswered());
        log.append(Calls.by(Calls.user(lengthy), Calls.getParameter("/a")), new CallAnswered());
        projector.catchUp();

        assertThat(found(new Criterion.Username(odd))).hasSize(1);
        assertThat(found(new Criterion.Username(lengthy))).hasSize(1);
        assertThat(found(new Criterion.ResourceName("/a"))).hasSize(2);
        assertThat(projector.status().isHealthy()).isTrue();
    }

    @Test
    void ids_without_a_time_or_of_no_call_find_nothing() {
        List<RecordedEvent> events = log.append(Calls.getParameter("/a"), new CallAnswered());
        UUID id = UUID.fromString(events.getFirst().eventId());
        projector.catchUp();

        assertThat(found(new Criterion.EventId(id.toString()))).hasSize(1);
        for (UUID other : List.of(
                EventIds.derived(id, 0),
                new UUID(id.getMostSignificantBits() + (1 << 16), id.getLeastSignificantBits()),
                UUID.randomUUID())) {
            assertThat(found(new Criterion.EventId(other.toString()))).isEmpty();
        }
        assertThat(found(new Criterion.EventId("no id"))).isEmpty();
    }

    @Test
    void an_id_is_found_among_many_of_the_same_millisecond() {
        for (int i = 0; i < 1_200; i++) {
            log.append(Calls.getParameter("/a"), Calls.disclosed("/a"), Calls.keyUsed("Decrypt", "/a"));
        }
        projector.catchUp();
        List<CloudTrailRecord> oldest = CloudTrailRecords.of(log.read(0, 2));

        for (CloudTrailRecord record : oldest) {
            assertThat(found(new Criterion.EventId(record.eventId()))).containsExactly(record);
        }
    }

    /** Text of three bytes per character that PostgreSQL cannot make small enough for an index. */
    private static String incompressible(int length) {
        return new Random(11)
                .ints(length, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void a_failure_of_the_database_shows_and_is_tried_again() throws InterruptedException {
        projector.start();
        appendReads(3);
        awaitIndexed();
        jdbc().execute("alter table trail_block rename to hidden");
        appendReads(3);
        await(() -> projector.status().failure().isPresent());
        assertThat(projector.status().isHealthy()).isFalse();

        jdbc().execute("alter table hidden rename to trail_block");
        awaitIndexed();
        await(() -> projector.status().failure().isEmpty());
        assertThat(indexedCalls()).isEqualTo(6);
    }

    @Test
    void a_search_fails_rather_than_miss_what_it_cannot_read_in_time() {
        TrailSettings narrow = settings(10, Duration.ofSeconds(2));
        Trail bounded = new Trail(database.dataSource(), log, narrow, SEAL, damage);
        appendReads(10);
        assertThat(bounded.search(TrailQuery.everything(WHERE, 50)).entries()).hasSize(10);
        appendReads(1);

        assertThatThrownBy(() -> bounded.search(TrailQuery.everything(WHERE, 50)))
                .isInstanceOf(TrailBehindException.class);
    }

    @Test
    void a_node_waits_for_what_another_has_indexed_and_fails_rather_than_leave_it_out() {
        appendReads(3);
        projector.catchUp();
        MemoryLog behind = new MemoryLog();
        Trail patient = new Trail(database.dataSource(), behind, SETTINGS, SEAL, damage);
        Trail hasty = new Trail(database.dataSource(), behind, settings(10_000, Duration.ofMillis(10)), SEAL, damage);

        assertThatThrownBy(() -> hasty.search(TrailQuery.everything(WHERE, 10)))
                .isInstanceOf(LogUnavailableException.class);
        Thread.ofVirtual()
                .start(() -> log.read(0, 3)
                        .forEach(event -> behind.appendForeign(event.at(), event.event(), event.metadata())));
        assertThat(patient.search(TrailQuery.everything(WHERE, 10)))
                .isEqualTo(trail.search(TrailQuery.everything(WHERE, 10)));
    }

    @Test
    void a_place_is_read_back_from_its_text_and_from_no_other() {
        TrailPlace place = new TrailPlace(AT, 42, 3);

        assertThat(TrailPlace.parse(place.text())).contains(place);
        assertThat(List.of("", "1.2", "1.2.3.4", "a.b.c", "1.-2.3", "9999999999999.1.1", "1.1.1 "))
                .allSatisfy(text -> assertThat(TrailPlace.parse(text)).isEmpty());
    }

    @Test
    void migrating_twice_changes_nothing() {
        appendReads(1);
        projector.catchUp();
        TrailSchema.migrate(database.dataSource());

        assertThat(indexedCalls()).isEqualTo(1);
    }

    private static TrailSettings settings(int tailEventsMax, Duration catchUpTimeout) {
        return new TrailSettings(
                7,
                Duration.ofMillis(5),
                Duration.ofMillis(200),
                Duration.ofMillis(20),
                tailEventsMax,
                catchUpTimeout,
                Duration.ofSeconds(20));
    }

    private void appendEachKind() {
        CallContext alices = Calls.by(Calls.ALICE, Calls.getParameter("/prod/db/password"));
        log.append(Calls.getParameter("/a"), Calls.disclosed("/a"), Calls.keyUsed("Decrypt", "/a"));
        log.append(alices, new CallRefused("AccessDeniedException", "User: alice is not authorized"));
        log.append(
                Calls.by(
                        Calls.SESSION,
                        Calls.at(
                                AT.plusSeconds(2),
                                Calls.writing("ssm", "PutParameter", "{\"name\":\"/b\"}", "{\"version\":1}"))),
                Calls.put("/b", 1));
        log.append(
                Calls.writing("kms", "CreateAlias", "{}", "null"),
                new AliasCreated(WHERE, new AliasName("alias/app"), KEY));
        log.append(Calls.reading("sts", "GetCallerIdentity", "{}"), new CallAnswered());
    }

    private List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>(List.of(
                new Criterion.EventName("GetParameter"),
                new Criterion.EventName("CreateAlias"),
                new Criterion.EventSource("kms.amazonaws.com"),
                new Criterion.ReadOnly(true),
                new Criterion.ReadOnly(false),
                new Criterion.Username("root"),
                new Criterion.Username("alice"),
                new Criterion.Username("deploy-42"),
                new Criterion.AccessKey("AKIAI44QH8DHBEXAMPLE"),
                new Criterion.ResourceType(RecordResource.PARAMETER),
                new Criterion.ResourceType(RecordResource.KEY),
                new Criterion.ResourceType(RecordResource.ALIAS),
                new Criterion.ResourceName("/a"),
                new Criterion.ResourceName(KEY.value()),
                new Criterion.ResourceName(KEY.arn(WHERE).value()),
                new Criterion.ResourceName("alias/app")));
        everything().forEach(record -> criteria.add(new Criterion.EventId(record.eventId())));
        return criteria;
    }

    private void appendReads(int count) {
        for (int i = 0; i < count; i++) {
            log.append(Calls.at(AT.plusMillis(i * 10L), Calls.getParameter("/r" + i)), Calls.disclosed("/r" + i));
        }
    }

    /** Appends more, and indexes all of it, none of it, or what was there before. */
    private void index(Indexed indexed, Runnable append) {
        switch (indexed) {
            case ALL -> {
                append.run();
                projector.catchUp();
            }
            case FIRST_HALF -> {
                projector.catchUp();
                append.run();
            }
            case NOTHING -> append.run();
        }
    }

    private List<CloudTrailRecord> everything() {
        return records(TrailQuery.everything(WHERE, 1_000));
    }

    private List<CloudTrailRecord> found(Criterion criterion) {
        return records(TrailQuery.everything(WHERE, 1_000).matching(criterion));
    }

    private List<String> inRange(String from, String to) {
        return names(records(new TrailQuery(
                WHERE,
                Optional.empty(),
                Optional.of(Instant.parse(from)),
                Optional.of(Instant.parse(to)),
                Optional.empty(),
                10)));
    }

    private List<CloudTrailRecord> records(TrailQuery query) {
        return trail.search(query).entries().stream().map(TrailEntry::record).toList();
    }

    private List<CloudTrailRecord> allPages() {
        List<CloudTrailRecord> all = new ArrayList<>();
        TrailPage page = trail.search(TrailQuery.everything(WHERE, 50));
        page.entries().forEach(entry -> all.add(entry.record()));
        while (page.next().isPresent()) {
            page = trail.search(
                    TrailQuery.everything(WHERE, 50).before(page.next().get()));
            page.entries().forEach(entry -> all.add(entry.record()));
        }
        return all;
    }

    private static List<String> names(List<CloudTrailRecord> records) {
        return records.stream()
                .flatMap(record -> record.resources().stream().map(RecordResource::name))
                .toList();
    }

    private List<List<Object>> blocks() {
        return jdbc().query(
                        "select first_position, first_key, latest, encode(content, 'hex') from trail_block"
                                + " order by run_id, first_key, latest, first_position",
                        (row, _) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)));
    }

    /** How many calls of the namespace the index has, each block of the list of all calls counted. */
    private int indexedCalls() {
        TrailQuery query = TrailQuery.everything(WHERE, 1);
        List<Posting> calls = new TransactionTemplate(new JdbcTransactionManager(database.dataSource())).execute(_ -> {
            TrailIndex index = new TrailIndex(jdbc(), SEAL);
            return index.search(index.runs(), query, 100_000);
        });
        return calls.size();
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(database.dataSource());
    }

    private void awaitIndexed() throws InterruptedException {
        await(() -> projector.status().lag() == 0);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 seconds").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
