package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Outcome;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import org.junit.jupiter.api.Test;

class DescribeKeyTest {

    private final KeyScenario keys = new KeyScenario();

    @Test
    void a_key_is_described_in_its_state() {
        String keyId = keys.givenKey();

        assertThat(described(keyId).text("KeyState")).isEqualTo("Enabled");
        keys.givenDisabled(keyId);

        Structure disabled = described(keyId);
        assertThat(disabled.text("KeyState")).isEqualTo("Disabled");
        assertThat(disabled.flag("Enabled")).isFalse();
        assertThat(disabled.text("KeyManager")).isEqualTo("CUSTOMER");
        assertThat(disabled.text("Description")).isEqualTo("a key");
    }

    @Test
    void after_a_rotation_the_current_material_is_another() {
        String keyId = keys.givenKey();
        String before = described(keyId).text("CurrentKeyMaterialId");

        keys.givenRotated(keyId);

        assertThat(described(keyId).text("CurrentKeyMaterialId")).isNotEqualTo(before);
    }

    @Test
    void the_key_of_parameter_store_is_created_at_the_first_look() {
        Outcome.Answered first = (Outcome.Answered) keys.when("DescribeKey", input("KeyId", "alias/aws/ssm"));
        Outcome.Answered second = (Outcome.Answered) keys.when("DescribeKey", input("KeyId", "alias/aws/ssm"));

        assertThat(first.events()).hasExactlyElementsOfTypes(KeyCreated.class, AliasCreated.class);
        assertThat(first.keyRows()).hasSize(1);
        assertThat(second.events()).isEmpty();
        assertThat(second.keyRows()).isEmpty();
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(metadata(first.output()).text("KeyManager")).isEqualTo("AWS");
        assertThat(metadata(first.output()).text("Description"))
                .isEqualTo("Default key that protects my SSM parameters when no other key is defined");
    }

    @Test
    void another_alias_of_awss_has_no_key_to_be_created() {
        assertThat(keys.fault("DescribeKey", input("KeyId", "alias/aws/none")).code())
                .isEqualTo("NotFoundException");
    }

    private Structure described(String keyId) {
        return metadata(keys.answer("DescribeKey", input("KeyId", keyId)));
    }

    private static Structure metadata(Structure output) {
        return (Structure) output.member("KeyMetadata").orElseThrow();
    }
}
