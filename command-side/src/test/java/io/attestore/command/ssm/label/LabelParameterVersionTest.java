package io.attestore.command.ssm.label;

import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterVersionLabelled;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelParameterVersionTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("LabelParameterVersion");

    @Test
    void without_a_version_the_newest_gets_the_label() {
        versions(2);

        Structure answer = parameters.scenario.answer(operation, labels("prod", "green"));

        assertThat(answer.texts("InvalidLabels")).isEmpty();
        assertThat(answer.optionalWhole("ParameterVersion")).contains(2L);
        assertThat(parameters.scenario.history.events())
                .endsWith(new ParameterVersionLabelled(
                        Scenario.WHERE, new ParameterName("/x"), 2, List.of("prod", "green")));
    }

    @Test
    void a_label_moves_to_the_version_that_is_named() {
        versions(2);
        parameters.scenario.answer(operation, labels("prod"));

        Structure answer = parameters.scenario.answer(operation, labels(1, "prod"));

        assertThat(answer.optionalWhole("ParameterVersion")).contains(1L);
        assertThat(parameters.present("/x").labels().of(1)).containsExactly("prod");
        assertThat(parameters.present("/x").labels().of(2)).isEmpty();
    }

    @Test
    void a_label_that_the_version_has_happens_no_more() {
        versions(1);
        parameters.scenario.answer(operation, labels("prod"));
        int before = parameters.eventsAfter(0).size();

        parameters.scenario.answer(operation, labels("prod", "prod"));

        assertThat(parameters.eventsAfter(before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1st",
                "aws",
                "AWS.x",
                "ssm-x",
                "SsM",
                "a b",
                "a/b",
                "a:b",
                "\u0000",
                "\u202eprod",
                "pr\u043ed",
                "\ud83d\ude00",
                "é"
            })
    void a_label_that_breaks_the_rules_is_told_and_the_others_are_attached(String label) {
        versions(1);

        Structure answer = parameters.scenario.answer(operation, labels(label, "_prod.1-A", label));

        assertThat(answer.texts("InvalidLabels")).containsExactly(label);
        assertThat(parameters.present("/x").labels().of(1)).containsExactly("_prod.1-A");
    }

    @Property(tries = 200)
    void every_label_is_attached_or_told(
            @ForAll @StringLength(min = 1, max = 100) @CharRange(from = ' ', to = '~') String label) {
        ParameterScenario fresh = new ParameterScenario();
        fresh.put(string("/x", "1"));

        Structure answer = fresh.scenario.answer(fresh.operation("LabelParameterVersion"), labels(label));

        String lower = label.toLowerCase(Locale.ROOT);
        boolean valid =
                label.matches("[a-zA-Z_.-][a-zA-Z0-9_.-]*") && !lower.startsWith("aws") && !lower.startsWith("ssm");
        assertThat(fresh.present("/x").labelled(label).isPresent()).isEqualTo(valid);
        assertThat(answer.texts("InvalidLabels").contains(label)).isEqualTo(!valid);
    }

    @Test
    void a_version_has_ten_labels_and_no_more() {
        versions(1);
        parameters.scenario.answer(
                operation, labels(IntStream.range(0, 10).mapToObj(i -> "l" + i).toArray(String[]::new)));

        parameters.scenario.answer(operation, labels("l3", "l7"));
        AwsFault fault = parameters.scenario.fault(operation, labels("l3", "eleventh"));

        assertThat(fault.code()).isEqualTo("ParameterVersionLabelLimitExceeded");
        assertThat(fault.text())
                .isEqualTo("A parameter version can have maximum 10 labels. Move one or more labels to another version"
                        + " and try again.");
        assertThat(parameters.present("/x").labels().of(1)).hasSize(10);
    }

    @Test
    void the_oldest_of_a_hundred_versions_stays_while_it_has_a_label() {
        versions(100);
        parameters.scenario.answer(operation, labels(1, "keep"));
        Operation put = parameters.operation("PutParameter");

        AwsFault fault = parameters.scenario.fault(
                put, string("/x", "101").put("Overwrite", true).build());
        parameters.scenario.answer(operation, labels("keep"));
        parameters.put(string("/x", "101").put("Overwrite", true));

        assertThat(fault.code()).isEqualTo("ParameterMaxVersionLimitExceeded");
        assertThat(parameters.present("/x").version(1)).isEmpty();
        assertThat(parameters.present("/x").labelled("keep")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_version_that_is_not_there_is_named(long version) {
        versions(2);

        AwsFault fault = parameters.scenario.fault(operation, labels(version, "prod"));

        assertThat(fault.code()).isEqualTo("ParameterVersionNotFound");
        assertThat(fault.text())
                .isEqualTo("Systems Manager could not find version " + version
                        + " of /x. Verify the version and try again.");
    }

    @Test
    void what_is_not_there_is_not_found_and_an_arn_is_no_name() {
        versions(1);
        Structure.Builder arn = Structure.builder()
                .put("Name", "arn:aws:ssm:eu-west-1:123456789012:parameter/x")
                .putTexts("Labels", List.of("prod"));

        assertThat(parameters
                        .scenario
                        .fault(
                                operation,
                                Structure.builder()
                                        .put("Name", "/none")
                                        .putTexts("Labels", List.of("a"))
                                        .build())
                        .code())
                .isEqualTo("ParameterNotFound");
        assertThat(parameters.scenario.fault(operation, arn.build()).code()).isEqualTo("ValidationException");
    }

    private void versions(int count) {
        parameters.put(string("/x", "1"));
        IntStream.range(1, count)
                .forEach(number -> parameters.put(string("/x", "more").put("Overwrite", true)));
    }

    private static Structure labels(String... labels) {
        return Structure.builder()
                .put("Name", " /x ")
                .putTexts("Labels", List.of(labels))
                .build();
    }

    private static Structure labels(long version, String... labels) {
        return Structure.builder()
                .put("Name", "x")
                .put("ParameterVersion", version)
                .putTexts("Labels", List.of(labels))
                .build();
    }
}
