package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.arn;
import static io.attestore.query.kms.KeyScenario.decryption;
import static io.attestore.query.kms.KeyScenario.input;
import static io.attestore.query.kms.KeyScenario.plaintext;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.entities.Scenario;
import io.attestore.events.Bytes;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.Region;
import io.attestore.events.key.KeyUsed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecryptTest {

    private static final Map<String, String> CONTEXT = Map.of("app", "payroll", "stage", "prod");

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();
    private final Bytes blob = keys.blob(keyId, "hunter2", CONTEXT);

    @Test
    void what_was_sealed_opens_and_the_use_is_an_event() {
        Outcome.Answered outcome = (Outcome.Answered)
                keys.when("Decrypt", decryption(blob, CONTEXT).build());

        assertThat(plaintext(outcome.output())).isEqualTo("hunter2");
        assertThat(outcome.output().text("KeyId")).isEqualTo(arn("key/" + keyId));
        assertThat(outcome.output().text("EncryptionAlgorithm")).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(outcome.events())
                .containsExactly(new KeyUsed(Scenario.WHERE, new KeyId(keyId), "Decrypt", List.of(CONTEXT)));
    }

    @Test
    void old_ciphertext_opens_after_a_rotation_and_the_answer_names_the_material_that_sealed_it() {
        keys.givenRotated(keyId);
        keys.givenRotated(keyId);

        Structure output = keys.answer("Decrypt", decryption(blob, CONTEXT).build());

        assertThat(plaintext(output)).isEqualTo("hunter2");
        assertThat(output.text("KeyMaterialId"))
                .isEqualTo(CiphertextBlob.parse(blob.toArray())
                        .orElseThrow()
                        .materialId()
                        .value());
        Structure fresh = keys.answer(
                "Decrypt",
                decryption(keys.blob(keyId, "new", Map.of()), Map.of()).build());
        assertThat(fresh.text("KeyMaterialId")).isNotEqualTo(output.text("KeyMaterialId"));
    }

    @Test
    void another_encryption_context_does_not_open_it() {
        for (Map<String, String> other : List.of(
                Map.<String, String>of(), Map.of("app", "payroll"), Map.of("app", "payroll", "stage", "Prod"))) {
            assertInvalidCiphertext(decryption(blob, other).build());
        }
    }

    @Test
    void no_flipped_bit_opens() {
        for (int i = 0; i < blob.length(); i++) {
            byte[] flipped = blob.toArray();
            flipped[i] ^= 1;
            Structure input = decryption(Bytes.copyOf(flipped), CONTEXT).build();
            if (namesAnother(flipped)) {
                assertUnreachableKey(input);
            } else {
                assertInvalidCiphertext(input);
            }
        }
    }

    @Test
    void no_part_of_a_blob_opens() {
        for (int length = 0; length < blob.length(); length++) {
            byte[] part = Arrays.copyOf(blob.toArray(), length);
            assertInvalidCiphertext(decryption(Bytes.copyOf(part), CONTEXT).build());
        }
    }

    @Test
    void a_blob_of_a_key_that_is_not_here_is_refused_as_one_of_a_key_that_the_caller_may_not_use() {
        KeyScenario otherStore = new KeyScenario();
        Bytes foreign = otherStore.blob(otherStore.givenKey(), "x", CONTEXT);

        assertUnreachableKey(decryption(foreign, CONTEXT).build());
        keys.scenario.permitting((action, arn) -> new Decision.Denied("no policy allows it"));
        assertUnreachableKey(decryption(foreign, CONTEXT).build());
        assertUnreachableKey(decryption(blob, CONTEXT).build());
    }

    @Test
    void a_blob_of_another_region_is_refused_as_one_of_no_key() {
        AccountRegion elsewhere = new AccountRegion(Scenario.ACCOUNT, new Region("us-east-1"));

        Outcome outcome = keys.scenario.when(
                keys.operation("Decrypt"), decryption(blob, CONTEXT).build(), elsewhere);

        assertThat(((Outcome.Refused) outcome).fault().code()).isEqualTo("AccessDeniedException");
    }

    @Test
    void a_blob_of_a_key_with_the_same_id_and_other_material_does_not_open() {
        KeyScenario otherStore = new KeyScenario();
        Bytes foreign = otherStore.blob(otherStore.givenKey(Scenario.WHERE, keyId), "x", CONTEXT);

        assertInvalidCiphertext(decryption(foreign, CONTEXT).build());
    }

    @Test
    void another_account_with_a_key_of_the_same_id_does_not_open_it() {
        AccountRegion elsewhere = new AccountRegion(new AccountId("999999999999"), Scenario.WHERE.region());
        keys.givenKey(elsewhere, keyId);

        Outcome outcome = keys.scenario.when(
                keys.operation("Decrypt"), decryption(blob, CONTEXT).build(), elsewhere);

        assertThat(((Outcome.Refused) outcome).fault().code()).isEqualTo("InvalidCiphertextException");
    }

    @Test
    void a_disabled_key_opens_nothing() {
        keys.givenDisabled(keyId);

        AwsFault fault = keys.fault("Decrypt", decryption(blob, CONTEXT).build());

        assertThat(fault.code()).isEqualTo("DisabledException");
        assertThat(fault.text()).isEqualTo(arn("key/" + keyId) + " is disabled.");
    }

    @Test
    void a_key_that_is_named_must_be_the_one_that_sealed() {
        String other = keys.givenKey();
        keys.givenAlias("alias/right", keyId);
        keys.givenAlias("alias/wrong", other);

        for (String right : List.of(keyId, arn("key/" + keyId), "alias/right", arn("alias/right"))) {
            assertThat(plaintext(keys.answer(
                            "Decrypt",
                            decryption(blob, CONTEXT).put("KeyId", right).build())))
                    .isEqualTo("hunter2");
        }
        for (String wrong : List.of(other, arn("key/" + other), "alias/wrong", "alias/aws/ssm")) {
            AwsFault fault = keys.fault(
                    "Decrypt", decryption(blob, CONTEXT).put("KeyId", wrong).build());
            assertThat(fault.code()).isEqualTo("IncorrectKeyException");
            assertThat(fault.text())
                    .isEqualTo("The key ID in the request does not identify a CMK that can perform this operation.");
        }
        assertThat(keys.fault(
                                "Decrypt",
                                decryption(blob, CONTEXT)
                                        .put("KeyId", KeyScenario.NOBODY)
                                        .build())
                        .code())
                .isEqualTo("NotFoundException");
    }

    @Test
    void permission_is_asked_for_the_key_that_the_caller_names_or_else_the_blob() {
        keys.givenAlias("alias/right", keyId);

        assertResources(arn("key/" + keyId), decryption(blob, CONTEXT).build());
        assertResources(
                arn("key/" + keyId),
                decryption(blob, CONTEXT).put("KeyId", "alias/right").build());
        assertResources(
                "arn:aws:kms:eu-west-1:999999999999:alias/x",
                decryption(blob, CONTEXT)
                        .put("KeyId", "arn:aws:kms:eu-west-1:999999999999:alias/x")
                        .build());
        assertResources(arn("key/" + keyId), input("KeyId", keyId));
    }

    @Test
    void a_caller_without_permission_gets_nothing() {
        keys.scenario.permitting((action, resource) ->
                action.equals("kms:Decrypt") ? new Decision.Denied("test") : new Decision.Allowed());

        assertThat(keys.fault("Decrypt", decryption(blob, CONTEXT).build()).code())
                .isEqualTo("AccessDeniedException");
        assertThat(keys.fault(
                                "Decrypt",
                                decryption(blob, CONTEXT).put("KeyId", keyId).build())
                        .code())
                .isEqualTo("AccessDeniedException");
    }

    @Test
    void a_dry_run_says_what_would_happen() {
        assertThat(dryRun(CONTEXT).code()).isEqualTo("DryRunOperationException");
        assertThat(dryRun(Map.of()).code()).isEqualTo("InvalidCiphertextException");
    }

    @Test
    void a_dry_run_that_ignores_the_ciphertext_needs_a_key_instead() {
        Structure.Builder input =
                Structure.builder().put("DryRun", true).putTexts("DryRunModifiers", List.of("IGNORE_CIPHERTEXT"));

        assertThat(keys.fault("Decrypt", input.build()).text()).contains("Value null at 'keyId'");
        assertThat(keys.fault("Decrypt", input.put("KeyId", keyId).build()).code())
                .isEqualTo("DryRunOperationException");
        keys.givenDisabled(keyId);
        assertThat(keys.fault("Decrypt", input.build()).code()).isEqualTo("DisabledException");
    }

    @Test
    void without_a_dry_run_the_ciphertext_must_be_there() {
        AwsFault fault = keys.fault("Decrypt", input("KeyId", keyId));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint:"
                        + " Member must not be null");
    }

    @Test
    void a_plaintext_that_only_an_enclave_should_read_is_not_given_in_clear() {
        Structure input =
                decryption(blob, CONTEXT).put("Recipient", Structure.EMPTY).build();

        assertThat(keys.fault("Decrypt", input).code()).isEqualTo("UnsupportedOperationException");
    }

    @Test
    void the_record_shows_the_algorithm_whether_it_was_said_or_not() {
        Structure silent = keys.operation("Decrypt").recordedInput().of(input("KeyId", keyId));
        Structure aloud = keys.operation("Decrypt").recordedInput().of(input("EncryptionAlgorithm", "SM2PKE"));

        assertThat(silent.member("EncryptionAlgorithm")).contains(new Text("SYMMETRIC_DEFAULT"));
        assertThat(aloud.member("EncryptionAlgorithm")).contains(new Text("SM2PKE"));
    }

    private AwsFault dryRun(Map<String, String> context) {
        return keys.fault(
                "Decrypt", decryption(blob, context).put("DryRun", true).build());
    }

    private boolean namesAnother(byte[] bytes) {
        return CiphertextBlob.parse(bytes)
                .map(CiphertextBlob::keyId)
                .filter(other -> KeyId.isValid(other) && !other.equals(keyId))
                .isPresent();
    }

    private void assertUnreachableKey(Structure input) {
        AwsFault fault = keys.fault("Decrypt", input);
        assertThat(fault.code()).isEqualTo("AccessDeniedException");
        assertThat(fault.text())
                .isEqualTo("The ciphertext refers to a customer master key that does not exist, does not exist in this"
                        + " region, or you are not allowed to access.");
    }

    private void assertInvalidCiphertext(Structure input) {
        AwsFault fault = keys.fault("Decrypt", input);
        assertThat(fault.code()).isEqualTo("InvalidCiphertextException");
        assertThat(fault.text()).isEmpty();
    }

    private void assertResources(String expected, Structure input) {
        assertThat(keys.scenario.resources(keys.operation("Decrypt"), input)).containsExactly(expected);
    }
}
