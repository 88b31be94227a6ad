package io.attestore.query.ssm.parameter.getparameterhistory;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.query.ssm.StoredParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetParameterHistoryTest {

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("GetParameterHistory");

    @Test
    void versions_come_oldest_first_each_with_what_was_said_of_it() {
        stored.secureString("/x", "one").secureString("/x", "two");

        List<Structure> versions =
                answer(input("/x").put("WithDecryption", true)).structures("Parameters");

        assertThat(versions).extracting(StoredParameters::value).containsExactly("one", "two");
        Structure first = versions.getFirst();
        assertThat(first.members().keySet())
                .containsExactly(
                        "Name",
                        "Type",
                        "KeyId",
                        "LastModifiedDate",
                        "LastModifiedUser",
                        "Description",
                        "Value",
                        "Version",
                        "Labels",
                        "Tier",
                        "Policies",
                        "DataType");
        assertThat(first.text("KeyId")).isEqualTo("alias/aws/ssm");
        assertThat(first.text("LastModifiedUser")).isEqualTo("arn:aws:iam::123456789012:root");
        assertThat(first.text("Description")).isEqualTo("version 1");
        assertThat(first.optionalWhole("Version")).contains(1L);
    }

    @Test
    void policies_are_shown_with_their_type_and_wait_to_be_enforced() {
        String text =
                "{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2099-01-01T00:00:00Z\"}}";
        stored.advancedSecureString("/x", "one", new Policy("Expiration", text));

        Structure version = answer(input("/x")).structures("Parameters").getFirst();

        assertThat(version.text("Tier")).isEqualTo("Advanced");
        assertThat(version.structures("Policies")).singleElement().satisfies(policy -> {
            assertThat(policy.text("PolicyType")).isEqualTo("Expiration");
            assertThat(policy.text("PolicyText")).isEqualTo(text);
            assertThat(policy.text("PolicyStatus")).isEqualTo("Pending");
        });
    }

    @Test
    void every_version_that_is_disclosed_is_recorded() {
        stored.secureString("/x", "one").secureString("/x", "two");
        int before = stored.eventCount();

        answer(input("/x").put("WithDecryption", true));

        assertThat(stored.eventsAfter(before))
                .satisfiesExactly(event -> assertThat(((ParameterRead) event).disclosures())
                        .allMatch(disclosure -> disclosure.openedBy().isPresent())
                        .extracting(ParameterRead.Disclosure::version)
                        .containsExactly(1L, 2L));
    }

    @Test
    void each_version_shows_its_labels() {
        stored.string("/x", "1").string("/x", "2").labelled("/x", 1, "a", "b").labelled("/x", 2, "a");

        assertThat(answer(input("/x")).structures("Parameters").stream().map(version -> version.texts("Labels")))
                .containsExactly(List.of("b"), List.of("a"));
    }

    @Test
    void pages_go_on_after_the_last_version_while_new_ones_come() {
        stored.string("/x", "1").string("/x", "2").string("/x", "3");

        Structure first = answer(input("/x").put("MaxResults", 2));
        stored.string("/x", "4");
        Structure second = answer(input("/x").put("MaxResults", 2).put("NextToken", first.text("NextToken")));

        assertThat(versions(first)).containsExactly(1L, 2L);
        assertThat(versions(second)).containsExactly(3L, 4L);
        assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void a_token_belongs_to_its_parameter() {
        stored.string("/x", "1").string("/x", "2").string("/a/x", "1");
        String token = answer(input("/x").put("MaxResults", 1)).text("NextToken");

        assertThat(stored.scenario
                        .fault(operation, input("/a/x").put("NextToken", token).build())
                        .code())
                .isEqualTo("InvalidNextToken");
        assertThat(stored.scenario
                        .fault(operation, input("/x").put("NextToken", "1/x").build())
                        .code())
                .isEqualTo("InvalidNextToken");
    }

    @Test
    void a_page_has_at_most_fifty_versions_unless_fewer_are_asked_for() {
        for (int i = 0; i < 51; i++) {
            stored.string("/x", "v" + i);
        }

        assertThat(versions(answer(input("/x")))).hasSize(50);
    }

    @Test
    void what_is_not_there_has_no_history() {
        assertThat(stored.scenario.fault(operation, input("/none").build()).code())
                .isEqualTo("ParameterNotFound");
    }

    @Test
    void a_history_has_no_selector() {
        stored.string("/x", "1");

        assertThat(stored.scenario.fault(operation, input("/x:1").build()).code())
                .isEqualTo("ValidationException");
    }

    private static List<Long> versions(Structure answer) {
        return answer.structures("Parameters").stream()
                .map(version -> version.optionalWhole("Version").orElseThrow())
                .toList();
    }

    private static Structure.Builder input(String name) {
        return Structure.builder().put("Name", name);
    }

    private Structure answer(Structure.Builder input) {
        return stored.scenario.answer(operation, input.build());
    }
}
