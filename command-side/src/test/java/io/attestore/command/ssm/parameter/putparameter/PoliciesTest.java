package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {

    private static final String ALL = "[ " + PolicyTexts.EXPIRATION + ", " + PolicyTexts.EXPIRATION_NOTIFICATION + ","
            + PolicyTexts.NO_CHANGE_NOTIFICATION + "]";

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @Test
    void policies_are_kept_with_their_version_each_as_json_of_its_own() {
        parameters.put(advanced("1").put("Policies", ALL));

        assertThat(policies(1))
                .containsExactly(
                        new Policy("Expiration", PolicyTexts.EXPIRATION),
                        new Policy("ExpirationNotification", PolicyTexts.EXPIRATION_NOTIFICATION),
                        new Policy("NoChangeNotification", PolicyTexts.NO_CHANGE_NOTIFICATION));
    }

    @Test
    void they_stay_until_new_ones_come() {
        parameters.put(advanced("1").put("Policies", ALL));
        parameters.put(advanced("2"));
        parameters.put(advanced("3").put("Policies", "[" + PolicyTexts.EXPIRATION + "]"));

        assertThat(policies(1)).hasSize(3);
        assertThat(policies(2)).hasSize(3);
        assertThat(policies(3)).containsExactly(new Policy("Expiration", PolicyTexts.EXPIRATION));
        assertThat(parameters.eventsAfter(0))
                .filteredOn(ParameterPoliciesPut.class::isInstance)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", " [ { } ] "})
    void an_empty_policy_takes_them_away(String empty) {
        parameters.put(advanced("1").put("Policies", ALL));

        parameters.put(advanced("2").put("Policies", empty));

        assertThat(policies(1)).hasSize(3);
        assertThat(policies(2)).isEmpty();
    }

    @Test
    void a_standard_parameter_has_no_policies() {
        AwsFault fault = fault(string("/x", "1").put("Policies", ALL));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).startsWith("Standard tier parameters don't support parameter policies.");
        assertThat(parameters.eventsAfter(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2025-06-27T19:11:55.437Z\"}}",
                "nonsense",
                "[",
                "[[]]",
                "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
                "[\"Expiration\"]",
                "[{\"Type\":\"Expiration\"}] []",
                "[{\"Type\":\"Expiration\",\"Type\":\"Expiration\"}]",
                "[{\"Kind\":\"Expiration\"}]",
                "[{\"Type\":null}]",
                "[{\"Type\":\"Expiration\",\"Attributes\":[]}]"
            })
    void what_is_no_array_of_policies_is_said_to_be_invalid(String text) {
        AwsFault fault = fault(advanced("1").put("Policies", text));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).isEqualTo("Invalid policies input: " + text + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Expiry", "expiration", ""})
    void there_are_three_types_of_policies(String type) {
        AwsFault fault = fault(advanced("1").put("Policies", "[{\"Type\":\"" + type + "\",\"Version\":\"1.0\"}]"));

        assertThat(fault.code()).isEqualTo("InvalidPolicyTypeException");
        assertThat(fault.text())
                .isEqualTo("The policy type isn't supported. Parameter Store supports the following policy types:"
                        + " Expiration, ExpirationNotification, and NoChangeNotification.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Expiration\",\"Version\":\"1.0\"",
                "\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"tomorrow\"}",
                "\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2030-13-02T21:34:33Z\"}",
                "\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2030-12-02\"}",
                "\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"+300000-01-01T00:00:00Z\"}",
                "\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"1969-12-31T23:59:59Z\"}",
                "\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"-999999999-01-01T00:00:00Z\"}",
                "\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2030-12-02T21:34:33Z\",\"a\":\"b\"}",
                "\"Expiration\",\"Version\":\"2.0\",\"Attributes\":{\"Timestamp\":\"2030-12-02T21:34:33Z\"}",
                "\"Expiration\",\"Attributes\":{\"Timestamp\":\"2030-12-02T21:34:33Z\"}",
                "\"ExpirationNotification\",\"Version\":\"1.0\",\"Attributes\":{\"Before\":\"0\",\"Unit\":\"Days\"}",
                "\"ExpirationNotification\",\"Version\":\"1.0\",\"Attributes\":{\"Before\":\"-1\",\"Unit\":\"Days\"}",
                "\"ExpirationNotification\",\"Version\":\"1.0\",\"Attributes\":{\"Before\":\"1\",\"Unit\":\"Weeks\"}",
                "\"ExpirationNotification\",\"Version\":\"1.0\",\"Attributes\":{\"After\":\"1\",\"Unit\":\"Days\"}",
                "\"NoChangeNotification\",\"Version\":\"1.0\",\"Attributes\":{\"After\":\"1e9\",\"Unit\":\"Days\"}",
                "\"NoChangeNotification\",\"Version\":\"1.0\",\"Attributes\":{\"After\":\"99999999999999\",\"Unit\":\"Days\"}",
                "\"NoChangeNotification\",\"Version\":\"1.0\",\"Attributes\":{\"After\":\"1\"}"
            })
    void each_type_has_its_attributes_and_no_others(String typeAndRest) {
        AwsFault fault = fault(advanced("1").put("Policies", "[{\"Type\":" + typeAndRest + "}]"));

        assertThat(fault.code()).isEqualTo("InvalidPolicyAttributeException");
        assertThat(fault.text()).isEqualTo("A policy attribute or its value is invalid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-12-02T21:34:33Z", "2030-12-02T21:34:33.123Z", "2030-12-02T21:34:33+02:00"})
    void a_timestamp_is_an_instant_or_has_an_offset(String timestamp) {
        parameters.put(advanced("1")
                .put(
                        "Policies",
                        "[{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"" + timestamp
                                + "\"}}]"));

        assertThat(policies(1)).hasSize(1);
    }

    @Test
    void a_parameter_expires_once() {
        AwsFault fault =
                fault(advanced("1").put("Policies", "[" + PolicyTexts.EXPIRATION + "," + PolicyTexts.EXPIRATION + "]"));

        assertThat(fault.code()).isEqualTo("IncompatiblePolicyException");
        assertThat(fault.text())
                .isEqualTo("There is a conflict in the policies specified for this parameter. You can't, for example,"
                        + " specify two Expiration policies for a parameter. Review your policies, and try again.");
    }

    @Test
    void a_parameter_has_at_most_ten_policies() {
        parameters.put(advanced("1").put("Policies", notifications(10)));

        AwsFault fault = fault(advanced("2").put("Policies", notifications(11)));

        assertThat(fault.code()).isEqualTo("PoliciesLimitExceededException");
        assertThat(fault.text())
                .isEqualTo("You specified more than the maximum number of allowed policies for the parameter. The"
                        + " maximum is 10.");
        assertThat(policies(1)).hasSize(10);
    }

    private static String notifications(int count) {
        return "[" + String.join(",", Collections.nCopies(count, PolicyTexts.NO_CHANGE_NOTIFICATION)) + "]";
    }

    private static Structure.Builder advanced(String value) {
        return string("/x", value).put("Tier", "Advanced").put("Overwrite", true);
    }

    private List<Policy> policies(long version) {
        return parameters.present("/x").version(version).orElseThrow().policies();
    }

    private AwsFault fault(Structure.Builder input) {
        return parameters.scenario.fault(operation, input.build());
    }
}
