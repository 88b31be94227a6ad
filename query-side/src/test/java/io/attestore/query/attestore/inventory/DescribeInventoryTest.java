package io.attestore.query.attestore.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.query.ssm.StoredParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescribeInventoryTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-21T20:00:00Z");

    private final StoredParameters parameters = new StoredParameters();
    private final Operation operation = parameters.operation("DescribeInventory");
    private long morning;

    @BeforeEach
    void aDay() {
        parameters.scenario.at(MORNING);
        parameters.string("/a", "1").string("/b", "1").secureString("/c", "1");
        morning = parameters.eventCount() - 1L;
        parameters.scenario.at(EVENING);
        parameters.string("/b", "2").string("/d", "1");
        parameters.delete("/a");
    }

    @Test
    void it_is_as_of_now_unless_anything_else_is_asked() {
        assertThat(lines(Structure.builder())).containsExactly("/b 2", "/c 1", "/d 1");
    }

    @Test
    void a_moment_and_its_position_answer_the_same() {
        assertThat(lines(Structure.builder().put("AsOfTime", NOON))).containsExactly("/a 1", "/b 1", "/c 1");
        assertThat(lines(Structure.builder().put("AsOfPosition", morning))).containsExactly("/a 1", "/b 1", "/c 1");
        assertThat(answer(Structure.builder().put("AsOfTime", NOON)).optionalWhole("Position"))
                .contains(morning);
    }

    @Test
    void before_the_first_event_there_was_nothing() {
        assertThat(lines(Structure.builder().put("AsOfTime", MORNING.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void all_pages_are_of_one_position_whatever_happens_meanwhile() {
        Structure first = answer(Structure.builder().put("MaxResults", 1));
        parameters.string("/bb", "1");
        parameters.delete("/d");

        List<String> names = new ArrayList<>(StoredParameters.names(first));
        Structure page = first;
        while (page.has("NextToken")) {
            page = answer(Structure.builder().put("MaxResults", 1).put("NextToken", page.text("NextToken")));
            names.addAll(StoredParameters.names(page));
        }

        assertThat(names).containsExactly("/b", "/c", "/d");
    }

    @Test
    void it_tells_the_key_and_no_value() {
        Structure secure = answer(Structure.builder()).structures("Parameters").get(1);

        assertThat(secure.text("KeyId")).isEqualTo("alias/aws/ssm");
        assertThat(secure.text("Type")).isEqualTo("SecureString");
        assertThat(secure.has("Value")).isFalse();
    }

    @Test
    void a_time_to_come_a_position_beyond_and_both_are_refused() {
        Structure future =
                Structure.builder().put("AsOfTime", EVENING.plusSeconds(1)).build();
        Structure beyond = Structure.builder().put("AsOfPosition", 1_000).build();
        Structure both =
                Structure.builder().put("AsOfPosition", 1).put("AsOfTime", NOON).build();
        Structure forged = Structure.builder().put("NextToken", "12/a").build();

        assertThat(List.of(future, beyond, both, forged))
                .extracting(input -> parameters.scenario.fault(operation, input).code())
                .containsExactly(
                        "ValidationException", "ValidationException", "ValidationException", "InvalidNextToken");
    }

    /** The log is everybody's: how much happens in it is no account's business. */
    @Test
    void what_is_refused_does_not_tell_the_head_of_the_log() {
        Structure beyond =
                Structure.builder().put("AsOfPosition", Long.MAX_VALUE).build();

        assertThat(parameters.scenario.fault(operation, beyond).text()).doesNotContainPattern("[0-9]");
    }

    private List<String> lines(Structure.Builder input) {
        return answer(input).structures("Parameters").stream()
                .map(one ->
                        one.text("Name") + " " + one.optionalWhole("Version").orElseThrow())
                .toList();
    }

    private Structure answer(Structure.Builder input) {
        return parameters.scenario.answer(operation, input.build());
    }
}
