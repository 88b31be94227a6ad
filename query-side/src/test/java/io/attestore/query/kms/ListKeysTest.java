package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.arn;
import static io.attestore.query.kms.KeyScenario.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ListKeysTest {

    private final KeyScenario keys = new KeyScenario();

    @Property(tries = 30)
    void the_pages_together_are_the_list_whatever_the_limit(
            @ForAll @IntRange(max = 12) int size, @ForAll @IntRange(min = 1, max = 14) int limit) {
        KeyScenario some = new KeyScenario();
        TreeSet<String> all = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            all.add(some.givenKey());
        }

        List<String> seen = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            Structure page = some.answer(
                    "ListKeys",
                    Structure.builder()
                            .put("Limit", limit)
                            .putIfPresent("Marker", marker)
                            .build());
            List<Structure> entries = page.structures("Keys");
            assertThat(entries).hasSizeLessThanOrEqualTo(limit);
            entries.forEach(entry -> seen.add(entry.text("KeyId")));
            marker = page.optionalText("NextMarker");
            assertThat(page.flag("Truncated")).isEqualTo(marker.isPresent());
        } while (marker.isPresent());

        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void an_entry_has_the_id_and_the_arn() {
        String keyId = keys.givenKey();

        Structure output = keys.answer("ListKeys", Structure.EMPTY);

        assertThat(output.structures("Keys")).containsExactly(input("KeyId", keyId, "KeyArn", arn("key/" + keyId)));
        assertThat(output.member("Truncated")).isPresent();
    }

    @Test
    void a_hundred_keys_are_a_page_unless_another_limit_is_said() {
        for (int i = 0; i < 101; i++) {
            keys.givenKey();
        }

        assertThat(keys.answer("ListKeys", Structure.EMPTY).structures("Keys")).hasSize(100);
    }

    @Test
    void the_keys_of_another_account_are_not_listed() {
        AccountRegion elsewhere = new AccountRegion(new AccountId("999999999999"), Scenario.WHERE.region());
        keys.givenKey(elsewhere, KeyScenario.NOBODY);

        assertThat(keys.answer("ListKeys", Structure.EMPTY).structures("Keys")).isEmpty();
    }

    @Test
    void the_disabled_and_those_of_aws_are_listed_too() {
        keys.givenDisabled(keys.givenKey());
        keys.answer("DescribeKey", input("KeyId", "alias/aws/ssm"));

        assertThat(keys.answer("ListKeys", Structure.EMPTY).structures("Keys")).hasSize(2);
    }

    @Test
    void a_marker_that_this_operation_has_not_made_here_is_refused() {
        keys.givenKey();
        keys.givenKey();
        String marker = keys.answer(
                        "ListKeys", Structure.builder().put("Limit", 1).build())
                .text("NextMarker");

        AwsFault fault = keys.fault("ListKeys", input("Marker", "x"));
        assertThat(fault.code()).isEqualTo("InvalidMarkerException");
        assertThat(fault.text()).isEqualTo("Could not deserialize marker 'x'");
        assertThat(keys.fault("ListAliases", input("Marker", marker)).code()).isEqualTo("InvalidMarkerException");
        AccountRegion elsewhere = new AccountRegion(new AccountId("999999999999"), Scenario.WHERE.region());
        assertThat(keys.scenario.when(keys.operation("ListKeys"), input("Marker", marker), elsewhere))
                .isInstanceOf(Outcome.Refused.class);
    }
}
