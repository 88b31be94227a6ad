package io.attestore.command.attestore.parameter.restoreparameter;

import static io.attestore.command.ssm.ParameterScenario.named;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreParameterTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(30);

    private final ParameterScenario parameters = new ParameterScenario(WINDOW);
    private final Operation delete = parameters.operation("DeleteParameter");
    private final Operation restore = parameters.operation("RestoreParameter");
    private final Operation destroy = parameters.operation("DestroyDeletedParameter");

    @Test
    void a_deletion_says_until_when_it_can_be_undone_and_destroys_nothing() {
        putTwice();
        List<String> dataKeys = dataKeys();

        parameters.scenario.at(NOON).answer(delete, named("/x"));

        assertThat(parameters.parameter("/x")).isInstanceOf(Parameter.Absent.class);
        ParameterDeleted deleted = (ParameterDeleted) parameters.eventsAfter(0).getLast();
        assertThat(deleted.destroyedDataKeyIds()).isEmpty();
        assertThat(deleted.retention().orElseThrow().until()).isEqualTo(NOON.plus(WINDOW));
        assertThat(dataKeys).allSatisfy(this::assertKept);
    }

    @Test
    void a_restored_parameter_is_as_it_was_and_is_listed_again() {
        putTwice();
        Parameter before = parameters.parameter("/x");
        parameters.scenario.answer(delete, named("/x"));

        Structure answer = parameters.scenario.answer(restore, named("x"));

        assertThat(parameters.parameter("/x")).isEqualTo(before);
        assertThat(answer.optionalWhole("Version")).contains(2L);
        assertThat(parameters
                        .scenario
                        .history
                        .load(ParameterDirectory.TYPE, Scenario.WHERE)
                        .byPath())
                .containsKey("/x");
    }

    @Test
    void when_its_time_is_over_it_cannot_be_restored_even_if_its_keys_are_still_there() {
        putTwice();
        parameters.scenario.at(NOON).answer(delete, named("/x"));

        parameters.scenario.at(NOON.plus(WINDOW));

        assertThat(parameters.scenario.fault(restore, named("/x")).code()).isEqualTo("ParameterNotFound");
    }

    @Test
    void what_was_destroyed_cannot_be_restored_and_the_receipt_names_its_data_keys() {
        putTwice();
        List<String> dataKeys = dataKeys();
        parameters.scenario.answer(delete, named("/x"));

        Structure answer = parameters.scenario.answer(destroy, named("/x"));

        assertThat(answer.texts("DestroyedDataKeyIds")).isEqualTo(dataKeys);
        assertThat(((DeletedParameterDestroyed) parameters.eventsAfter(0).getLast()).destroyedDataKeyIds())
                .isEqualTo(dataKeys);
        assertThat(dataKeys).allSatisfy(this::assertDestroyed);
        assertThat(parameters.scenario.fault(restore, named("/x")).text())
                .isEqualTo("No deleted parameter named /x is retained: none was deleted, or its values are destroyed.");
    }

    @Test
    void while_another_has_its_name_it_stays_deleted() {
        putTwice();
        parameters.scenario.answer(delete, named("/x"));
        parameters.put(string("/x", "new"));

        assertThat(parameters.scenario.fault(restore, named("/x")).code()).isEqualTo("ParameterAlreadyExists");
        parameters.scenario.answer(delete, named("/x"));
        parameters.scenario.answer(destroy, named("/x"));
        assertThat(parameters.parameter("/x").deleted()).isEmpty();
    }

    @Test
    void of_too_many_deletions_of_one_name_the_oldest_is_destroyed_at_once() {
        parameters.put(string("/x", "0"));
        String oldest = dataKeys().getFirst();
        parameters.scenario.answer(delete, named("/x"));
        for (int again = 1; again < Deletions.RETAINED_MAX; again++) {
            parameters.put(string("/x", "" + again));
            parameters.scenario.requesting("request " + again);
            parameters.scenario.answer(delete, named("/x"));
        }
        assertKept(oldest);

        parameters.put(string("/x", "one more"));
        parameters.scenario.requesting("one more");
        parameters.scenario.answer(delete, named("/x"));

        assertDestroyed(oldest);
        assertThat(parameters.parameter("/x").deleted()).hasSize(Deletions.RETAINED_MAX);
    }

    @Test
    void what_never_was_cannot_be_restored() {
        assertThat(parameters.scenario.fault(restore, named("/none")).code()).isEqualTo("ParameterNotFound");
        assertThat(parameters.scenario.fault(destroy, named("/none")).code()).isEqualTo("ParameterNotFound");
    }

    private void putTwice() {
        parameters.put(string("/x", "1"));
        parameters.put(string("/x", "2").put("Overwrite", true));
    }

    private List<String> dataKeys() {
        return parameters.present("/x").versions().stream()
                .map(ParameterVersion::dataKeyId)
                .toList();
    }

    private void assertKept(String dataKeyId) {
        assertThat(parameters.scenario.history.find(dataKeyId)).isPresent();
    }

    private void assertDestroyed(String dataKeyId) {
        assertThat(parameters.scenario.history.find(dataKeyId)).isEmpty();
    }
}
