package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NewParameterNameTest {

    private static final AccountRegion HERE = new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));

    @Property
    void any_levels_up_to_fifteen_that_do_not_begin_with_a_reserved_word_are_a_name(@ForAll("paths") String path) {
        assertThat(violation(path)).isEmpty();
        assertThat(violation(path.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Property
    void a_sixteenth_level_is_one_too_many(@ForAll("level") String level) {
        assertThat(violation(("/" + level).repeat(15))).isEmpty();
        assertThat(violation(("/" + level).repeat(16))).contains(NameViolation.TOO_MANY_LEVELS);
    }

    @Property
    void a_reserved_word_at_the_beginning_is_refused_in_any_case(
            @ForAll("reserved") String word, @ForAll("level") String level) {
        assertThat(violation(word)).contains(NameViolation.RESERVED_PREFIX);
        assertThat(violation("/" + word + level)).contains(NameViolation.RESERVED_PREFIX);
        assertThat(violation("/" + word + "/" + level))
                .contains(
                        word.equalsIgnoreCase("aws")
                                ? NameViolation.RESERVED_AWS_PATH
                                : NameViolation.RESERVED_SSM_PATH);
        assertThat(violation("/" + level + "/" + word)).isEmpty();
    }

    @Property
    void a_name_may_have_as_many_characters_as_its_arn_leaves(@ForAll("level") String level) {
        int room = ParameterReference.ARN_LENGTH_MAX
                - HERE.arn("ssm", "parameter/").value().length();
        String longest = level + "x".repeat(room - level.length());

        assertThat(ParameterReference.parseName(longest, HERE)).isInstanceOf(ParameterReference.Understood.class);
        assertThat(ParameterReference.parseName("/" + longest, HERE)).isInstanceOf(ParameterReference.Understood.class);
        assertThat(ParameterReference.parseName(longest + "x", HERE))
                .isEqualTo(new ParameterReference.Rejected(NameViolation.TOO_LONG));
    }

    @Property
    void whatever_else_a_text_holds_it_names_no_parameter(@ForAll("level") String level, @ForAll("other") char other) {
        assertThat(ParameterReference.parseName(level + other + level, HERE))
                .isEqualTo(new ParameterReference.Rejected(NameViolation.MALFORMED));
        assertThat(ParameterReference.parseName("/" + level + "/" + other, HERE))
                .isInstanceOf(ParameterReference.Rejected.class);
    }

    @Property
    void both_spellings_of_one_level_are_one_parameter(@ForAll("level") String level) {
        assertThat(new ParameterName(level).path()).isEqualTo(new ParameterName("/" + level).path());
    }

    @Provide
    Arbitrary<String> level() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('.', '-', '_')
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(level -> !level.startsWith("aws") && !level.startsWith("ssm"));
    }

    @Provide
    Arbitrary<String> paths() {
        return level().list().ofMinSize(1).ofMaxSize(15).map(levels -> "/" + String.join("/", levels));
    }

    @Provide
    Arbitrary<String> reserved() {
        return Arbitraries.of("aws", "AWS", "aWs", "ssm", "SSM", "Ssm");
    }

    /** Spaces, NUL, right-to-left marks, look-alikes of Latin letters and of the slash, and what else there is. */
    @Provide
    Arbitrary<Character> other() {
        return Arbitraries.oneOf(
                Arbitraries.of(' ', '\0', '\n', '\u202e', 'а', 'ｓ', '∕', '／', 'é', '٣', '\ud800', '@', '*', '\\'),
                Arbitraries.chars().filter(other -> !String.valueOf(other).matches("[a-zA-Z0-9_./-]")));
    }

    private static Optional<NameViolation> violation(String name) {
        return NewParameterName.violation(new ParameterName(name));
    }
}
