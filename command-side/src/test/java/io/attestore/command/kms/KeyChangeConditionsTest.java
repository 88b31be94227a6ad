package io.attestore.command.kms;

import static io.attestore.command.kms.KeyScenario.input;
import static io.attestore.command.kms.KeyScenario.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changes of keys tell policies. */
class KeyChangeConditionsTest {

    private final KeyScenario keys = new KeyScenario();

    @Test
    void a_new_key_tells_the_kind_that_it_has_if_nothing_is_said() {
        Access access = accesses("CreateKey", Structure.EMPTY).getFirst();

        assertThat(values(access, "kms:KeySpec")).contains(List.of("SYMMETRIC_DEFAULT"));
        assertThat(values(access, "kms:KeyUsage")).contains(List.of("ENCRYPT_DECRYPT"));
        assertThat(values(access, "kms:KeyOrigin")).contains(List.of("AWS_KMS"));
        assertThat(values(access, "kms:MultiRegion")).contains(List.of("false"));
        assertThat(values(access, "kms:CallerAccount")).contains(List.of("123456789012"));
        assertThat(values(access, "kms:MultiRegionKeyType")).isEmpty();
        assertThat(values(access, "kms:BypassPolicyLockoutSafetyCheck")).isEmpty();
        assertThat(values(access, "aws:TagKeys")).isEmpty();
    }

    @Test
    void a_new_key_tells_what_is_asked_for_whether_it_is_offered_or_not() {
        Structure input = Structure.builder()
                .put("CustomerMasterKeySpec", "RSA_2048")
                .put("KeyUsage", "SIGN_VERIFY")
                .put("Origin", "EXTERNAL")
                .put("MultiRegion", true)
                .put("BypassPolicyLockoutSafetyCheck", true)
                .build();
        Access access = accesses("CreateKey", input).getFirst();

        assertThat(values(access, "kms:KeySpec")).contains(List.of("RSA_2048"));
        assertThat(values(access, "kms:KeyUsage")).contains(List.of("SIGN_VERIFY"));
        assertThat(values(access, "kms:KeyOrigin")).contains(List.of("EXTERNAL"));
        assertThat(values(access, "kms:MultiRegion")).contains(List.of("true"));
        assertThat(values(access, "kms:MultiRegionKeyType")).contains(List.of("PRIMARY"));
        assertThat(values(access, "kms:BypassPolicyLockoutSafetyCheck")).contains(List.of("true"));
    }

    @Test
    void tags_of_a_new_key_are_told_for_its_creation_and_for_its_tagging() {
        Structure input = Structure.builder()
                .putAll("Tags", List.of(tag("Owner", "me"), tag("Stage", "test")))
                .build();

        assertThat(accesses("CreateKey", input)).hasSize(2).allSatisfy(access -> {
            assertThat(values(access, "aws:TagKeys")).contains(List.of("Owner", "Stage"));
            assertThat(values(access, "aws:RequestTag/owner")).contains(List.of("me"));
        });
    }

    @Test
    void tags_that_a_key_has_are_told_apart_from_those_that_it_shall_have() {
        String keyId = keys.createdKey();
        keys.answer("TagResource", tagging(keyId, "mine"));
        Access access = accesses("TagResource", tagging(keyId, "yours")).getFirst();

        assertThat(values(access, "aws:RequestTag/Owner")).contains(List.of("yours"));
        assertThat(values(access, "aws:ResourceTag/Owner")).contains(List.of("mine"));
    }

    @Test
    void tags_that_are_taken_off_are_told_by_their_keys() {
        Structure input = Structure.builder()
                .put("KeyId", keys.createdKey())
                .putTexts("TagKeys", List.of("Owner"))
                .build();
        Access access = accesses("UntagResource", input).getFirst();

        assertThat(values(access, "aws:TagKeys")).contains(List.of("Owner"));
        assertThat(values(access, "aws:RequestTag/Owner")).isEmpty();
    }

    @Test
    void an_alias_tells_who_calls_and_its_key_what_it_is() {
        List<Access> accesses =
                accesses("CreateAlias", input("AliasName", "alias/app", "TargetKeyId", keys.createdKey()));

        assertThat(values(accesses.getFirst(), "kms:KeySpec")).isPresent();
        assertThat(values(accesses.getLast(), "kms:KeySpec")).isEmpty();
        assertThat(accesses)
                .allSatisfy(access ->
                        assertThat(values(access, "kms:CallerAccount")).isPresent());
    }

    private static Structure tagging(String keyId, String owner) {
        return Structure.builder()
                .put("KeyId", keyId)
                .putAll("Tags", List.of(tag("Owner", owner)))
                .build();
    }

    private List<Access> accesses(String operation, Structure input) {
        return keys.scenario.accesses(keys.operation(operation), input);
    }

    private static Optional<List<String>> values(Access access, String key) {
        return access.conditions().values(key);
    }
}
