package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.entities.ssm.setting.ServiceSetting;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.setting.ServiceSettingUpdated;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiersTest {

    private static final String INTELLIGENT = "Intelligent-Tiering";

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @Test
    void a_parameter_that_is_created_as_advanced_says_so() {
        assertThat(tier(string("/x", "1").put("Tier", "Advanced"))).isEqualTo("Advanced");

        assertThat(parameters.eventsAfter(0))
                .extracting(Event::getClass)
                .isEqualTo(List.of(ParameterCreated.class, ParameterMadeAdvanced.class, ParameterVersionPut.class));
        assertThat(parameters.present("/x").current().tier()).isEqualTo("Advanced");
    }

    @Test
    void an_advanced_value_has_at_most_8192_bytes() {
        parameters.put(string("/fits", "é".repeat(4096)).put("Tier", "Advanced"));

        AwsFault fault = fault(string("/x", "é".repeat(4096) + "e").put("Tier", "Advanced"));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("Advanced tier parameters support a maximum parameter value of 8192 characters.");
    }

    @Test
    void a_standard_parameter_can_be_made_advanced_once_and_the_first_version_stays_standard() {
        parameters.put(string("/x", "1"));

        assertThat(tier(overwriting("2").put("Tier", "Advanced"))).isEqualTo("Advanced");
        assertThat(tier(overwriting("3").put("Tier", "Advanced"))).isEqualTo("Advanced");

        assertThat(parameters.eventsAfter(0))
                .filteredOn(ParameterMadeAdvanced.class::isInstance)
                .hasSize(1);
        assertThat(parameters.present("/x").versions())
                .extracting("tier")
                .containsExactly("Standard", "Advanced", "Advanced");
    }

    @Test
    void an_advanced_parameter_never_goes_back() {
        parameters.put(string("/x", "1").put("Tier", "Advanced"));

        AwsFault fault = fault(overwriting("2").put("Tier", "Standard"));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the"
                        + " advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the"
                        + " advanced parameter and recreate it as a standard parameter.");
    }

    @Test
    void an_advanced_parameter_stays_so_when_nothing_or_intelligent_tiering_is_asked_for() {
        parameters.put(string("/x", "1").put("Tier", "Advanced"));

        assertThat(tier(overwriting("2"))).isEqualTo("Advanced");
        assertThat(tier(overwriting("3").put("Tier", INTELLIGENT))).isEqualTo("Advanced");
    }

    @Test
    void a_deleted_parameter_can_be_created_as_standard_again() {
        parameters.put(string("/x", "1").put("Tier", "Advanced"));
        parameters.scenario.answer(parameters.operation("DeleteParameter"), ParameterScenario.named("/x"));

        assertThat(tier(string("/x", "1"))).isEqualTo("Standard");
    }

    @Test
    void intelligent_tiering_takes_the_advanced_tier_for_what_needs_it_only() {
        assertThat(tier(string("/small", "x".repeat(4096)).put("Tier", INTELLIGENT)))
                .isEqualTo("Standard");
        assertThat(tier(string("/large", "x".repeat(4097)).put("Tier", INTELLIGENT)))
                .isEqualTo("Advanced");
        assertThat(tier(string("/policies", "x")
                        .put("Tier", INTELLIGENT)
                        .put("Policies", "[" + PolicyTexts.EXPIRATION + "]")))
                .isEqualTo("Advanced");
        assertThat(tier(string("/no-policies", "x").put("Tier", INTELLIGENT).put("Policies", "[{}]")))
                .isEqualTo("Standard");
    }

    @Test
    void intelligent_tiering_makes_a_standard_parameter_advanced_when_its_value_has_grown() {
        parameters.put(string("/x", "1").put("Tier", INTELLIGENT));

        assertThat(tier(overwriting("x".repeat(5000)).put("Tier", INTELLIGENT))).isEqualTo("Advanced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Standard", "Advanced"})
    void a_request_without_a_tier_takes_the_accounts_default(String tier) {
        defaultTier(tier);

        assertThat(tier(string("/x", "1"))).isEqualTo(tier);
    }

    @Test
    void the_default_of_intelligent_tiering_decides_by_the_value() {
        defaultTier(INTELLIGENT);

        assertThat(tier(string("/small", "1"))).isEqualTo("Standard");
        assertThat(tier(string("/large", "x".repeat(5000)))).isEqualTo("Advanced");
    }

    @Test
    void a_tier_in_the_request_goes_before_the_default() {
        defaultTier("Advanced");

        assertThat(tier(string("/x", "1").put("Tier", "Standard"))).isEqualTo("Standard");
        assertThat(tier(overwriting("2"))).isEqualTo("Advanced");
    }

    @Test
    void the_ten_thousand_and_first_standard_parameter_is_refused_but_not_an_advanced_one() {
        parameters.scenario.given(created(10_000), List.of());

        AwsFault fault = fault(string("/x", "x"));

        assertThat(fault.code()).isEqualTo("ParameterLimitExceeded");
        assertThat(fault.text())
                .isEqualTo("You have reached the maximum number of standard parameters for this AWS account and Region"
                        + " (10000). To add more parameters, either delete existing parameters or upgrade to the"
                        + " advanced-parameter tier (charges apply).");
        assertThat(tier(string("/intelligent", "x").put("Tier", INTELLIGENT))).isEqualTo("Advanced");
        assertThat(tier(string("/advanced", "x").put("Tier", "Advanced"))).isEqualTo("Advanced");
    }

    @Test
    void advanced_parameters_do_not_count_among_the_standard_ones() {
        List<Event> created = created(10_000);
        created.add(new ParameterMadeAdvanced(Scenario.WHERE, new ParameterName("/p1")));
        parameters.scenario.given(created, List.of());

        assertThat(tier(string("/x", "x"))).isEqualTo("Standard");
        assertThat(fault(string("/y", "x")).code()).isEqualTo("ParameterLimitExceeded");
    }

    @Test
    void the_hundred_thousand_and_first_advanced_parameter_is_refused() {
        List<Event> advanced = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            advanced.add(new ParameterCreated(Scenario.WHERE, new ParameterName("/p" + i), ParameterType.STRING));
            advanced.add(new ParameterMadeAdvanced(Scenario.WHERE, new ParameterName("/p" + i)));
        }
        parameters.scenario.given(advanced, List.of());

        AwsFault fault = fault(string("/x", "x").put("Tier", "Advanced"));

        assertThat(fault.code()).isEqualTo("ParameterLimitExceeded");
        assertThat(fault.text()).startsWith("You have reached the maximum number of advanced parameters");
    }

    private static List<Event> created(int count) {
        List<Event> created = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            created.add(new ParameterCreated(Scenario.WHERE, new ParameterName("/p" + i), ParameterType.STRING));
        }
        return created;
    }

    private void defaultTier(String tier) {
        parameters.scenario.given(new ServiceSettingUpdated(
                Scenario.WHERE, ServiceSetting.DEFAULT_PARAMETER_TIER.id(), tier, "arn:aws:iam::123456789012:root"));
    }

    private static Structure.Builder overwriting(String value) {
        return string("/x", value).put("Overwrite", true);
    }

    private String tier(Structure.Builder input) {
        return parameters.scenario.answer(operation, input.build()).text("Tier");
    }

    private AwsFault fault(Structure.Builder input) {
        return parameters.scenario.fault(operation, input.build());
    }
}
