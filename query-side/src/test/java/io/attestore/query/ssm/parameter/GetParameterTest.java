package io.attestore.query.ssm.parameter;

import static io.attestore.query.ssm.StoredParameters.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.query.ssm.StoredParameters;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetParameterTest {

    private static final Map<String, String> CONTEXT =
            Map.of("PARAMETER_ARN", "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db");

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("GetParameter");

    @Test
    void a_string_is_answered_with_all_that_aws_tells_of_it() {
        stored.string("/prod/db", "hunter2");

        Structure parameter = parameter(input("/prod/db"));

        assertThat(parameter.members().keySet())
                .containsExactly("Name", "Type", "Value", "Version", "LastModifiedDate", "ARN", "DataType");
        assertThat(parameter.text("Name")).isEqualTo("/prod/db");
        assertThat(parameter.text("Type")).isEqualTo("String");
        assertThat(value(parameter)).isEqualTo("hunter2");
        assertThat(parameter.optionalWhole("Version")).contains(1L);
        assertThat(parameter.optionalMoment("LastModifiedDate")).contains(StoredParameters.NOON);
        assertThat(parameter.text("ARN")).isEqualTo("arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db");
        assertThat(parameter.text("DataType")).isEqualTo("text");
    }

    @Test
    void the_answer_has_the_name_that_was_asked_for_and_the_record_that_of_the_parameter() {
        stored.string("plain", "1").string("/slashed", "2");
        int before = stored.eventCount();

        assertThat(parameter(input("/plain")).text("Name")).isEqualTo("/plain");
        assertThat(parameter(input("plain:1")).text("Name")).isEqualTo("plain");
        assertThat(parameter(input(" slashed ")).text("Name")).isEqualTo("slashed");
        assertThat(parameter(input("arn:aws:ssm:eu-west-1:123456789012:parameter/plain"))
                        .text("Name"))
                .isEqualTo("plain");

        assertThat(stored.eventsAfter(before))
                .first()
                .isEqualTo(new ParameterRead(
                        Scenario.WHERE,
                        List.of(new ParameterRead.Disclosure(new ParameterName("plain"), 1, ParameterType.STRING)),
                        false));
    }

    @Test
    void a_read_is_recorded_with_what_it_disclosed() {
        stored.string("/prod/db", "hunter2");
        int before = stored.eventCount();

        parameter(input("/prod/db"));

        assertThat(stored.eventsAfter(before))
                .containsExactly(new ParameterRead(
                        Scenario.WHERE,
                        List.of(new ParameterRead.Disclosure(new ParameterName("/prod/db"), 1, ParameterType.STRING)),
                        false));
    }

    @Test
    void a_secure_string_is_decrypted_on_demand_and_the_keys_use_is_recorded() {
        stored.secureString("/prod/db", "hunter2");
        int before = stored.eventCount();

        assertThat(value(parameter(decrypting("/prod/db")))).isEqualTo("hunter2");

        assertThat(stored.eventsAfter(before))
                .containsExactly(new ParameterRead(
                        Scenario.WHERE,
                        List.of(new ParameterRead.Disclosure(
                                new ParameterName("/prod/db"),
                                1,
                                ParameterType.SECURE_STRING,
                                Optional.of(new ParameterRead.OpeningKey(
                                        Scenario.WHERE, stored.defaultKey().keyId())))),
                        true));
    }

    @Test
    void without_decryption_the_answer_is_kms_ciphertext_in_base64_and_no_key_is_used() {
        stored.secureString("/prod/db", "hunter2");
        int before = stored.eventCount();

        String value = value(parameter(input("/prod/db")));

        assertThat(CiphertextBlob.parse(Base64.getDecoder().decode(value))
                        .orElseThrow()
                        .keyId())
                .isEqualTo(stored.defaultKey().keyId().value());
        assertThat(stored.eventsAfter(before))
                .singleElement()
                .isInstanceOfSatisfying(
                        ParameterRead.class,
                        read -> assertThat(read.withDecryption()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "/token", " token ", "arn:aws:ssm:eu-west-1:123456789012:parameter/token"})
    void every_spelling_and_the_arn_find_it(String name) {
        stored.string("token", "x");

        assertThat(parameter(input(name)).text("ARN")).isEqualTo("arn:aws:ssm:eu-west-1:123456789012:parameter/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x:1", "arn:aws:ssm:eu-west-1:123456789012:parameter/x:1"})
    void a_version_is_selected_by_its_number_and_the_answer_says_so(String name) {
        stored.string("/x", "old").string("/x", "new");

        Structure parameter = parameter(input(name));

        assertThat(value(parameter)).isEqualTo("old");
        assertThat(parameter.text("Selector")).isEqualTo(":1");
        assertThat(parameter.text("Name")).isEqualTo("/x");
        assertThat(parameter.text("ARN")).isEqualTo("arn:aws:ssm:eu-west-1:123456789012:parameter/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x:prod", " /x:prod ", "arn:aws:ssm:eu-west-1:123456789012:parameter/x:prod"})
    void a_version_is_selected_by_its_label_and_the_answer_says_so(String name) {
        stored.string("/x", "old").string("/x", "new").labelled("/x", 1, "prod");

        Structure parameter = parameter(input(name));

        assertThat(value(parameter)).isEqualTo("old");
        assertThat(parameter.text("Selector")).isEqualTo(":prod");
        assertThat(parameter.optionalWhole("Version")).contains(1L);
    }

    @Test
    void a_label_that_has_moved_selects_the_version_that_it_is_on_now() {
        stored.string("/x", "old").string("/x", "new").labelled("/x", 1, "prod").labelled("/x", 2, "prod");

        assertThat(value(parameter(input("/x:prod")))).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "prod", "99999999999999999999"})
    void a_version_or_label_that_is_not_there_is_named(String selector) {
        stored.string("/x", "x");

        AwsFault fault = stored.scenario.fault(operation, input("/x:" + selector));

        assertThat(fault.code()).isEqualTo("ParameterVersionNotFound");
        assertThat(fault.text())
                .isEqualTo("Systems Manager could not find version " + selector
                        + " of /x. Verify the version and try again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/none:3", "/aws/service/x", "arn:aws:ssm:us-east-1:123456789012:parameter/x"})
    void what_is_not_there_is_not_found(String name) {
        stored.string("/x", "x");

        assertThat(stored.scenario.fault(operation, input(name)).code()).isEqualTo("ParameterNotFound");
    }

    @Test
    void another_accounts_parameter_is_not_shared() {
        stored.scenario.permitting((action, arn) ->
                new Decision.Denied("because no resource-based policy allows the ssm:GetParameter action"));

        AwsFault fault = stored.scenario.fault(operation, input("arn:aws:ssm:eu-west-1:999999999999:parameter/x"));

        assertThat(fault.code()).isEqualTo("AccessDeniedException");
        assertThat(fault.text())
                .isEqualTo("User: arn:aws:iam::123456789012:root is not authorized to perform: ssm:GetParameter on"
                        + " resource: arn:aws:ssm:eu-west-1:999999999999:parameter/x because no resource-based"
                        + " policy allows the ssm:GetParameter action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "x:", "arn:aws:s3:::bucket"})
    void what_is_no_name_is_invalid(String name) {
        AwsFault fault = stored.scenario.fault(operation, input(name));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).startsWith("Parameter name: can't be prefixed with \"ssm\"");
    }

    @Test
    void without_permission_to_decrypt_nothing_is_disclosed_and_the_refusal_is_recorded() {
        stored.secureString("/prod/db", "hunter2");
        stored.scenario.permitting(
                (action, arn) -> action.equals("kms:Decrypt") ? new Decision.Denied("test") : new Decision.Allowed());

        Outcome.Refused refused = (Outcome.Refused) stored.scenario.when(operation, decrypting("/prod/db"));

        assertThat(refused.fault().code()).isEqualTo("AccessDeniedException");
        assertThat(refused.fault().text()).contains("is not authorized to perform: kms:Decrypt on resource: ");
        assertThat(refused.events()).singleElement().isInstanceOf(KeyUseRefused.class);
        assertThat(value(parameter(input("/prod/db")))).isNotEqualTo("hunter2");
    }

    @Test
    void a_disabled_key_opens_nothing() {
        stored.secureString("/prod/db", "hunter2");
        stored.scenario.given(
                new KeyDisabled(Scenario.WHERE, stored.defaultKey().keyId()));

        Outcome.Refused refused = (Outcome.Refused) stored.scenario.when(operation, decrypting("/prod/db"));

        assertThat(refused.fault().code()).isEqualTo("InvalidKeyId");
        assertThat(refused.fault().text()).startsWith(stored.defaultKey().arn() + " is disabled. (Service: AWSKMS;");
        assertThat(refused.events())
                .containsExactly(new KeyUseRefused(
                        Scenario.WHERE,
                        stored.defaultKey().keyId(),
                        "Decrypt",
                        CONTEXT,
                        "DisabledException",
                        stored.defaultKey().arn() + " is disabled."));
    }

    @Test
    void a_ciphertext_of_another_parameter_does_not_open() {
        stored.secureString("/prod/other", "hunter2");
        byte[] other = Base64.getDecoder().decode(value(parameter(input("/prod/other"))));
        stored.ciphertext("/prod/db", other);

        AwsFault fault = stored.scenario.fault(operation, decrypting("/prod/db"));

        assertThat(fault.code()).isEqualTo("InvalidKeyId");
        assertThat(fault.text()).contains("InvalidCiphertextException");
    }

    @Test
    void a_data_key_of_another_parameter_opens_nothing() {
        stored.secureString("/prod/other", "hunter2");
        ParameterVersionPut other =
                (ParameterVersionPut) stored.scenario.history.events().getLast();
        stored.scenario.given(new ParameterVersionPut(
                Scenario.WHERE,
                new ParameterName("/prod/db"),
                1,
                ParameterType.SECURE_STRING,
                other.dataKeyId(),
                other.sealedValue(),
                other.keyReference(),
                Optional.empty(),
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root"));

        assertThatThrownBy(() -> stored.scenario.when(operation, input("/prod/db")))
                .isInstanceOf(UnwrapException.class);
    }

    @Test
    void a_value_whose_data_key_is_gone_is_an_error_of_the_server() {
        stored.string("/x", "x");
        String dataKey = ((ParameterVersionPut) stored.scenario.history.events().getLast()).dataKeyId();
        stored.scenario.given(List.of(), List.of(new KeyRowChange.Destroy(dataKey)));

        AwsFault fault = stored.scenario.fault(operation, input("/x"));

        assertThat(fault.code()).isEqualTo("InternalServerError");
        assertThat(fault.status()).isEqualTo(500);
    }

    @Test
    void neither_the_record_nor_the_description_of_an_answer_holds_the_value() {
        stored.secureString("/prod/db", "canary-7f3a9");

        Outcome outcome = stored.scenario.when(operation, decrypting("/prod/db"));

        assertThat(outcome.toString()).contains("/prod/db").doesNotContain("canary");
        assertThat(outcome.events().toString()).contains("/prod/db").doesNotContain("canary");
    }

    @Test
    void permission_is_asked_for_the_parameters_arn_without_its_selector() {
        assertThat(stored.scenario.resources(operation, input("/x:3")))
                .containsExactly("arn:aws:ssm:eu-west-1:123456789012:parameter/x");
    }

    private Structure parameter(Structure input) {
        return (Structure)
                stored.scenario.answer(operation, input).member("Parameter").orElseThrow();
    }

    private static Structure input(String name) {
        return Structure.builder().put("Name", name).build();
    }

    private static Structure decrypting(String name) {
        return Structure.builder().put("Name", name).put("WithDecryption", true).build();
    }
}
