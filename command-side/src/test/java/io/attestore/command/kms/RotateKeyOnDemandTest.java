package io.attestore.command.kms;

import static io.attestore.command.kms.KeyScenario.arn;
import static io.attestore.command.kms.KeyScenario.input;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.Bytes;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyMaterialRotated.RotationType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RotateKeyOnDemandTest {

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.createdKey();
    private final Structure input = input("KeyId", keyId);

    @Test
    void a_key_gets_new_material_that_is_stored_with_the_event() {
        String before = found().facts().currentMaterialId().value();

        Outcome.Answered outcome = (Outcome.Answered) keys.when("RotateKeyOnDemand", input);

        KeyMaterialRotated rotated = (KeyMaterialRotated) outcome.events().getFirst();
        assertThat(outcome.output().text("KeyId")).isEqualTo(arn("key/" + keyId));
        assertThat(outcome.keyRows()).hasSize(1);
        assertThat(rotated.rotationType()).isEqualTo(RotationType.ON_DEMAND);
        assertThat(rotated.previousMaterialId().value()).isEqualTo(before);
        assertThat(found().facts().currentMaterialId()).isEqualTo(rotated.materialId());
        assertThat(rotated.materialId()).isNotEqualTo(rotated.previousMaterialId());
    }

    @Test
    void what_was_sealed_before_the_rotation_still_opens() {
        KeyCipher cipher = new KeyCipher(keys.scenario.vault, keys.scenario.random);
        Bytes old = cipher.encrypt(found(), SecretBytes.copyOf("before".getBytes(UTF_8)), Map.of());

        keys.answer("RotateKeyOnDemand", input);

        CiphertextBlob blob = CiphertextBlob.parse(old.toArray()).orElseThrow();
        assertThat(cipher.decrypt(found().facts(), blob, Map.of())
                        .map(opened -> opened.withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8))))
                .contains("before");
    }

    @Test
    void a_key_is_rotated_on_demand_at_most_twenty_five_times() {
        for (int i = 0; i < 25; i++) {
            keys.answer("RotateKeyOnDemand", input);
        }

        AwsFault fault = keys.fault("RotateKeyOnDemand", input);

        assertThat(fault.code()).isEqualTo("LimitExceededException");
        assertThat(fault.text())
                .isEqualTo("The on-demand rotations limit has been reached for the given keyId. No more on-demand"
                        + " rotations can be performed for this key: " + arn("key/" + keyId));
    }

    @Test
    void a_disabled_key_is_not_rotated() {
        keys.answer("DisableKey", input);

        AwsFault fault = keys.fault("RotateKeyOnDemand", input);

        assertThat(fault.code()).isEqualTo("DisabledException");
        assertThat(fault.text()).isEqualTo(arn("key/" + keyId) + " is disabled.");
        assertThat(keys.key(keyId)).isInstanceOf(Key.Disabled.class);
    }

    @Test
    void the_key_of_parameter_store_is_not_rotated_by_its_alias() {
        AwsFault fault = keys.fault("RotateKeyOnDemand", input("KeyId", "alias/aws/ssm"));

        assertThat(fault.code()).isEqualTo("NotFoundException");
        assertThat(fault.text()).isEqualTo("Invalid keyId 'alias/aws/ssm'");
    }

    private KeyLookup.Found found() {
        return (KeyLookup.Found)
                keys.lookup.find(keys.scenario.history, Scenario.WHERE, keyId, "request-1", Instant.EPOCH);
    }
}
