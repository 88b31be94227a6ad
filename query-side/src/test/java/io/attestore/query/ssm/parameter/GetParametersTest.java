package io.attestore.query.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterType;
import io.attestore.query.ssm.StoredParameters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GetParametersTest {

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("GetParameters");

    @Test
    void parameters_come_by_name_once_each_and_the_missing_are_told() {
        stored.string("/b", "2").string("/a", "1").string("c", "3");

        Structure answer = stored.scenario.answer(operation, names("c", "/b", "/none", "/a", "/b", "/c", "/a:9"));

        assertThat(StoredParameters.names(answer)).containsExactly("/a", "/b", "/c", "c");
        assertThat(answer.texts("InvalidParameters")).containsExactly("/none", "/a:9");
    }

    @Test
    void versions_and_labels_are_selected_each_by_itself() {
        stored.string("/a", "1").string("/a", "2").labelled("/a", 1, "prod");

        Structure answer = stored.scenario.answer(operation, names("/a:prod", "/a", "/a:1", "/a:none", "/a:prod"));

        assertThat(answer.structures("Parameters").stream().map(one -> one.optionalText("Selector")))
                .containsExactlyInAnyOrder(Optional.of(":prod"), Optional.of(":1"), Optional.empty());
        assertThat(answer.texts("InvalidParameters")).containsExactly("/a:none");
    }

    @Test
    void one_event_tells_all_disclosures_and_the_keys_that_opened_them() {
        stored.secureString("/b", "2").secureString("/a", "1").string("/c", "3");
        int before = stored.eventCount();

        stored.scenario.answer(operation, decrypting("/c", "/b", "/a"));

        assertThat(stored.eventsAfter(before))
                .containsExactly(new ParameterRead(
                        Scenario.WHERE,
                        List.of(
                                decrypted("/a"),
                                decrypted("/b"),
                                new ParameterRead.Disclosure(new ParameterName("/c"), 1, ParameterType.STRING)),
                        true));
    }

    @Test
    void one_value_that_may_not_be_decrypted_fails_the_call() {
        stored.string("/a", "1").secureString("/b", "2");
        stored.scenario.given(
                new KeyDisabled(Scenario.WHERE, stored.defaultKey().keyId()));

        Outcome outcome = stored.scenario.when(operation, decrypting("/a", "/b"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("InvalidKeyId"));
    }

    @Test
    void where_nothing_is_found_nothing_is_disclosed() {
        int before = stored.eventCount();

        assertThat(stored.scenario.answer(operation, names("/none")).structures("Parameters"))
                .isEmpty();
        assertThat(stored.eventsAfter(before)).isEmpty();
    }

    @Test
    void a_malformed_name_fails_the_call() {
        assertThat(stored.scenario.fault(operation, names("/a", "b c")).code()).isEqualTo("ValidationException");
    }

    private ParameterRead.Disclosure decrypted(String name) {
        return new ParameterRead.Disclosure(
                new ParameterName(name),
                1,
                ParameterType.SECURE_STRING,
                Optional.of(new ParameterRead.OpeningKey(
                        Scenario.WHERE, stored.defaultKey().keyId())));
    }

    private static Structure names(String... names) {
        return Structure.builder().putTexts("Names", List.of(names)).build();
    }

    private static Structure decrypting(String... names) {
        return Structure.builder()
                .putTexts("Names", List.of(names))
                .put("WithDecryption", true)
                .build();
    }
}
