package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.arn;
import static io.attestore.query.kms.KeyScenario.decryption;
import static io.attestore.query.kms.KeyScenario.encryption;
import static io.attestore.query.kms.KeyScenario.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.entities.Scenario;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyTagged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What uses of a key tell policies. */
class KeyConditionsTest {

    private static final Map<String, String> CONTEXT = Map.of("AppName", "ledger", "Stage", "test");

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();

    @Test
    void a_use_tells_its_encryption_context_and_algorithm() {
        Access access = access("Encrypt", encryption(keyId, "secret", CONTEXT).build());

        assertThat(values(access, "kms:EncryptionContext:AppName")).contains(List.of("ledger"));
        assertThat(values(access, "kms:EncryptionContext:Other")).isEmpty();
        assertThat(values(access, "kms:EncryptionContextKeys"))
                .hasValueSatisfying(names -> assertThat(names).containsExactlyInAnyOrder("AppName", "Stage"));
        assertThat(values(access, "kms:EncryptionAlgorithm")).contains(List.of("SYMMETRIC_DEFAULT"));
    }

    @Test
    void without_an_encryption_context_there_are_no_keys_of_it() {
        Access access = access("Encrypt", encryption(keyId, "secret", Map.of()).build());

        assertThat(values(access, "kms:EncryptionContextKeys")).isEmpty();
    }

    @Test
    void a_data_key_is_sealed_with_the_one_algorithm_of_symmetric_keys() {
        Structure input = Structure.builder()
                .put("KeyId", keyId)
                .put("KeySpec", "AES_256")
                .putTextMap("EncryptionContext", CONTEXT)
                .build();
        Access access = access("GenerateDataKey", input);

        assertThat(values(access, "kms:EncryptionAlgorithm")).contains(List.of("SYMMETRIC_DEFAULT"));
        assertThat(values(access, "kms:EncryptionContext:AppName")).contains(List.of("ledger"));
    }

    @Test
    void a_ciphertext_leads_to_the_key_that_its_use_tells_of() {
        Access access = access(
                "Decrypt",
                decryption(keys.blob(keyId, "secret", CONTEXT), CONTEXT).build());

        assertThat(access.resource()).isEqualTo(arn("key/" + keyId));
        assertThat(values(access, "kms:KeySpec")).contains(List.of("SYMMETRIC_DEFAULT"));
        assertThat(values(access, "kms:EncryptionContext:Stage")).contains(List.of("test"));
        assertThat(values(access, "kms:RequestAlias")).isEmpty();
    }

    @Test
    void only_a_call_by_alias_tells_it() {
        keys.givenAlias("alias/app", keyId);

        assertThat(values(access("DescribeKey", input("KeyId", "alias/app")), "kms:RequestAlias"))
                .contains(List.of("alias/app"));
        assertThat(values(access("DescribeKey", input("KeyId", arn("alias/app"))), "kms:RequestAlias"))
                .contains(List.of("alias/app"));
        assertThat(values(access("DescribeKey", input("KeyId", keyId)), "kms:RequestAlias"))
                .isEmpty();
    }

    @Test
    void a_key_tells_its_kind_its_tags_and_its_aliases() {
        keys.givenAlias("alias/app", keyId);
        keys.givenAlias("alias/other", keys.givenKey());
        keys.scenario.given(new KeyTagged(Scenario.WHERE, new KeyId(keyId), Map.of("Owner", "me")));
        Access access = access("ListResourceTags", input("KeyId", keyId));

        assertThat(values(access, "kms:KeyUsage")).contains(List.of("ENCRYPT_DECRYPT"));
        assertThat(values(access, "kms:KeyOrigin")).contains(List.of("AWS_KMS"));
        assertThat(values(access, "kms:MultiRegion")).contains(List.of("false"));
        assertThat(values(access, "aws:ResourceTag/Owner")).contains(List.of("me"));
        assertThat(values(access, "kms:ResourceAliases")).contains(List.of("alias/app"));
        assertThat(values(access, "kms:CallerAccount")).contains(List.of("123456789012"));
    }

    @Test
    void a_key_that_is_not_there_tells_nothing_of_itself() {
        Access access = access("DescribeKey", input("KeyId", KeyScenario.NOBODY));

        assertThat(values(access, "kms:KeySpec")).isEmpty();
        assertThat(values(access, "kms:ResourceAliases")).isEmpty();
        assertThat(values(access, "kms:CallerAccount")).isPresent();
    }

    @Test
    void a_key_that_comes_to_be_with_the_call_tells_what_it_will_be() {
        Access access = access("DescribeKey", input("KeyId", "alias/aws/ssm"));

        assertThat(values(access, "kms:KeyOrigin")).contains(List.of("AWS_KMS"));
        assertThat(values(access, "kms:RequestAlias")).contains(List.of("alias/aws/ssm"));
    }

    private Access access(String operation, Structure input) {
        return keys.scenario.accesses(keys.operation(operation), input).getFirst();
    }

    private static Optional<List<String>> values(Access access, String key) {
        return access.conditions().values(key);
    }
}
