package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterReferenceTest {

    private static final AccountRegion HERE = new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final String ARN = "arn:aws:ssm:eu-west-1:123456789012:parameter";

    @Test
    void the_two_spellings_of_one_level_and_the_arn_name_the_same_parameter() {
        assertThat(understood("x").id())
                .isEqualTo(understood("/x").id())
                .isEqualTo(understood(ARN + "/x").id())
                .isEqualTo(understood("  x ").id());
    }

    @Test
    void an_arn_points_to_the_account_and_region_in_it() {
        ParameterReference reference = understood("arn:aws-cn:ssm:cn-north-1:999999999999:parameter/a/b:3");

        assertThat(reference.where())
                .isEqualTo(new AccountRegion(new AccountId("999999999999"), new Region("cn-north-1")));
        assertThat(reference.id().path()).isEqualTo("/a/b");
        assertThat(reference.selector()).contains("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//x",
                "/a//b",
                "/a/",
                "a b",
                "a:b:c",
                "x:",
                "ü",
                "a\nb",
                "x:la bel",
                "arn:aws:ssm:x",
                "arn:aws:s3:eu-west-1:123456789012:parameter/x",
                "arn:aws-cn:ssm:eu-west-1:123456789012:parameter/x",
                "arn:aws:ssm:eu-west-1:123456789012:document/x"
            })
    void what_is_no_name_is_malformed(String text) {
        assertThat(ParameterReference.parse(text, HERE))
                .isEqualTo(new ParameterReference.Rejected(NameViolation.MALFORMED));
    }

    @Test
    void several_levels_need_a_leading_slash() {
        assertThat(ParameterReference.parse("a/b", HERE))
                .isEqualTo(new ParameterReference.Rejected(NameViolation.NOT_FULLY_QUALIFIED));
    }

    @Test
    void a_name_has_at_most_1011_characters_with_its_arn() {
        int room = 1011 - (ARN + "/").length();

        assertThat(ParameterReference.parse("a".repeat(room), HERE)).isInstanceOf(ParameterReference.Understood.class);
        assertThat(ParameterReference.parse("/" + "a".repeat(room), HERE))
                .isInstanceOf(ParameterReference.Understood.class);
        assertThat(ParameterReference.parse("a".repeat(room + 1), HERE))
                .isEqualTo(new ParameterReference.Rejected(NameViolation.TOO_LONG));
    }

    @Test
    void a_bare_name_takes_neither_an_arn_nor_a_selector() {
        assertThat(ParameterReference.parseName("x:1", HERE)).isInstanceOf(ParameterReference.Rejected.class);
        assertThat(ParameterReference.parseName(ARN + "/x", HERE)).isInstanceOf(ParameterReference.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "awsome, RESERVED_PREFIX",
        "/SSM-x, RESERVED_PREFIX",
        "/aws/x, RESERVED_AWS_PATH",
        "/Ssm/x, RESERVED_SSM_PATH",
        "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16, TOO_MANY_LEVELS"
    })
    void a_new_name_is_not_reserved_and_not_too_deep(String name, NameViolation violation) {
        assertThat(NewParameterName.violation(new ParameterName(name))).contains(violation);
    }

    @Test
    void fifteen_levels_are_allowed_and_reserved_words_further_down_as_well() {
        assertThat(NewParameterName.violation(new ParameterName("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15")))
                .isEmpty();
        assertThat(NewParameterName.violation(new ParameterName("/x/aws/ssm"))).isEmpty();
    }

    @Property
    void every_name_comes_back_from_its_arn_with_its_selector(
            @ForAll("paths") String path, @ForAll("selectors") String selector) {
        ParameterReference byName = understood(path + ":" + selector);

        assertThat(byName.name().value()).isEqualTo(path);
        assertThat(byName.selector()).contains(selector);
        assertThat(understood(byName.id().arn() + ":" + selector)).isEqualTo(byName);
        assertThat(ParameterReference.resource(path + ":" + selector, HERE))
                .isEqualTo(byName.id().arn());
    }

    @Property
    void any_text_is_either_understood_or_rejected_and_has_one_resource(@ForAll String text) {
        Arn resource = ParameterReference.resource(text, HERE);

        switch (ParameterReference.parse(text, HERE)) {
            case ParameterReference.Understood(ParameterReference reference) ->
                assertThat(resource).isEqualTo(reference.id().arn());
            case ParameterReference.Rejected rejected ->
                assertThat(resource.value()).startsWith("arn:");
        }
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings()
                .withChars("abzAZ019_.-")
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15)
                .map(levels -> "/" + String.join("/", levels));
    }

    @Provide
    Arbitrary<String> selectors() {
        return Arbitraries.strings().withChars("abZ09_.-").ofMinLength(1).ofMaxLength(100);
    }

    private static ParameterReference understood(String text) {
        return switch (ParameterReference.parse(text, HERE)) {
            case ParameterReference.Understood(ParameterReference reference) -> reference;
            case ParameterReference.Rejected(NameViolation violation) ->
                throw new AssertionError("Rejected " + Optional.of(text) + ": " + violation);
        };
    }

    @Property
    void a_name_is_one_level_or_several_that_begin_with_a_slash(
            @ForAll
                    @CharRange(from = 'a', to = 'b')
                    @Chars({'/', '/', '.', ' ', '-', ':', 'Z', '9', '\u00e9'})
                    @StringLength(max = 7)
                    String name) {
        boolean levels = name.strip().matches("(?:/?[a-zA-Z0-9_.-]+)(?:/[a-zA-Z0-9_.-]+)*");

        ParameterReference.Parsed parsed = ParameterReference.parseName(name, HERE);

        switch (parsed) {
            case ParameterReference.Understood understood ->
                assertThat(name.strip()).matches("[a-zA-Z0-9_.-]+|(?:/[a-zA-Z0-9_.-]+)+");
            case ParameterReference.Rejected(NameViolation violation) ->
                assertThat(violation)
                        .isEqualTo(levels ? NameViolation.NOT_FULLY_QUALIFIED : NameViolation.MALFORMED)
                        .satisfies(
                                each -> assertThat(name.strip()).doesNotMatch("[a-zA-Z0-9_.-]+|(?:/[a-zA-Z0-9_.-]+)+"));
        }
    }
}
