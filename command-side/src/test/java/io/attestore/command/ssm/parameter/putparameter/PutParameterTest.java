package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.named;
import static io.attestore.command.ssm.ParameterScenario.secret;
import static io.attestore.command.ssm.ParameterScenario.secureString;
import static io.attestore.command.ssm.ParameterScenario.string;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.Scenario;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PutParameterTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @Test
    void the_first_version_creates_the_parameter() {
        Structure answer = parameters.scenario.answer(
                operation, string("/prod/db", "hunter2").build());

        assertThat(answer.optionalWhole("Version")).contains(1L);
        assertThat(answer.text("Tier")).isEqualTo("Standard");
        assertThat(parameters.eventsAfter(0))
                .extracting(Event::getClass)
                .isEqualTo(List.of(ParameterCreated.class, ParameterVersionPut.class));
        assertThat(value(parameters.present("/prod/db").current())).isEqualTo("hunter2");
    }

    @Test
    void blanks_around_a_name_do_not_count() {
        parameters.put(string("  /prod/db ", "x"));

        assertThat(parameters.present("/prod/db").name().value()).isEqualTo("/prod/db");
    }

    @Test
    void both_spellings_of_one_level_are_one_parameter_which_keeps_its_first_spelling() {
        parameters.put(string("token", "1"));

        assertThat(fault(string("/token", "2")).code()).isEqualTo("ParameterAlreadyExists");
        parameters.put(string("/token", "2").put("Overwrite", true));
        assertThat(parameters.present("token").name()).isEqualTo(new ParameterName("token"));
        assertThat(parameters.present("token").versions()).hasSize(2);
    }

    @Test
    void an_existing_parameter_is_overwritten_only_if_asked() {
        parameters.put(string("/x", "1"));

        AwsFault fault = fault(string("/x", "2"));

        assertThat(fault.code()).isEqualTo("ParameterAlreadyExists");
        assertThat(fault.text())
                .isEqualTo("The parameter already exists. To overwrite this value, set the overwrite option in the"
                        + " request to true.");
    }

    @Test
    void a_type_is_required_to_create() {
        AwsFault fault = fault(untyped("/x", "1").put("Overwrite", true));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).isEqualTo("A parameter type is required when you create a parameter.");
    }

    @Test
    void an_overwrite_may_change_the_type_and_the_key_is_as_the_new_type_has_it() {
        parameters.put(string("/x", "1").put("Description", "the door"));

        parameters.put(secureString("/x", "2").put("Overwrite", true));
        ParameterVersion second = parameters.present("/x").current();
        parameters.put(string("/x", "3").put("Overwrite", true));
        ParameterVersion third = parameters.present("/x").current();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(second.keyReference()).contains("alias/aws/ssm");
        assertThat(second.description()).contains("the door");
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.type()).isEqualTo(ParameterType.STRING);
        assertThat(third.keyReference()).isEmpty();
        assertThat(parameters.present("/x").versions())
                .map(ParameterVersion::type)
                .containsExactly(ParameterType.STRING, ParameterType.SECURE_STRING, ParameterType.STRING);
    }

    @Test
    void a_version_that_is_no_secure_string_any_more_has_no_key() {
        parameters.put(secureString("/x", "1"));

        assertThat(fault(string("/x", "2").put("KeyId", "alias/aws/ssm").put("Overwrite", true))
                        .code())
                .isEqualTo("ValidationException");
    }

    @Test
    void what_an_overwrite_leaves_out_stays_as_it_was() {
        parameters.put(secureString("/x", "12")
                .put("Description", "the door")
                .put("AllowedPattern", "\\d+")
                .put("KeyId", "alias/aws/ssm"));

        parameters.put(untyped("/x", "34").put("Overwrite", true));

        ParameterVersion second = parameters.present("/x").current();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(second.description()).contains("the door");
        assertThat(second.allowedPattern()).contains("\\d+");
        assertThat(second.keyReference()).contains("alias/aws/ssm");
        assertThat(second.dataType()).isEqualTo("text");
    }

    @Test
    void a_kept_pattern_is_still_asked_for_until_an_empty_one_takes_it_away() {
        parameters.put(string("/x", "12").put("AllowedPattern", "\\d+"));

        assertThat(fault(untyped("/x", "ab").put("Overwrite", true)).code())
                .isEqualTo("ParameterPatternMismatchException");
        parameters.put(untyped("/x", "ab").put("Overwrite", true).put("AllowedPattern", ""));
        assertThat(parameters.present("/x").current().allowedPattern()).isEmpty();
    }

    @Test
    void a_value_must_match_the_allowed_pattern_as_a_whole_and_is_not_repeated() {
        AwsFault fault = fault(string("/x", "hunter2").put("AllowedPattern", "\\d{1,4}"));

        assertThat(fault.code()).isEqualTo("ParameterPatternMismatchException");
        assertThat(fault.text()).isEqualTo("Parameter value, cannot be validated against allowedPattern: \\d{1,4}");
    }

    @Test
    void a_pattern_counts_characters_not_bytes() {
        parameters.put(string("/x", "äöü").put("AllowedPattern", ".{3}"));

        assertThat(parameters.present("/x").versions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(?=a)a", "(a)\\1", "((((a{30}){30}){30}){30})", "a{1001}", "((x*)*(x?)*){400}y"})
    void a_pattern_that_is_invalid_or_grows_without_bounds_is_refused(String pattern) {
        assertThat(fault(string("/x", "a").put("AllowedPattern", pattern)).code())
                .isEqualTo("InvalidAllowedPatternException");
    }

    @Test
    void a_value_has_at_most_4096_bytes() {
        parameters.put(string("/fits", "é".repeat(2048)));

        AwsFault fault = fault(string("/x", "é".repeat(2048) + "e"));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .startsWith("Standard tier parameters support a maximum parameter value of 4096 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{x}}", "a {{ssm:b}} c", "{{}}", "{{{}}}"})
    void a_value_cannot_nest_another(String value) {
        assertThat(fault(string("/x", value)).text())
                .isEqualTo("Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{x}", "}}{{", "{x}}", "{\"a\": {\"b\": {}}}", "{{\n}}"})
    void single_or_unmatched_braces_are_just_text(String value) {
        parameters.put(string("/x", value));

        assertThat(value(parameters.present("/x").current())).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, ValidationException, Parameter name must be a fully qualified name.",
        "/aws/x, AccessDeniedException, No access to reserved parameter name: /aws/x.",
        "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16, HierarchyLevelLimitExceededException, A hierarchy can have a maximum of 15 levels."
    })
    void a_name_keeps_the_rules(String name, String code, String text) {
        AwsFault fault = fault(string(name, "x"));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).startsWith(text);
    }

    @Test
    void a_single_level_cannot_begin_with_a_reserved_word() {
        assertThat(fault(string("AWSx", "x")).text())
                .isEqualTo("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
    }

    @Test
    void a_path_of_ssm_and_a_malformed_name_get_the_longer_text() {
        String text = "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can"
                + " consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters,"
                + " numbers and the following 3 symbols .-_";

        assertThat(fault(string("/ssm/x", "x")).text()).isEqualTo(text);
        assertThat(fault(string("a b", "x")).text()).isEqualTo(text);
        assertThat(fault(string("arn:aws:ssm:eu-west-1:123456789012:parameter/x", "x"))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void a_key_is_for_secure_strings_only() {
        assertThat(fault(string("/x", "x").put("KeyId", "alias/aws/ssm")).text())
                .isEqualTo("KeyId is required for SecureString type parameter only.");
    }

    @Test
    void the_hundred_and_first_version_destroys_the_first_and_its_data_key() {
        parameters.put(string("/x", "1"));
        String firstDataKey = parameters.present("/x").current().dataKeyId();
        for (int version = 2; version <= 100; version++) {
            parameters.put(string("/x", "v" + version).put("Overwrite", true));
        }
        assertThat(parameters.present("/x").versions()).hasSize(100);

        parameters.put(string("/x", "101").put("Overwrite", true));

        Parameter.Present present = parameters.present("/x");
        assertThat(present.versions()).hasSize(100);
        assertThat(present.version(1)).isEmpty();
        assertThat(present.current().number()).isEqualTo(101);
        assertThat(parameters.eventsAfter(0))
                .contains(new ParameterVersionDestroyed(Scenario.WHERE, new ParameterName("/x"), 1, firstDataKey));
        assertThat(parameters.scenario.history.find(firstDataKey)).isEmpty();
    }

    @Test
    void the_oldest_of_a_hundred_versions_is_held_by_its_label() {
        parameters.put(string("/x", "1"));
        for (int version = 2; version <= 100; version++) {
            parameters.put(string("/x", "v" + version).put("Overwrite", true));
        }
        parameters.scenario.given(
                new ParameterVersionLabelled(Scenario.WHERE, new ParameterName("/x"), 1, List.of("prod")));

        AwsFault fault = fault(string("/x", "101").put("Overwrite", true));

        assertThat(fault.code()).isEqualTo("ParameterMaxVersionLimitExceeded");
        assertThat(fault.text())
                .isEqualTo("You attempted to create a new version of /x by calling the PutParameter API with the"
                        + " overwrite flag. Version 1, the oldest version, can't be deleted because it has a label"
                        + " associated with it. Move the label to another version of the parameter, and try again.");
        parameters.scenario.given(
                new ParameterVersionLabelled(Scenario.WHERE, new ParameterName("/x"), 2, List.of("prod")));
        parameters.put(string("/x", "101").put("Overwrite", true));
        assertThat(parameters.present("/x").version(1)).isEmpty();
    }

    @Test
    void permission_is_asked_for_the_parameters_arn() {
        assertThat(operation.action()).isEqualTo("ssm:PutParameter");
        assertThat(parameters.scenario.resources(operation, named(" x ")))
                .containsExactly("arn:aws:ssm:eu-west-1:123456789012:parameter/x");
    }

    private static Structure.Builder untyped(String name, String value) {
        return Structure.builder().put("Name", name).put("Value", secret(value));
    }

    private AwsFault fault(Structure.Builder input) {
        return parameters.scenario.fault(operation, input.build());
    }

    private String value(ParameterVersion version) {
        try (SecretBytes opened = parameters.stored(version)) {
            return opened.withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8));
        }
    }
}
