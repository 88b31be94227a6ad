package io.attestore.query.ssm.parameter.lookup;

import static io.attestore.query.ssm.StoredParameters.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.query.ssm.StoredParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version whose value was destroyed, as every operation that reads sees it. */
class DestroyedVersionTest {

    private final StoredParameters parameters = new StoredParameters();

    @BeforeEach
    void theNewestOfTwoIsDestroyed() {
        parameters.string("/a/x", "1").string("/a/x", "2").string("/a/y", "y");
        parameters.destroyVersion("/a/x", 2);
    }

    @Test
    void whoever_asks_for_the_newest_is_told_that_it_is_not_there_and_gets_no_older_one() {
        AwsFault fault = fault("GetParameter", "/a/x");

        assertThat(fault.code()).isEqualTo("ParameterVersionNotFound");
        assertThat(fault.text())
                .isEqualTo("Systems Manager could not find version 2 of /a/x. Verify the version and try again.");
        assertThat(fault("GetParameter", "/a/x:2").code()).isEqualTo("ParameterVersionNotFound");
    }

    @Test
    void an_older_one_can_still_be_asked_for_by_number() {
        Structure answer = answer("GetParameter", Structure.builder().put("Name", "/a/x:1"));

        assertThat(value((Structure) answer.member("Parameter").orElseThrow())).isEqualTo("1");
    }

    @Test
    void lists_leave_it_out() {
        Structure several = Structure.builder()
                .putTexts("Names", java.util.List.of("/a/x", "/a/y"))
                .build();
        Structure answer = parameters.scenario.answer(parameters.operation("GetParameters"), several);
        assertThat(StoredParameters.names(answer)).containsExactly("/a/y");
        assertThat(answer.texts("InvalidParameters")).containsExactly("/a/x");
        assertThat(StoredParameters.names(
                        answer("GetParametersByPath", Structure.builder().put("Path", "/a"))))
                .containsExactly("/a/y");
    }

    @Test
    void the_history_shows_what_is_left() {
        Structure answer = answer("GetParameterHistory", Structure.builder().put("Name", "/a/x"));

        assertThat(answer.structures("Parameters"))
                .extracting(version -> version.optionalWhole("Version").orElseThrow())
                .containsExactly(1L);
    }

    private Structure answer(String operation, Structure.Builder input) {
        return parameters.scenario.answer(parameters.operation(operation), input.build());
    }

    private AwsFault fault(String operation, String name) {
        return parameters.scenario.fault(
                parameters.operation(operation),
                Structure.builder().put("Name", name).build());
    }
}
