package io.attestore.contract.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.id.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionValuesTest {

    private static final ConditionValues OWNER = key -> ConditionValues.named(
            key, "aws:resourcetag/", () -> Map.of("Owner", "me", "OWNER", "you", "Empty", "").entrySet().stream());

    @Test
    void keys_are_compared_without_regard_to_case() {
        assertThat(OWNER.values("AWS:ResourceTag/owner")).isEqualTo(OWNER.values("aws:resourcetag/OWNER"));
    }

    @Test
    void names_that_differ_in_case_alone_are_one_key_of_several_values() {
        assertThat(OWNER.values("aws:ResourceTag/Owner"))
                .hasValueSatisfying(values -> assertThat(values).containsExactlyInAnyOrder("me", "you"));
    }

    @Test
    void a_key_with_an_empty_value_is_not_an_absent_key() {
        assertThat(OWNER.values("aws:ResourceTag/Empty")).contains(List.of(""));
        assertThat(OWNER.values("aws:ResourceTag/Other")).isEmpty();
        assertThat(OWNER.values("aws:ResourceTag/")).isEmpty();
        assertThat(OWNER.values("aws:ResourceTags")).isEmpty();
    }

    @Test
    void what_is_not_asked_for_costs_nothing() {
        ConditionValues costly = key -> ConditionValues.named(key, "aws:requesttag/", () -> {
            throw new AssertionError("Asked for");
        });

        assertThat(costly.or(OWNER).values("aws:ResourceTag/Empty")).contains(List.of(""));
    }

    @Test
    void an_access_tells_what_it_was_given_first_and_then_what_was_added() {
        ConditionValues first = key -> key.equals("a:b") ? ConditionValues.one("first") : Optional.empty();
        ConditionValues second = key -> ConditionValues.one("second");
        Access access = Access.to("a:B", new Arn("arn:aws:a:::b")).where(first).where(second);

        assertThat(access.conditions().values("a:B")).contains(List.of("first"));
        assertThat(access.conditions().values("a:C")).contains(List.of("second"));
    }
}
