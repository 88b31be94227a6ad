package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.arn;
import static io.attestore.query.kms.KeyScenario.decryption;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.events.Bytes;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyUsed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateDataKeyTest {

    private static final Map<String, String> CONTEXT = Map.of("app", "payroll");

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();

    @Test
    void the_sealed_data_key_opens_to_the_one_given_in_clear() {
        Outcome.Answered outcome = (Outcome.Answered)
                keys.when("GenerateDataKey", input().put("KeySpec", "AES_256").build());

        Bytes sealed = outcome.output().optionalBlob("CiphertextBlob").orElseThrow();
        Structure opened = keys.answer("Decrypt", decryption(sealed, CONTEXT).build());
        assertThat(opened.secret("Plaintext")
                        .equalsConstantTime(outcome.output().secret("Plaintext")))
                .isTrue();
        assertThat(outcome.output().text("KeyId")).isEqualTo(arn("key/" + keyId));
        assertThat(outcome.output().text("KeyMaterialId")).isEqualTo(opened.text("KeyMaterialId"));
        assertThat(outcome.events())
                .containsExactly(new KeyUsed(Scenario.WHERE, new KeyId(keyId), "GenerateDataKey", List.of(CONTEXT)));
    }

    @ParameterizedTest
    @CsvSource({"AES_256, 32", "AES_128, 16"})
    void a_key_spec_says_the_length(String keySpec, int bytes) {
        Structure output =
                keys.answer("GenerateDataKey", input().put("KeySpec", keySpec).build());

        assertThat(output.secret("Plaintext").length()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1024})
    void a_number_of_bytes_says_the_length(int bytes) {
        Structure output = keys.answer(
                "GenerateDataKey", input().put("NumberOfBytes", bytes).build());

        assertThat(output.secret("Plaintext").length()).isEqualTo(bytes);
    }

    @Test
    void the_length_is_said_in_exactly_one_way_even_for_a_disabled_key() {
        keys.givenDisabled(keyId);

        for (Structure input : List.of(
                input().build(),
                input().put("KeySpec", "AES_256").put("NumberOfBytes", 32).build())) {
            AwsFault fault = keys.fault("GenerateDataKey", input);
            assertThat(fault.code()).isEqualTo("ValidationException");
            assertThat(fault.text()).isEqualTo("Please specify either number of bytes or key spec.");
        }
        assertThat(keys.fault(
                                "GenerateDataKey",
                                input().put("KeySpec", "AES_256").build())
                        .code())
                .isEqualTo("DisabledException");
    }

    @Test
    void no_two_data_keys_are_alike() {
        Structure input = input().put("KeySpec", "AES_256").build();

        assertThat(keys.answer("GenerateDataKey", input)
                        .secret("Plaintext")
                        .equalsConstantTime(
                                keys.answer("GenerateDataKey", input).secret("Plaintext")))
                .isFalse();
    }

    @Test
    void the_new_key_of_parameter_store_seals_and_its_creation_comes_first() {
        Structure input = Structure.builder()
                .put("KeyId", "alias/aws/ssm")
                .put("KeySpec", "AES_256")
                .build();

        Outcome.Answered outcome = (Outcome.Answered) keys.when("GenerateDataKey", input);

        assertThat(outcome.events()).hasExactlyElementsOfTypes(KeyCreated.class, AliasCreated.class, KeyUsed.class);
        assertThat(outcome.keyRows()).hasSize(1);
        Bytes sealed = outcome.output().optionalBlob("CiphertextBlob").orElseThrow();
        keys.answer("Decrypt", decryption(sealed, Map.of()).build());
    }

    @Test
    void a_dry_run_and_an_enclaves_document_make_no_data_key() {
        assertThat(keys.fault(
                                "GenerateDataKey",
                                input().put("KeySpec", "AES_256")
                                        .put("DryRun", true)
                                        .build())
                        .code())
                .isEqualTo("DryRunOperationException");
        assertThat(keys.fault(
                                "GenerateDataKey",
                                input().put("KeySpec", "AES_256")
                                        .put("Recipient", Structure.EMPTY)
                                        .build())
                        .code())
                .isEqualTo("UnsupportedOperationException");
    }

    private Structure.Builder input() {
        return Structure.builder().put("KeyId", keyId).putTextMap("EncryptionContext", CONTEXT);
    }
}
