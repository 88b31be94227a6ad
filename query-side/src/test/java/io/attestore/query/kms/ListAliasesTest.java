package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.NOBODY;
import static io.attestore.query.kms.KeyScenario.arn;
import static io.attestore.query.kms.KeyScenario.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ListAliasesTest {

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();

    @Property(tries = 30)
    void the_pages_together_are_the_list_whatever_the_limit(
            @ForAll @Size(max = 10) Set<@AlphaChars @StringLength(min = 1, max = 4) String> names,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        KeyScenario some = new KeyScenario();
        String target = some.givenKey();
        TreeSet<String> all = new TreeSet<>(Set.of("alias/aws/ssm"));
        names.forEach(name -> {
            some.givenAlias("alias/" + name, target);
            all.add("alias/" + name);
        });

        List<String> seen = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            Structure page = some.answer(
                    "ListAliases",
                    Structure.builder()
                            .put("Limit", limit)
                            .putIfPresent("Marker", marker)
                            .build());
            assertThat(page.structures("Aliases")).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(names(page));
            marker = page.optionalText("NextMarker");
            assertThat(page.flag("Truncated")).isEqualTo(marker.isPresent());
        } while (marker.isPresent());

        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void an_alias_tells_its_key_and_its_age() {
        keys.givenAlias("alias/app", keyId);

        Structure entry = keys.answer("ListAliases", Structure.EMPTY)
                .structures("Aliases")
                .getFirst();

        assertThat(entry.text("AliasName")).isEqualTo("alias/app");
        assertThat(entry.text("AliasArn")).isEqualTo(arn("alias/app"));
        assertThat(entry.text("TargetKeyId")).isEqualTo(keyId);
        assertThat(entry.optionalMoment("CreationDate")).contains(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(entry.optionalMoment("LastUpdatedDate")).contains(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void the_alias_of_parameter_store_is_listed_before_it_has_a_key_and_listing_makes_none() {
        Structure before = keys.answer("ListAliases", Structure.EMPTY)
                .structures("Aliases")
                .getFirst();
        Structure stillBefore = keys.answer("ListAliases", Structure.EMPTY)
                .structures("Aliases")
                .getFirst();
        keys.answer("DescribeKey", input("KeyId", "alias/aws/ssm"));
        List<Structure> after = keys.answer("ListAliases", Structure.EMPTY).structures("Aliases");

        assertThat(before).isEqualTo(input("AliasName", "alias/aws/ssm", "AliasArn", arn("alias/aws/ssm")));
        assertThat(stillBefore).isEqualTo(before);
        assertThat(after).hasSize(1);
        assertThat(after.getFirst().has("TargetKeyId")).isTrue();
    }

    @Test
    void the_aliases_of_one_key_are_listed_alone() {
        String other = keys.givenKey();
        keys.givenAlias("alias/a", keyId);
        keys.givenAlias("alias/b", other);
        keys.givenAlias("alias/c", keyId);

        assertThat(names(keys.answer("ListAliases", input("KeyId", keyId)))).containsExactly("alias/a", "alias/c");
        assertThat(names(keys.answer("ListAliases", input("KeyId", arn("key/" + other)))))
                .containsExactly("alias/b");
    }

    @Test
    void the_one_key_is_named_by_id_or_arn_and_must_be_there() {
        assertFault("alias/a", "NotFoundException", "Invalid keyId 'alias/a'");
        assertFault(NOBODY, "NotFoundException", "Key '" + arn("key/" + NOBODY) + "' does not exist");
        assertFault("arn:aws:kms:us-east-1:123456789012:key/" + keyId, "NotFoundException", "Invalid arn us-east-1");
    }

    @Test
    void fifty_aliases_are_a_page_unless_another_limit_is_said() {
        for (int i = 0; i < 60; i++) {
            keys.givenAlias("alias/n" + i, keyId);
        }

        assertThat(keys.answer("ListAliases", Structure.EMPTY).structures("Aliases"))
                .hasSize(50);
    }

    private void assertFault(String reference, String code, String text) {
        AwsFault fault = keys.fault("ListAliases", input("KeyId", reference));
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).isEqualTo(text);
    }

    private static List<String> names(Structure output) {
        return output.structures("Aliases").stream()
                .map(entry -> entry.text("AliasName"))
                .toList();
    }
}
