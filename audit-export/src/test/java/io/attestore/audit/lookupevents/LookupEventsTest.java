package io.attestore.audit.lookupevents;

import static io.attestore.audit.fixture.Calls.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.audit.fixture.Seals;
import io.attestore.audit.trail.Trail;
import io.attestore.audit.trail.TrailDamage;
import io.attestore.audit.trail.TrailProjector;
import io.attestore.audit.trail.TrailSchema;
import io.attestore.audit.trail.TrailSeal;
import io.attestore.audit.trail.TrailSettings;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.Prepared;
import io.attestore.contract.paging.PageTokens;
import io.attestore.contract.state.EntityType;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.TestDatabase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupEventsTest {

    private static final TrailSeal SEAL = Seals.newSeal();

    private static TestDatabase database;

    private final MemoryLog log = new MemoryLog();
    private final TrailDamage damage = new TrailDamage();
    private final RootKey rootKey = RootKey.generate(new SecureRandom());
    private final Authenticator authenticator = rootKey.authenticator("paging");
    private TrailProjector projector;
    private Operation operation;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.fresh();
        TrailSchema.migrate(database.dataSource());
    }

    @BeforeEach
    void createOperation() {
        projector = new TrailProjector(database.dataSource(), log, TrailSettings.DEFAULT, SEAL, damage);
        projector.rebuild();
        Trail trail = new Trail(database.dataSource(), log, TrailSettings.DEFAULT, SEAL, damage);
        operation = LookupEvents.operation(trail, new PageTokens(authenticator, new SecureRandom()));
    }

    @AfterEach
    void close() {
        projector.close();
        authenticator.close();
        rootKey.close();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @Test
    void a_search_that_takes_too_long_is_refused_for_now() throws SQLException {
        TrailSettings usual = TrailSettings.DEFAULT;
        TrailSettings hasty = new TrailSettings(
                usual.batchEvents(),
                usual.linger(),
                usual.idle(),
                usual.retryPause(),
                usual.tailEventsMax(),
                usual.catchUpTimeout(),
                Duration.ofMillis(100));
        operation = LookupEvents.operation(
                new Trail(database.dataSource(), log, hasty, SEAL, damage),
                new PageTokens(authenticator, new SecureRandom()));

        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.execute("lock table trail_block");
                assertThatThrownBy(() -> lookup(Structure.EMPTY)).isInstanceOfSatisfying(AwsFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo("ServiceUnavailable");
                    assertThat(fault.status()).isEqualTo(503);
                });
            } finally {
                other.rollback();
            }
        }
        assertThat(events(lookup(Structure.EMPTY))).isEmpty();
    }

    @Test
    void an_event_has_what_cloud_trail_shows() {
        var events = log.append(Calls.getParameter("/prod/db/password"), Calls.disclosed("/prod/db/password"));

        Structure event = only(lookup(attribute("ResourceName", "/prod/db/password")));

        assertThat(event.text("EventId")).isEqualTo(events.getFirst().eventId());
        assertThat(event.text("EventName")).isEqualTo("GetParameter");
        assertThat(event.text("ReadOnly")).isEqualTo("true");
        assertThat(event.text("AccessKeyId")).isEqualTo("AKIAIOSFODNN7EXAMPLE");
        assertThat(event.optionalMoment("EventTime")).contains(AT.truncatedTo(ChronoUnit.SECONDS));
        assertThat(event.text("EventSource")).isEqualTo("ssm.amazonaws.com");
        assertThat(event.text("Username")).isEqualTo("root");
        assertThat(event.structures("Resources"))
                .containsExactly(Structure.builder()
                        .put("ResourceType", "AWS::SSM::Parameter")
                        .put("ResourceName", "/prod/db/password")
                        .build());
        assertThat(event.text("CloudTrailEvent"))
                .startsWith("{\"eventVersion\":\"1.11\"")
                .contains("\"eventID\":\"" + event.text("EventId") + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "EventName, GetParameter, 1",
        "EventName, PutParameter, 0",
        "ReadOnly, true, 1",
        "ReadOnly, false, 0",
        "Username, root, 1",
        "Username, alice, 0",
        "ResourceType, AWS::SSM::Parameter, 1",
        "ResourceType, AWS::KMS::Key, 0",
        "ResourceName, /a, 1",
        "ResourceName, /b, 0",
        "EventSource, ssm.amazonaws.com, 1",
        "EventSource, kms.amazonaws.com, 0",
        "AccessKeyId, AKIAIOSFODNN7EXAMPLE, 1",
        "AccessKeyId, AKIAI44QH8DHBEXAMPLE, 0",
        "EventId, 00000000-0000-4000-8000-000000000000, 0",
        "EventId, no uuid, 0",
    })
    void each_attribute_filters(String key, String value, int expected) {
        log.append(Calls.getParameter("/a"), Calls.disclosed("/a"));
        assertThat(events(lookup(attribute(key, value)))).hasSize(expected);
        projector.catchUp();

        assertThat(events(lookup(attribute(key, value)))).hasSize(expected);
    }

    @Test
    void pages_hold_fifty_unless_asked_for_less_and_go_on_to_the_end() {
        append(120);
        projector.catchUp();
        List<String> before =
                log.read(0, 120).stream().map(RecordedEvent::eventId).toList();

        List<String> ids = new ArrayList<>();
        Structure page = lookup(Structure.EMPTY);
        assertThat(events(page)).hasSize(50);
        events(page).forEach(event -> ids.add(event.text("EventId")));
        while (page.has("NextToken")) {
            append(1);
            page = lookup(token(page).build());
            events(page).forEach(event -> ids.add(event.text("EventId")));
        }

        assertThat(ids).doesNotHaveDuplicates().containsAll(before);
        assertThat(events(lookup(Structure.builder().put("MaxResults", 3).build())))
                .hasSize(3);
    }

    @Test
    void a_token_continues_only_the_request_that_it_was_made_for() {
        append(60);
        Structure first = lookup(attribute("Username", "root"));

        Structure sameRequest = Structure.builder()
                .put("MaxResults", 5)
                .put(
                        "LookupAttributes",
                        attribute("Username", "root").member("LookupAttributes").orElseThrow())
                .put("NextToken", first.text("NextToken"))
                .build();
        assertThat(events(lookup(sameRequest))).hasSize(5);
        refusedWith("InvalidNextTokenException", token(first).build());
        refusedWith(
                "InvalidNextTokenException", token(first).put("StartTime", AT).build());
        refusedWith(
                "InvalidNextTokenException",
                Structure.builder().put("NextToken", "bm9uc2Vuc2U").build());
    }

    @Test
    void a_token_of_another_account_is_refused() {
        append(60);
        Structure first = lookup(Structure.EMPTY);

        assertThatThrownBy(() -> answer(token(first).build(), Calls.ELSEWHERE))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo("InvalidNextTokenException"));
    }

    @Test
    void a_range_that_ends_before_it_starts_is_refused() {
        refusedWith("InvalidTimeRangeException", range(AT, AT.minusMillis(1)));
        append(1);

        Instant second = AT.truncatedTo(ChronoUnit.SECONDS);
        assertThat(events(lookup(range(second, second)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 51})
    void a_page_of_another_size_is_refused(long size) {
        refusedWith(
                "InvalidMaxResultsException",
                Structure.builder().put("MaxResults", size).build());
    }

    @Test
    void attributes_that_cloud_trail_does_not_know_are_refused() {
        refusedWith("InvalidLookupAttributesException", attribute("Color", "red"));
        refusedWith("InvalidLookupAttributesException", attribute("ReadOnly", "perhaps"));
        refusedWith("InvalidLookupAttributesException", attribute("Username", ""));
        refusedWith("InvalidLookupAttributesException", attribute("Username", "a\0b"));
        refusedWith("InvalidLookupAttributesException", attribute("Username", "x".repeat(2001)));
        refusedWith("InvalidLookupAttributesException", attribute("Username", "_".repeat(1001)));
        assertThat(events(lookup(attribute("Username", "x".repeat(2000))))).isEmpty();
        assertThat(events(lookup(attribute("ResourceName", "x".repeat(2000))))).isEmpty();
    }

    @Test
    void two_attributes_are_refused() {
        Structure one =
                attribute("Username", "root").structures("LookupAttributes").getFirst();
        refusedWith(
                "InvalidLookupAttributesException",
                Structure.builder()
                        .putAll("LookupAttributes", List.of(one, one))
                        .build());
    }

    @Test
    void there_are_no_insights_and_no_other_categories() {
        append(1);

        assertThat(events(lookup(
                        Structure.builder().put("EventCategory", "insight").build())))
                .isEmpty();
        refusedWith(
                "InvalidEventCategoryException",
                Structure.builder().put("EventCategory", "data").build());
    }

    @Test
    void it_is_a_read_of_any_resource_and_no_more_than_an_answer() {
        assertThat(operation.readOnly()).isTrue();
        assertThat(operation.action()).isEqualTo("cloudtrail:LookupEvents");
        Prepared prepared = operation.prepare(Structure.EMPTY, new CallOf(Calls.WHERE));
        assertThat(prepared.access()).containsExactly(Access.toAny("cloudtrail:LookupEvents"));
        assertThat(prepared.decision().get().events()).isEmpty();
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.append(Calls.at(AT.plusMillis(i * 100L), Calls.getParameter("/p")), new CallAnswered());
        }
    }

    private Structure lookup(Structure input) {
        return answer(input, Calls.WHERE);
    }

    private Structure answer(Structure input, AccountRegion where) {
        Outcome outcome = operation.prepare(input, new CallOf(where)).decision().get();
        return switch (outcome) {
            case Outcome.Answered answered -> answered.output();
            case Outcome.Refused refused -> throw refused.fault();
        };
    }

    private void refusedWith(String code, Structure input) {
        assertThatThrownBy(() -> lookup(input))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static Structure attribute(String key, String value) {
        Structure attribute = Structure.builder()
                .put("AttributeKey", key)
                .put("AttributeValue", value)
                .build();
        return Structure.builder()
                .putAll("LookupAttributes", List.of(attribute))
                .build();
    }

    private static Structure range(Instant from, Instant to) {
        return Structure.builder().put("StartTime", from).put("EndTime", to).build();
    }

    private static Structure.Builder token(Structure page) {
        return Structure.builder().put("NextToken", page.text("NextToken"));
    }

    private static List<Structure> events(Structure output) {
        return output.structures("Events");
    }

    private static Structure only(Structure output) {
        assertThat(events(output)).hasSize(1);
        return events(output).getFirst();
    }

    /** A call that loads nothing and may everything. */
    private record CallOf(AccountRegion where) implements Call {

        @Override
        public CallContext context() {
            return Calls.context(
                    where, Calls.ROOT, AT, "cloudtrail", "LookupEvents", true, Optional.empty(), Optional.empty());
        }

        @Override
        public String action() {
            return "cloudtrail:LookupEvents";
        }

        @Override
        public Decision decide(Access access) {
            return new Decision.Allowed();
        }

        @Override
        public <I, S> S load(EntityType<I, S> type, I id) {
            throw new UnsupportedOperationException("LookupEvents loads no entity");
        }
    }
}
