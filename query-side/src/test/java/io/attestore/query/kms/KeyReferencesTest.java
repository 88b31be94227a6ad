package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.NOBODY;
import static io.attestore.query.kms.KeyScenario.arn;
import static io.attestore.query.kms.KeyScenario.encryption;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.key.KeyUsed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How DescribeKey, Encrypt and GenerateDataKey are told which key is meant. */
class KeyReferencesTest {

    private static final AccountRegion ELSEWHERE =
            new AccountRegion(new AccountId("999999999999"), Scenario.WHERE.region());

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();

    @ParameterizedTest
    @ValueSource(strings = {"DescribeKey", "Encrypt", "GenerateDataKey"})
    void four_forms_name_the_same_key(String operation) {
        keys.givenAlias("alias/app", keyId);

        for (String form : List.of(keyId, arn("key/" + keyId), "alias/app", arn("alias/app"))) {
            assertThat(keys.answer(operation, input(form)).toString()).contains(arn("key/" + keyId));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000000-0000-4000-8000-000000000000 | NotFoundException"
                        + " | Key 'arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000' does not"
                        + " exist",
                "alias/none | NotFoundException | Alias arn:aws:kms:eu-west-1:123456789012:alias/none is not found.",
                "foo | NotFoundException | Invalid keyId 'foo'",
                "arn:aws:kms:eu-west-1:123456789012:key/foo | NotFoundException | Invalid keyId foo",
                "arn:aws:s3:::bucket | InvalidArnException | Invalid arn arn:aws:s3:::bucket",
                "arn:aws:kms:us-east-1:123456789012:alias/aws/ssm | NotFoundException | Invalid arn us-east-1",
            })
    void what_names_no_key_is_refused_in_the_words_of_kms(String reference, String code, String text) {
        for (String operation : List.of("DescribeKey", "Encrypt", "GenerateDataKey")) {
            AwsFault fault = keys.fault(operation, input(reference));
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({"DescribeKey", "Encrypt", "GenerateDataKey"})
    void the_caller_must_be_permitted_on_the_key_behind_an_alias(String operation) {
        keys.givenAlias("alias/app", keyId);
        keys.scenario.permitting(
                (action, resource) -> action.equals("kms:" + operation) && resource.equals(arn("key/" + keyId))
                        ? new Decision.Denied("because test")
                        : new Decision.Allowed());

        AwsFault fault = keys.fault(operation, input("alias/app"));

        assertThat(fault.code()).isEqualTo("AccessDeniedException");
        assertThat(fault.text())
                .isEqualTo("User: arn:aws:iam::123456789012:root is not authorized to perform: kms:" + operation
                        + " on resource: " + arn("key/" + keyId) + " because test");
    }

    @Test
    void a_denied_caller_does_not_learn_whether_a_key_of_another_account_is_there() {
        String foreign = keys.givenKey(ELSEWHERE, "11111111-1111-4111-8111-111111111111");
        keys.scenario.permitting((action, resource) ->
                resource.contains(":999999999999:") ? new Decision.Denied("because test") : new Decision.Allowed());

        for (String resource : List.of("key/" + foreign, "key/" + NOBODY, "alias/aws/ssm", "alias/none")) {
            String reference = "arn:aws:kms:eu-west-1:999999999999:" + resource;
            AwsFault fault = keys.fault("Encrypt", input(reference));
            assertThat(fault.code()).isEqualTo("AccessDeniedException");
            assertThat(fault.text()).contains("on resource: " + reference + " because");
        }
    }

    @Test
    void a_permitted_caller_uses_a_key_of_another_account_which_stays_that_accounts() {
        String foreign = keys.givenKey(ELSEWHERE, "11111111-1111-4111-8111-111111111111");
        String reference = "arn:aws:kms:eu-west-1:999999999999:key/" + foreign;

        Outcome.Answered outcome = (Outcome.Answered) keys.when("Encrypt", input(reference));

        assertThat(outcome.output().text("KeyId")).isEqualTo(reference);
        assertThat(((KeyUsed) outcome.events().getFirst()).where()).isEqualTo(ELSEWHERE);
    }

    @Test
    void permission_is_asked_for_the_key_itself_also_behind_an_alias() {
        keys.givenAlias("alias/app", keyId);
        assertThat(keys.scenario.resources(keys.operation("Encrypt"), input(keyId)))
                .containsExactly(arn("key/" + keyId));
        assertThat(keys.scenario.resources(keys.operation("Encrypt"), input("alias/app")))
                .containsExactly(arn("key/" + keyId));
    }

    private static Structure input(String reference) {
        return encryption(reference, "x", Map.of()).put("KeySpec", "AES_256").build();
    }
}
