package io.attestore.query.ssm.parameter;

import static io.attestore.query.ssm.StoredParameters.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.cryptography.envelope.EncryptedMessage;
import io.attestore.entities.Scenario;
import io.attestore.events.Bytes;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.query.ssm.StoredParameters;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AdvancedSecureStringTest {

    private static final String LONG_VALUE = "hunter2".repeat(1000);

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("GetParameter");

    @Test
    void the_message_is_opened_and_kms_decrypt_is_on_record() {
        stored.advancedSecureString("/prod/db", LONG_VALUE);
        int before = stored.eventCount();

        assertThat(value(parameter("/prod/db", true))).isEqualTo(LONG_VALUE);

        assertThat(stored.eventsAfter(before))
                .singleElement(InstanceOfAssertFactories.type(ParameterRead.class))
                .satisfies(read -> assertThat(read.disclosures())
                        .singleElement()
                        .extracting(ParameterRead.Disclosure::openedBy)
                        .isEqualTo(Optional.of(new ParameterRead.OpeningKey(
                                Scenario.WHERE, stored.defaultKey().keyId()))));
    }

    @Test
    void without_decryption_the_message_itself_is_answered() {
        stored.advancedSecureString("/prod/db", "hunter2");

        byte[] message = Base64.getDecoder().decode(value(parameter("/prod/db", false)));

        assertThat(EncryptedMessage.parse(message)).isPresent();
    }

    @Test
    void a_disabled_key_opens_nothing() {
        stored.advancedSecureString("/prod/db", "hunter2");
        stored.scenario.given(
                new KeyDisabled(Scenario.WHERE, stored.defaultKey().keyId()));

        assertThat(stored.scenario.fault(operation, input("/prod/db", true)).code())
                .isEqualTo("InvalidKeyId");
    }

    @Test
    void a_message_of_another_parameter_is_not_authentic_here() {
        stored.advanced("/prod/db", stored.messageFor("/prod/other", "hunter2"), List.of());

        assertThat(stored.scenario.fault(operation, input("/prod/db", true)))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("InvalidKeyId"))
                .satisfies(fault -> assertThat(fault.text()).contains("InvalidCiphertextException"));
    }

    @Test
    void bytes_that_are_no_message_are_our_failing() {
        stored.advanced("/prod/db", Bytes.copyOf(new byte[40]), List.of());

        assertThat(stored.scenario.fault(operation, input("/prod/db", true)).code())
                .isEqualTo("InternalServerError");
    }

    private Structure parameter(String name, boolean withDecryption) {
        return (Structure) stored.scenario
                .answer(operation, input(name, withDecryption))
                .member("Parameter")
                .orElseThrow();
    }

    private static Structure input(String name, boolean withDecryption) {
        return Structure.builder()
                .put("Name", name)
                .put("WithDecryption", withDecryption)
                .build();
    }
}
