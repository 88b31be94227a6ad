package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.secureString;
import static io.attestore.command.ssm.ParameterScenario.string;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyManager;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecureStringTest {

    private static final Map<String, String> CONTEXT =
            Map.of("PARAMETER_ARN", "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db");

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @Test
    void the_first_secure_string_brings_the_default_key_to_life() {
        parameters.put(secureString("/prod/db", "hunter2"));

        assertThat(parameters.eventsAfter(0))
                .extracting(Event::getClass)
                .isEqualTo(List.of(
                        KeyCreated.class,
                        AliasCreated.class,
                        ParameterCreated.class,
                        ParameterVersionPut.class,
                        KeyUsed.class));
        assertThat(parameters.present("/prod/db").current().keyReference()).contains("alias/aws/ssm");
    }

    @Test
    void the_value_is_kms_ciphertext_bound_to_the_parameters_arn_and_the_use_is_recorded() {
        parameters.put(secureString("/prod/db", "hunter2"));

        KeyFacts key = defaultKey();
        assertThat(decrypted(parameters.present("/prod/db").current(), key)).isEqualTo("hunter2");
        assertThat(parameters.eventsAfter(0))
                .contains(new KeyUsed(Scenario.WHERE, key.keyId(), "Encrypt", List.of(CONTEXT)));
    }

    @Test
    void the_four_forms_of_a_key_reference_are_taken_and_kept_as_written() {
        parameters.put(secureString("/first", "x"));
        KeyFacts key = defaultKey();

        for (String reference : List.of(
                key.keyId().value(),
                key.arn().value(),
                "alias/aws/ssm",
                "arn:aws:kms:eu-west-1:123456789012:alias/aws/ssm")) {
            parameters.put(secureString("/prod/db", "x").put("KeyId", reference).put("Overwrite", true));

            assertThat(parameters.present("/prod/db").current().keyReference()).contains(reference);
            assertThat(decrypted(parameters.present("/prod/db").current(), key)).isEqualTo("x");
        }
    }

    @Test
    void without_permission_to_encrypt_nothing_is_put_and_the_refusal_is_recorded() {
        parameters.put(secureString("/first", "x"));
        KeyFacts key = defaultKey();
        parameters.scenario.permitting(
                (action, arn) -> action.equals("kms:Encrypt") ? new Decision.Denied("test") : new Decision.Allowed());

        Outcome.Refused refused = refused(secureString("/prod/db", "hunter2").build());

        assertThat(refused.fault().code()).isEqualTo("AccessDeniedException");
        assertThat(refused.fault().text())
                .startsWith("User: arn:aws:iam::123456789012:root is not authorized to perform: kms:Encrypt on"
                        + " resource: " + key.arn() + " (Service: AWSKMS; Status Code: 400; Error Code:"
                        + " AccessDeniedException; Request ID: ");
        assertThat(refused.events()).singleElement().isInstanceOfSatisfying(KeyUseRefused.class, event -> {
            assertThat(event.keyId()).isEqualTo(key.keyId());
            assertThat(event.operation()).isEqualTo("Encrypt");
            assertThat(event.encryptionContext()).isEqualTo(CONTEXT);
            assertThat(event.errorCode()).isEqualTo("AccessDeniedException");
        });
    }

    @Test
    void a_key_that_is_refused_before_it_was_created_is_not_spoken_of() {
        parameters.scenario.permitting(
                (action, arn) -> action.equals("kms:Encrypt") ? new Decision.Denied("test") : new Decision.Allowed());

        assertThat(refused(secureString("/prod/db", "hunter2").build()).events())
                .isEmpty();
    }

    @Test
    void a_disabled_key_encrypts_nothing_and_kms_says_why() {
        parameters.put(secureString("/first", "x"));
        KeyFacts key = defaultKey();
        parameters.scenario.given(new KeyDisabled(Scenario.WHERE, key.keyId()));

        Outcome.Refused refused = refused(secureString("/prod/db", "hunter2").build());

        assertThat(refused.fault().code()).isEqualTo("InvalidKeyId");
        assertThat(refused.fault().text())
                .isEqualTo(key.arn() + " is disabled. (Service: AWSKMS; Status Code: 400; Error Code:"
                        + " DisabledException; Request ID: 00000000-0000-4000-8000-000000000001)");
        assertThat(refused.events())
                .containsExactly(new KeyUseRefused(
                        Scenario.WHERE,
                        key.keyId(),
                        "Encrypt",
                        CONTEXT,
                        "DisabledException",
                        key.arn() + " is disabled."));
    }

    @ParameterizedTest
    @CsvSource({
        "alias/none, Alias arn:aws:kms:eu-west-1:123456789012:alias/none is not found.",
        "11111111-1111-1111-1111-111111111111, Key 'arn:aws:kms:eu-west-1:123456789012:key/11111111-1111-1111-1111-111111111111' does not exist",
        "nonsense, Invalid keyId 'nonsense'",
        "arn:aws:kms:eu-central-1:123456789012:alias/aws/ssm, Invalid arn eu-central-1",
        "arn:aws:kms:eu-central-1:210987654321:alias/any, Invalid arn eu-central-1"
    })
    void a_key_that_is_not_there_is_an_invalid_key_id(String reference, String text) {
        AwsFault fault = parameters.scenario.fault(
                operation, secureString("/x", "x").put("KeyId", reference).build());

        assertThat(fault.code()).isEqualTo("InvalidKeyId");
        assertThat(fault.text())
                .startsWith(text + " (Service: AWSKMS; Status Code: 400; Error Code: NotFoundException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:kms:eu-west-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "arn:aws:kms:eu-west-1:210987654321:key/11111111-1111-1111-1111-111111111111",
                "arn:aws:kms:eu-west-1:210987654321:alias/theirs",
                "arn:aws:kms:eu-west-1:210987654321:alias/none",
                "arn:aws:kms:eu-west-1:210987654321:alias/aws/ssm"
            })
    void whether_another_account_has_a_key_is_not_told_to_whom_may_not_use_it(String reference) {
        AccountRegion theirs = new AccountRegion(new AccountId("210987654321"), Scenario.WHERE.region());
        KeyId key = new KeyId("1234abcd-12ab-34cd-56ef-1234567890ab");
        parameters.scenario.given(
                new KeyCreated(
                        theirs,
                        key,
                        new KeyMaterialId("0".repeat(64)),
                        KeyManager.CUSTOMER,
                        "",
                        Map.of(),
                        Optional.empty()),
                new AliasCreated(theirs, new AliasName("alias/theirs"), key));
        parameters.scenario.permitting(
                (action, arn) -> arn.contains(":210987654321:") ? new Decision.Denied("test") : new Decision.Allowed());

        Outcome.Refused refused =
                refused(secureString("/x", "x").put("KeyId", reference).build());

        assertThat(refused.events()).isEmpty();
        assertThat(refused.fault().code()).isEqualTo("AccessDeniedException");
        assertThat(refused.fault().text())
                .startsWith("User: arn:aws:iam::123456789012:root is not authorized to perform: kms:Encrypt on"
                        + " resource: " + reference + " (Service: AWSKMS; Status Code: 400;");
    }

    @Test
    void no_event_no_fault_and_no_description_of_an_outcome_holds_a_value() {
        String canary = "canary-7f3a9";
        List<String> written = new ArrayList<>();
        for (var input : List.of(
                string("/a", canary).build(),
                secureString("/b", canary).build(),
                string("/c", canary).put("AllowedPattern", "\\d+").build(),
                string("/d", "{{" + canary + "}}").build(),
                string("/e", canary.repeat(400)).build(),
                secureString("/f", canary).put("KeyId", "alias/none").build(),
                string("/a", canary).build(),
                string("/a b", canary).build())) {
            written.add(input.toString());
            Outcome outcome = parameters.scenario.when(operation, input);
            written.add(outcome.toString());
            outcome.events().forEach(event -> written.add(event.toString()));
            if (outcome instanceof Outcome.Refused refused) {
                written.add(refused.fault().text() + refused.fault());
            }
        }

        assertThat(written).hasSizeGreaterThan(16).noneMatch(text -> text.contains(canary));
        assertThat(parameters.eventsAfter(0))
                .filteredOn(ParameterVersionPut.class::isInstance)
                .hasSize(2);
        parameters.eventsAfter(0).stream()
                .filter(ParameterVersionPut.class::isInstance)
                .map(event ->
                        new String(((ParameterVersionPut) event).sealedValue().toArray(), UTF_8))
                .forEach(stored -> assertThat(stored).doesNotContain(canary));
    }

    private Outcome.Refused refused(Structure input) {
        return (Outcome.Refused) parameters.scenario.when(operation, input);
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

    private String decrypted(ParameterVersion version, KeyFacts key) {
        try (SecretBytes stored = parameters.stored(version)) {
            CiphertextBlob blob = stored.withBytes(InsecureSecretAccess.get(), CiphertextBlob::parse)
                    .orElseThrow();
            return parameters
                    .cipher
                    .decrypt(key, blob, CONTEXT)
                    .orElseThrow()
                    .withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8));
        }
    }
}
