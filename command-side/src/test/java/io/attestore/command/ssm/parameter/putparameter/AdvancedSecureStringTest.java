package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.secureString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.envelope.EncryptedDataKey;
import io.attestore.cryptography.envelope.EncryptedMessage;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.material.EncryptionContext;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AdvancedSecureStringTest {

    private static final Map<String, String> CONTEXT =
            Map.of("PARAMETER_ARN", "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db");
    private static final String LONG_VALUE = "hunter2".repeat(1000);

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @Test
    void the_value_is_a_message_whose_data_key_the_kms_key_encrypted_with_the_same_context() {
        parameters.put(secureString("/prod/db", LONG_VALUE).put("Tier", "Advanced"));

        KeyFacts key = defaultKey();
        EncryptedMessage message = message(parameters.present("/prod/db").current());
        EncryptedDataKey dataKey = message.dataKeys().getFirst();
        assertThat(message.context()).isEqualTo(EncryptionContext.of(CONTEXT));
        assertThat(dataKey.provider()).isEqualTo("aws-kms");
        assertThat(dataKey.providerInformation()).isEqualTo(key.arn().value());
        assertThat(opened(message, key)).isEqualTo(LONG_VALUE);
    }

    @Test
    void kms_was_asked_for_a_data_key() {
        parameters.put(secureString("/prod/db", "hunter2").put("Tier", "Advanced"));

        assertThat(parameters.eventsAfter(0))
                .contains(new KeyUsed(Scenario.WHERE, defaultKey().keyId(), "GenerateDataKey", List.of(CONTEXT)));
    }

    @Test
    void permission_to_generate_data_keys_is_what_it_takes() {
        parameters.put(secureString("/first", "x"));
        parameters.scenario.permitting((action, arn) ->
                action.equals("kms:GenerateDataKey") ? new Decision.Denied("test") : new Decision.Allowed());

        Outcome outcome = parameters.scenario.when(
                operation,
                secureString("/prod/db", "hunter2").put("Tier", "Advanced").build());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.fault().code()).isEqualTo("AccessDeniedException");
            assertThat(refused.fault().text()).contains("is not authorized to perform: kms:GenerateDataKey");
            assertThat(refused.events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            KeyUseRefused.class,
                            event -> assertThat(event.operation()).isEqualTo("GenerateDataKey"));
        });
        parameters.put(secureString("/standard", "hunter2"));
    }

    @Test
    void a_disabled_key_seals_nothing() {
        parameters.put(secureString("/first", "x"));
        parameters.scenario.given(new KeyDisabled(Scenario.WHERE, defaultKey().keyId()));

        assertThat(parameters.scenario.fault(
                        operation,
                        secureString("/prod/db", "hunter2")
                                .put("Tier", "Advanced")
                                .build()))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("InvalidKeyId"))
                .satisfies(fault -> assertThat(fault.text()).contains("DisabledException"));
    }

    @Test
    void making_it_advanced_leaves_the_versions_before_as_they_were() {
        parameters.put(secureString("/prod/db", "one"));
        parameters.put(secureString("/prod/db", "two").put("Tier", "Advanced").put("Overwrite", true));

        List<ParameterVersion> versions = parameters.present("/prod/db").versions();
        assertThat(stored(versions.getFirst(), CiphertextBlob::parse)).isPresent();
        assertThat(stored(versions.getLast(), EncryptedMessage::parse)).isPresent();
    }

    private EncryptedMessage message(ParameterVersion version) {
        return stored(version, EncryptedMessage::parse).orElseThrow();
    }

    private <T> Optional<T> stored(ParameterVersion version, Function<byte[], Optional<T>> parse) {
        try (SecretBytes stored = parameters.stored(version)) {
            return stored.withBytes(InsecureSecretAccess.get(), parse);
        }
    }

    private String opened(EncryptedMessage message, KeyFacts key) {
        CiphertextBlob blob =
                CiphertextBlob.parse(message.dataKeys().getFirst().ciphertext()).orElseThrow();
        try (SecretBytes dataKey = parameters.cipher.decrypt(key, blob, CONTEXT).orElseThrow()) {
            return KeyCipher.decryptMessage(message, dataKey, CONTEXT)
                    .orElseThrow()
                    .withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8));
        }
    }

    private KeyFacts defaultKey() {
        KeyLookup.Result result = parameters.keys.find(
                parameters.scenario.history,
                Scenario.WHERE,
                "alias/aws/ssm",
                "request-1",
                Instant.parse("2026-11-21T12:00:00Z"));
        return ((KeyLookup.Found) result).facts();
    }
}
