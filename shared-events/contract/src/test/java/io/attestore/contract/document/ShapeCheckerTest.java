package io.attestore.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapeCheckerTest {

    private static final StructureShape FILTER =
            Shape.structure().required("Key", Shape.text(1, 5)).optional("Values", Shape.list(Shape.text(1, 3), 0, 2));

    private static final StructureShape SHAPE = Shape.structure()
            .required("Name", Shape.text(1, 8).matching("[a-z/]+"))
            .optional("Tier", Shape.oneOf("Standard", "Advanced"))
            .optional("MaxResults", Shape.whole(1, 10))
            .optional("Value", Shape.secretText(1, 4), Recording.HIDDEN)
            .optional("Note", Shape.text(0, 3), Recording.HIDDEN)
            .optional("Filters", Shape.list(FILTER, 0, 2))
            .optional("Context", Shape.map(Shape.text(1, 3), Shape.text(0, 3), 2));

    @Test
    void what_fits_has_no_violation() {
        assertThat(ShapeChecker.violations(
                        named("/a")
                                .put("Tier", "Standard")
                                .put("MaxResults", 10)
                                .build(),
                        SHAPE))
                .isEmpty();
    }

    @Test
    void a_missing_member_is_null() {
        assertThat(message(Structure.builder()))
                .isEqualTo("1 validation error detected: Value null at 'name' failed to satisfy constraint:"
                        + " Member must not be null");
    }

    @Test
    void an_empty_text_is_too_short_and_out_of_pattern() {
        assertThat(message(named("")))
                .isEqualTo("2 validation errors detected: Value '' at 'name' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 1; Value '' at 'name' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [a-z/]+");
    }

    @Test
    void length_is_counted_in_characters_not_in_surrogates() {
        StructureShape three = Shape.structure().required("Text", Shape.text(0, 3));

        assertThat(ShapeChecker.violations(
                        Structure.builder().put("Text", "🔑🔑🔑").build(), three))
                .isEmpty();
        assertThat(ShapeChecker.violations(
                        Structure.builder().put("Text", "🔑🔑🔑🔑").build(), three))
                .isPresent();
    }

    @Test
    void numbers_have_a_range() {
        assertThat(message(named("/a").put("MaxResults", 11)))
                .isEqualTo("1 validation error detected: Value '11' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value less than or equal to 10");
        assertThat(message(named("/a").put("MaxResults", 0)))
                .endsWith("Member must have value greater than or equal to 1");
    }

    @Test
    void an_enumeration_lists_its_values() {
        assertThat(message(named("/a").put("Tier", "Gold")))
                .isEqualTo("1 validation error detected: Value 'Gold' at 'tier' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [Standard, Advanced]");
    }

    @Test
    void an_item_of_a_list_is_named_by_its_place() {
        Structure filter = Structure.builder().put("Key", "too long").build();

        assertThat(message(named("/a").putAll("Filters", List.of(filter))))
                .isEqualTo("1 validation error detected: Value 'too long' at 'filters.1.member.key' failed to satisfy"
                        + " constraint: Member must have length less than or equal to 5");
    }

    @Test
    void a_list_of_texts_is_shown_as_a_whole() {
        Structure filter = Structure.builder()
                .put("Key", "key")
                .putTexts("Values", List.of("abc", "abcd"))
                .build();

        assertThat(message(named("/a").putAll("Filters", List.of(filter))))
                .isEqualTo("1 validation error detected: Value '[abc, abcd]' at 'filters.1.member.values' failed to"
                        + " satisfy constraint: Member must satisfy constraint: [Member must have length less than or"
                        + " equal to 3, Member must have length greater than or equal to 1]");
    }

    @Test
    void keys_and_values_of_a_map_are_held_against_their_shapes() {
        assertThat(message(named("/a").putTextMap("Context", Map.of("", "1234"))))
                .startsWith("2 validation errors detected: Value '{=1234}' at 'context'")
                .contains("Map keys must satisfy constraint: [", "Map value must satisfy constraint: [");
        assertThat(message(named("/a").putTextMap("Context", Map.of("a", "", "b", "", "c", ""))))
                .endsWith("Member must have length less than or equal to 2");
    }

    @Test
    void a_secret_or_hidden_value_is_not_repeated() {
        SecretText secret = new SecretText(SecretBytes.utf8Of(CharBuffer.wrap("hunter2")));

        assertThat(message(named("/a").put("Value", secret).put("Note", "hunter2")))
                .isEqualTo("2 validation errors detected: Value at 'value' failed to satisfy constraint: Member must"
                        + " have length less than or equal to 4; Value at 'note' failed to satisfy constraint: Member"
                        + " must have length less than or equal to 3");
    }

    @Test
    void a_long_value_and_many_violations_are_shortened() {
        assertThat(message(named("x".repeat(100_000)))).contains("'" + "x".repeat(512) + "...'");
        StructureShape many = Shape.structure();
        for (int i : IntStream.range(0, 50).toArray()) {
            many = many.required("Member" + i, Shape.flag());
        }
        assertThat(ShapeChecker.violations(Structure.EMPTY, many).orElseThrow())
                .startsWith("50 validation errors detected: ")
                .contains("'member9'")
                .doesNotContain("'member10'");
    }

    private static Structure.Builder named(String name) {
        return Structure.builder().put("Name", name);
    }

    private static String message(Structure.Builder input) {
        return ShapeChecker.violations(input.build(), SHAPE).orElseThrow();
    }
}
