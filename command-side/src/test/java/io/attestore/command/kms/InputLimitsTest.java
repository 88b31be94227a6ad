package io.attestore.command.kms;

import static io.attestore.command.kms.KeyScenario.input;
import static io.attestore.command.kms.KeyScenario.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.ShapeChecker;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.kms.key.KeyLookup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of KMS's service model, tried at their edges. */
class InputLimitsTest {

    private final KeyScenario keys = new KeyScenario();

    @Test
    void every_operation_of_this_side_writes() {
        assertThat(new KmsCommands(new KeyLookup(keys.scenario.vault), keys.scenario.vault).all())
                .isNotEmpty()
                .noneMatch(Operation::readOnly);
    }

    @Test
    void a_description_has_at_most_8192_characters() {
        assertThat(violations("CreateKey", input("Description", "x".repeat(8192))))
                .isEmpty();
        assertThat(violations("CreateKey", input("Description", "x".repeat(8193))))
                .isPresent();
    }

    @Test
    void a_tag_has_a_key_of_1_to_128_and_a_value_of_at_most_256_characters() {
        assertThat(violations("CreateKey", tagged(tag("k".repeat(128), "v".repeat(256)))))
                .isEmpty();
        assertThat(violations("CreateKey", tagged(tag("k".repeat(129), "v"))).orElseThrow())
                .contains("at 'tags.1.member.tagKey' failed to satisfy constraint");
        assertThat(violations("CreateKey", tagged(tag("", "v")))).isPresent();
        assertThat(violations("CreateKey", tagged(tag("k", "v".repeat(257))))).isPresent();
        assertThat(violations("CreateKey", tagged(input("TagKey", "k")))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"KeySpec, AES", "CustomerMasterKeySpec, ML_DSA_44", "KeyUsage, ANY", "Origin, ELSEWHERE", "Policy, €"})
    void what_kms_does_not_know_is_no_input(String member, String value) {
        assertThat(violations("CreateKey", input(member, value))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alias/a b", "alias/ü", "alias/a.b"})
    void an_alias_has_letters_digits_and_few_signs(String name) {
        assertThat(violations("CreateAlias", input("AliasName", name, "TargetKeyId", "x")))
                .isPresent();
    }

    @Test
    void the_record_shows_what_was_asked_for() {
        Operation operation = keys.operation("CreateKey");
        Structure input = input("Description", "payroll", "KeySpec", "SYMMETRIC_DEFAULT");

        assertThat(Redaction.record(operation.recordedInput().of(input), operation.input()))
                .contains("{\"description\":\"payroll\",\"keySpec\":\"SYMMETRIC_DEFAULT\"}");
    }

    private Optional<String> violations(String operation, Structure input) {
        return ShapeChecker.violations(input, keys.operation(operation).input());
    }

    private static Structure tagged(Structure tag) {
        return Structure.builder().putAll("Tags", List.of(tag)).build();
    }
}
