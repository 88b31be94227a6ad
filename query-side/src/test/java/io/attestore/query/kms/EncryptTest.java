package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.arn;
import static io.attestore.query.kms.KeyScenario.decryption;
import static io.attestore.query.kms.KeyScenario.encryption;
import static io.attestore.query.kms.KeyScenario.plaintext;
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

class EncryptTest {

    private static final Map<String, String> CONTEXT = Map.of("app", "payroll");

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();

    @Test
    void the_answer_names_the_key_and_the_use_is_an_event() {
        Outcome.Answered outcome = (Outcome.Answered)
                keys.when("Encrypt", encryption(keyId, "hunter2", CONTEXT).build());

        assertThat(outcome.output().text("KeyId")).isEqualTo(arn("key/" + keyId));
        assertThat(outcome.output().text("EncryptionAlgorithm")).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(outcome.events())
                .containsExactly(new KeyUsed(Scenario.WHERE, new KeyId(keyId), "Encrypt", List.of(CONTEXT)));
    }

    @Test
    void the_same_plaintext_is_never_sealed_to_the_same_blob() {
        assertThat(keys.blob(keyId, "x", CONTEXT)).isNotEqualTo(keys.blob(keyId, "x", CONTEXT));
    }

    @Test
    void a_disabled_key_seals_nothing() {
        keys.givenDisabled(keyId);

        AwsFault fault = keys.fault("Encrypt", encryption(keyId, "x", CONTEXT).build());

        assertThat(fault.code()).isEqualTo("DisabledException");
        assertThat(fault.text()).isEqualTo(arn("key/" + keyId) + " is disabled.");
    }

    @Test
    void the_new_key_of_parameter_store_seals_and_its_creation_comes_first() {
        Outcome.Answered outcome = (Outcome.Answered) keys.when(
                "Encrypt", encryption("alias/aws/ssm", "first", CONTEXT).build());

        assertThat(outcome.events()).hasExactlyElementsOfTypes(KeyCreated.class, AliasCreated.class, KeyUsed.class);
        Bytes blob = outcome.output().optionalBlob("CiphertextBlob").orElseThrow();
        assertThat(plaintext(keys.answer("Decrypt", decryption(blob, CONTEXT).build())))
                .isEqualTo("first");
    }

    @Test
    void an_algorithm_of_other_keys_is_refused_after_the_state_of_the_key() {
        Structure input = encryption(keyId, "x", CONTEXT)
                .put("EncryptionAlgorithm", "RSAES_OAEP_SHA_256")
                .build();

        AwsFault fault = keys.fault("Encrypt", input);
        assertThat(fault.code()).isEqualTo("InvalidKeyUsageException");
        assertThat(fault.text())
                .isEqualTo("Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT.");

        keys.givenDisabled(keyId);
        assertThat(keys.fault("Encrypt", input).code()).isEqualTo("DisabledException");
    }

    @Test
    void a_dry_run_ends_before_anything_happens() {
        AwsFault fault = keys.fault(
                "Encrypt",
                encryption("alias/aws/ssm", "x", CONTEXT).put("DryRun", true).build());

        assertThat(fault.code()).isEqualTo("DryRunOperationException");
        assertThat(fault.text()).isEqualTo("The request would have succeeded, but the DryRun option is set.");
    }

    @Test
    void a_dry_run_of_what_would_fail_fails_in_the_same_way() {
        keys.givenDisabled(keyId);

        assertThat(keys.fault(
                                "Encrypt",
                                encryption(keyId, "x", CONTEXT)
                                        .put("DryRun", true)
                                        .build())
                        .code())
                .isEqualTo("DisabledException");
    }

    @Test
    void an_encryption_context_of_8192_bytes_of_json_is_taken_and_one_more_is_refused() {
        String longest = "x".repeat(8192 - "{\"a\":\"\"}".length());

        assertThat(keys.blob(keyId, "x", Map.of("a", longest))).isNotNull();
        AwsFault fault = keys.fault(
                "Encrypt", encryption(keyId, "x", Map.of("a", longest + "x")).build());
        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).doesNotContain("xxx");
    }

    @Test
    void the_longest_plaintext_is_sealed_and_opened() {
        String longest = "ü".repeat(2048);
        Bytes blob = keys.blob(keyId, longest, CONTEXT);

        assertThat(plaintext(keys.answer("Decrypt", decryption(blob, CONTEXT).build())))
                .isEqualTo(longest);
    }
}
