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
    void itIsAsOfNowUnlessAnythingElseIsAsked() {
        assertThat(lines(Structure.builder())).containsExactly("/b 2", "/c 1", "/d 1");
    }

    @Test
    void aMomentAndItsPositionAnswerTheSame() {
        assertThat(lines(Structure.builder().put("AsOfTime", NOON))).containsExactly("/a 1", "/b 1", "/c 1");
        assertThat(lines(Structure.builder().put("AsOfPosition", morning))).containsExactly("/a 1", "/b 1", "/c 1");
        assertThat(answer(Structure.builder().put("AsOfTime", NOON)).optionalWhole("Position"))
                .contains(morning);
    }

    @Test
    void beforeTheFirstEventThereWasNothing() {
        assertThat(lines(Structure.builder().put("AsOfTime", MORNING.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void allPagesAreOfOnePositionWhateverHappensMeanwhile() {
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
    void itTellsTheKeyAndNoValue() {
        Structure secure = answer(Structure.builder()).structures("Parameters").get(1);

        assertThat(secure.text("KeyId")).isEqualTo("alias/aws/ssm");
        assertThat(secure.text("Type")).isEqualTo("SecureString");
        assertThat(secure.has("Value")).isFalse();
    }

    @Test
    void aTimeToComeAPositionBeyondAndBothAreRefused() {
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
    void whatIsRefusedDoesNotTellTheHeadOfTheLog() {
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
