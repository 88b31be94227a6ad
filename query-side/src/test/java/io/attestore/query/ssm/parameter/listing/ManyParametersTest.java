package io.attestore.query.ssm.parameter.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Secrets;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.Scenario;
import io.attestore.entities.vault.ValuePlace;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.query.ssm.StoredParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * Pages out of 100,000 parameters, as they are when the states are hot. A thousand of them have 100 versions. The times
 * are those of the operation alone, and reported; the limit is generous, for the machine that builds is busy.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyParametersTest {

    private static final int PARAMETERS = 100_000;
    private static final int VERSIONS = 100;
    private static final int ROUNDS = 50;
    private static final Duration PAGE_MAX = Duration.ofMillis(100);

    private final StoredParameters stored = new StoredParameters();
    private final HotMemory memory = new HotMemory();

    @BeforeAll
    void thereAreManyParameters() {
        ValueSeal seal = new ValueSeal(stored.scenario.vault, stored.scenario.random);
        try (SecretBytes value = SecretBytes.copyOf(new byte[256])) {
            for (int i = 0; i < PARAMETERS; i++) {
                create(i, seal, value);
            }
        }
        stored.scenario.states(memory);
    }

    private void create(int number, ValueSeal seal, SecretBytes value) {
        ParameterName name = name(number);
        memory.add(new ParameterCreated(
                Scenario.WHERE, name, ParameterType.STRING, Optional.empty(), Optional.of("text")));
        for (long version = 1; version <= (number % 100 == 0 ? VERSIONS : 1); version++) {
            ValueSeal.Sealed sealed =
                    seal.seal(ValuePlace.ofParameter(ParameterId.of(Scenario.WHERE, name), version), value);
            stored.scenario.given(List.of(), List.<KeyRowChange>of(sealed.row()));
            memory.add(new ParameterVersionPut(
                    Scenario.WHERE,
                    name,
                    version,
                    ParameterType.STRING,
                    sealed.dataKeyId(),
                    sealed.value(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "Standard",
                    "text",
                    "arn:aws:iam::123456789012:root"));
        }
        memory.add(new ParameterTagged(
                Scenario.WHERE, name, Map.of("team", "t" + number % 50, "rare" + number % 1000, "yes")));
        if (number % 5000 == 0) {
            memory.add(new ParameterVersionLabelled(Scenario.WHERE, name, VERSIONS, List.of("prod")));
        }
    }

    /** Services of a hundred parameters each, in a hundred folders. */
    private static ParameterName name(int number) {
        return new ParameterName("/company/division-%02d/service-%03d/parameter-%04d"
                .formatted(number % 100, number / 100 % 1000, number));
    }

    @Test
    void pages_of_everything(TestInfo info) {
        measure(info, "DescribeParameters", Structure.builder().put("MaxResults", 50));
    }

    @Test
    void pages_under_a_path(TestInfo info) {
        measure(
                info,
                "GetParametersByPath",
                Structure.builder().put("Path", "/company").put("Recursive", true));
    }

    @Test
    void a_level_with_nothing_on_it_but_folders(TestInfo info) {
        measure(info, "GetParametersByPath", Structure.builder().put("Path", "/company/division-07"));
    }

    @Test
    void pages_of_what_contains_a_text_that_is_nowhere(TestInfo info) {
        int pages = measure(info, "DescribeParameters", filtered("Name", "Contains", "nowhere"));

        assertThat(pages).isGreaterThanOrEqualTo(PARAMETERS / DirectoryWalk.STEPS_MAX);
    }

    @Test
    void pages_of_another_type(TestInfo info) {
        int pages = measure(info, "DescribeParameters", filtered("Type", "Equals", "SecureString"));

        assertThat(pages).isEqualTo(1);
    }

    @Test
    void pages_with_a_tag(TestInfo info) {
        measure(info, "DescribeParameters", filtered("tag:team", "Equals", "t7").put("MaxResults", 50));
    }

    @Test
    void a_tag_that_all_have_with_a_value_that_none_has(TestInfo info) {
        int pages = measure(info, "DescribeParameters", filtered("tag:team", "Equals", "nobody"));

        assertThat(pages).isEqualTo(1);
    }

    @Test
    void pages_with_a_rare_tag(TestInfo info) {
        int pages = measure(info, "DescribeParameters", filtered("tag:rare77", "Equals", "yes"));

        assertThat(pages).isEqualTo(10);
    }

    @Test
    void pages_with_a_rare_label(TestInfo info) {
        int pages = measure(
                info,
                "GetParametersByPath",
                filtered("Label", "Equals", "prod").put("Path", "/").put("Recursive", true));

        assertThat(pages).isEqualTo(2);
    }

    @Test
    void one_more_parameter_costs_no_copy_of_all_the_others() {
        stored.scenario.answer(stored.operation("DescribeParameters"), Structure.EMPTY);
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            memory.add(new ParameterCreated(Scenario.WHERE, new ParameterName("/zz/" + i), ParameterType.STRING));
            stored.scenario.answer(
                    stored.operation("DescribeParameters"),
                    filtered("Name", "Equals", "/none").build());
        }
        Duration each = Duration.ofNanos((System.nanoTime() - start) / 1000);
        report("one more parameter, and a list that sees it: " + each.toNanos() / 1000 + " µs");

        assertThat(each).isLessThan(Duration.ofMillis(5));
    }

    /** Goes through the first pages several times; the number of pages of a whole round, if there are so few. */
    private int measure(TestInfo info, String name, Structure.Builder input) {
        Operation operation = stored.operation(name);
        List<Long> nanos = new ArrayList<>();
        int pages = 0;
        for (int round = 0; round < 3; round++) {
            Optional<String> token = Optional.empty();
            pages = 0;
            do {
                Structure page = input.putIfPresent("NextToken", token).build();
                long start = System.nanoTime();
                Structure answer = stored.scenario.answer(operation, page);
                nanos.add(System.nanoTime() - start);
                Secrets.wipe(answer);
                token = answer.optionalText("NextToken");
                pages++;
            } while (token.isPresent() && pages < ROUNDS);
            input.put("NextToken", "");
        }
        LongStream warm = nanos.subList(nanos.size() / 3, nanos.size()).stream()
                .mapToLong(Long::longValue)
                .sorted();
        long[] sorted = warm.toArray();
        long median = sorted[sorted.length / 2];
        long slowest = sorted[sorted.length - 1];
        report(info.getTestMethod().orElseThrow().getName()
                + ": median %d µs, slowest %d µs, first %d µs, of %d pages"
                        .formatted(median / 1000, slowest / 1000, nanos.getFirst() / 1000, sorted.length));

        assertThat(Duration.ofNanos(median)).isLessThan(PAGE_MAX);
        return pages;
    }

    private static void report(String measured) {
        System.getLogger(ManyParametersTest.class.getName()).log(System.Logger.Level.INFO, measured);
    }

    private static Structure.Builder filtered(String key, String option, String value) {
        return Structure.builder()
                .putAll(
                        "ParameterFilters",
                        List.of(Structure.builder()
                                .put("Key", key)
                                .put("Option", option)
                                .putTexts("Values", List.of(value))
                                .build()));
    }

    /** Events by tag, and states that are kept and fold only what is new: what a server has in memory. */
    private static final class HotMemory implements Entities {

        private final Map<EventTag, List<Event>> events = new HashMap<>();
        private final Map<Object, Known> states = new HashMap<>();

        private record Known(Object state, int folded) {}

        void add(Event event) {
            event.tags()
                    .forEach(tag -> events.computeIfAbsent(tag, key -> new ArrayList<>(1))
                            .add(event));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <I, S> S load(EntityType<I, S> type, I id) {
            List<Event> all = events.getOrDefault(type.tag().apply(id), List.of());
            Known known = states.getOrDefault(
                    Map.entry(type.name(), id), new Known(type.initial().apply(id), 0));
            S state = (S) known.state();
            for (Event event : all.subList(known.folded(), all.size())) {
                state = type.evolve().evolve(state, event, StoredParameters.NOON, 0);
            }
            states.put(Map.entry(type.name(), id), new Known(state, all.size()));
            return state;
        }
    }
}
