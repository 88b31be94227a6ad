package io.attestore.command.kms;

import static io.attestore.command.kms.KeyScenario.arn;
import static io.attestore.command.kms.KeyScenario.input;
import static io.attestore.command.kms.KeyScenario.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.key.Key;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateKeyTest {

    private final KeyScenario keys = new KeyScenario();

    @Test
    void a_new_key_is_enabled_symmetric_and_the_customers() {
        Structure metadata = metadata(keys.answer("CreateKey", input("Description", "payroll")));

        String keyId = metadata.text("KeyId");
        assertThat(metadata.text("AWSAccountId")).isEqualTo("123456789012");
        assertThat(metadata.text("Arn")).isEqualTo(arn("key/" + keyId));
        assertThat(metadata.optionalMoment("CreationDate")).contains(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(metadata.flag("Enabled")).isTrue();
        assertThat(metadata.text("Description")).isEqualTo("payroll");
        assertThat(metadata.text("KeyUsage")).isEqualTo("ENCRYPT_DECRYPT");
        assertThat(metadata.text("KeyState")).isEqualTo("Enabled");
        assertThat(metadata.text("Origin")).isEqualTo("AWS_KMS");
        assertThat(metadata.text("KeyManager")).isEqualTo("CUSTOMER");
        assertThat(metadata.text("CustomerMasterKeySpec")).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(metadata.text("KeySpec")).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(metadata.texts("EncryptionAlgorithms")).containsExactly("SYMMETRIC_DEFAULT");
        assertThat(metadata.flag("MultiRegion")).isFalse();
        assertThat(keys.key(keyId)).isInstanceOf(Key.Enabled.class);
        assertThat(((Key.Existing) keys.key(keyId)).facts().currentMaterialId().value())
                .isEqualTo(metadata.text("CurrentKeyMaterialId"));
    }

    @Test
    void a_call_that_is_decided_anew_makes_the_same_key_and_another_call_another() {
        List<KeyId> ids = Stream.of("one", "one", "two")
                .map(request -> {
                    keys.scenario.requesting(request);
                    Outcome outcome = keys.when("CreateKey", Structure.EMPTY);
                    return ((KeyCreated) outcome.events().getFirst()).keyId();
                })
                .toList();

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void its_material_is_stored_with_the_event_that_tells_of_it() {
        Outcome.Answered outcome = (Outcome.Answered) keys.when("CreateKey", Structure.EMPTY);

        KeyCreated created = (KeyCreated) outcome.events().getFirst();
        assertThat(outcome.keyRows()).hasSize(1);
        assertThat(created.manager()).isEqualTo(KeyManager.CUSTOMER);
        assertThat(keys.scenario.vault.material(created.where(), created.keyId(), created.materialId()))
                .isPresent();
    }

    @Test
    void tags_and_policy_are_kept_with_the_key() {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"AWS\":\"123456789012\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";
        Structure input = Structure.builder()
                .put("Policy", policy)
                .putAll("Tags", List.of(tag("owner", "payments"), tag("empty", "")))
                .build();

        String keyId = metadata(keys.answer("CreateKey", input)).text("KeyId");

        Key.Existing key = (Key.Existing) keys.key(keyId);
        assertThat(key.facts().policy().text()).isEqualTo(policy);
        assertThat(key.facts().keyTags()).isEqualTo(Map.of("owner", "payments", "empty", ""));
    }

    @Test
    void tags_need_the_permission_to_tag() {
        keys.scenario.permitting((action, arn) ->
                action.equals("kms:TagResource") ? new Decision.Denied("test") : new Decision.Allowed());

        AwsFault fault = keys.fault("CreateKey", tagged(tag("owner", "payments")));

        assertThat(fault.code()).isEqualTo("AccessDeniedException");
        assertThat(fault.text())
                .contains("User: arn:aws:iam::123456789012:root is not authorized to perform: kms:TagResource");
        keys.answer("CreateKey", Structure.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "KeySpec, SYMMETRIC_DEFAULT",
        "CustomerMasterKeySpec, SYMMETRIC_DEFAULT",
        "KeyUsage, ENCRYPT_DECRYPT",
        "Origin, AWS_KMS"
    })
    void what_is_offered_may_be_said_aloud(String member, String value) {
        assertThat(metadata(keys.answer("CreateKey", input(member, value))).text("KeySpec"))
                .isEqualTo("SYMMETRIC_DEFAULT");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, EXTERNAL, Origin EXTERNAL is not supported.",
        "CustomKeyStoreId, cks-1, CustomKeyStoreId is not supported.",
        "XksKeyId, bb8, XksKeyId is not supported."
    })
    void what_is_not_offered_is_refused_rather_than_ignored(String member, String value, String text) {
        AwsFault fault = keys.fault("CreateKey", input(member, value));

        assertThat(fault.code()).isEqualTo("UnsupportedOperationException");
        assertThat(fault.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "KeySpec, RSA_2048, SIGN_VERIFY",
        "KeySpec, RSA_4096, ENCRYPT_DECRYPT",
        "KeySpec, ECC_NIST_P256, KEY_AGREEMENT",
        "KeySpec, ECC_SECG_P256K1, SIGN_VERIFY",
        "KeySpec, SM2, ENCRYPT_DECRYPT",
        "CustomerMasterKeySpec, HMAC_256, GENERATE_VERIFY_MAC"
    })
    void another_kind_of_key_is_not_offered(String member, String keySpec, String usage) {
        AwsFault fault = keys.fault("CreateKey", input(member, keySpec, "KeyUsage", usage));

        assertThat(fault.code()).isEqualTo("UnsupportedOperationException");
        assertThat(fault.text()).isEqualTo(member + " " + keySpec + " is not supported.");
    }

    @ParameterizedTest
    @CsvSource({"KeySpec, RSA_2048", "CustomerMasterKeySpec, HMAC_256"})
    void another_kind_of_key_than_a_symmetric_one_needs_a_usage(String member, String keySpec) {
        AwsFault fault = keys.fault("CreateKey", input(member, keySpec));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
    }

    @ParameterizedTest
    @CsvSource({
        "SYMMETRIC_DEFAULT, SIGN_VERIFY",
        "RSA_2048, KEY_AGREEMENT",
        "HMAC_256, ENCRYPT_DECRYPT",
        "ECC_NIST_P256, ENCRYPT_DECRYPT",
        "ECC_SECG_P256K1, KEY_AGREEMENT"
    })
    void a_usage_that_no_key_of_its_spec_has_is_refused(String keySpec, String usage) {
        AwsFault fault = keys.fault("CreateKey", input("KeySpec", keySpec, "KeyUsage", usage));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).isEqualTo("KeyUsage " + usage + " is not compatible with KeySpec " + keySpec);
    }

    @Test
    void a_multi_region_key_is_not_offered_but_a_single_region_key_may_be_asked_for() {
        Structure multi = Structure.builder().put("MultiRegion", true).build();
        Structure single = Structure.builder().put("MultiRegion", false).build();

        assertThat(keys.fault("CreateKey", multi).code()).isEqualTo("UnsupportedOperationException");
        assertThat(metadata(keys.answer("CreateKey", single)).flag("MultiRegion"))
                .isFalse();
    }

    @Test
    void both_names_of_the_key_spec_at_once_are_refused() {
        AwsFault fault = keys.fault(
                "CreateKey", input("KeySpec", "SYMMETRIC_DEFAULT", "CustomerMasterKeySpec", "SYMMETRIC_DEFAULT"));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .startsWith("You cannot specify KeySpec and CustomerMasterKeySpec in the same request.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "[]", "\"text\"", "{", "{\"a\":1}}", "{\"a\":1} {}", "{\"a\":1,\"a\":2}", "{'a':1}"})
    void a_policy_that_is_not_one_json_object_is_refused(String policy) {
        assertThat(keys.fault("CreateKey", input("Policy", policy)).code())
                .isEqualTo("MalformedPolicyDocumentException");
    }

    @Test
    void a_policy_of_32_kilobytes_is_taken_and_one_byte_more_is_refused() {
        assertThat(keys.answer("CreateKey", input("Policy", policy(32_768)))).isNotNull();
        assertThat(keys.fault("CreateKey", input("Policy", policy(32_769))).code())
                .isEqualTo("LimitExceededException");
    }

    @Test
    void a_policy_nested_without_end_is_refused() {
        String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThat(keys.fault("CreateKey", input("Policy", deep)).code()).isEqualTo("MalformedPolicyDocumentException");
    }

    @Test
    void tags_are_at_most_fifty_each_once_and_not_of_aws() {
        List<Structure> fifty = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            fifty.add(tag("k" + i, "v"));
        }
        keys.answer("CreateKey", tagged(fifty.toArray(Structure[]::new)));
        fifty.add(tag("one more", "v"));

        assertTagFault("Too many tags", fifty.toArray(Structure[]::new));
        assertTagFault("Duplicate tag keys", tag("a", "1"), tag("a", "2"));
        assertTagFault("Tags beginning with aws: are reserved", tag("AWS:owner", "x"));
    }

    private void assertTagFault(String text, Structure... tags) {
        AwsFault fault = keys.fault("CreateKey", tagged(tags));
        assertThat(fault.code()).isEqualTo("TagException");
        assertThat(fault.text()).isEqualTo(text);
    }

    private static Structure tagged(Structure... tags) {
        return Structure.builder().putAll("Tags", List.of(tags)).build();
    }

    private static Structure metadata(Structure output) {
        return (Structure) output.member("KeyMetadata").orElseThrow();
    }

    private static String policy(int bytes) {
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"AWS\":\"123456789012\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}}";
        return text.replace(",\"Statement", "," + " ".repeat(bytes - text.length()) + "\"Statement");
    }
}
