package io.attestore.events.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each identifier takes what the regular expression takes that says what it is, and nothing else. */
class AcceptedIdentifiersTest {

    private static final int ARN_LENGTH_MAX = 2048;

    enum Kind {
        ACCESS_KEY_ID("[A-Za-z0-9_]{16,128}", AccessKeyId::new, "AKIAIOSFODNN7EXAMPLE"),
        ACCOUNT_ID("[0-9]{12}", AccountId::new, "123456789012"),
        ALIAS_NAME("alias/[a-zA-Z0-9:/_-]{1,250}", AliasName::new, "alias/a"),
        KEY_ID(
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}",
                KeyId::new, "1234abcd-12ab-34cd-56ef-1234567890ab"),
        MULTI_REGION_KEY_ID(KEY_ID.form.pattern(), KeyId::new, "mrk-1234abcd12ab34cd56ef1234567890ab"),
        KEY_MATERIAL_ID("[0-9a-f]{64}", KeyMaterialId::new, "0123456789abcdef".repeat(4)),
        REGION("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", Region::new, "eu-central-1"),
        ARN("(?s)arn:[^:]*:[^:]*:[^:]*:[^:]*:.*", Arn::new, "arn:aws:ssm:eu-west-1:123456789012:parameter/a:1");

        private final Pattern form;
        private final Function<String, Identifier> constructor;
        private final String example;

        Kind(String form, Function<String, Identifier> constructor, String example) {
            this.form = Pattern.compile(form);
            this.constructor = constructor;
            this.example = example;
        }

        boolean mustTake(String text) {
            return form.matcher(text).matches() && (this != ARN || text.length() <= ARN_LENGTH_MAX);
        }

        boolean takes(String text) {
            try {
                return constructor.apply(text).value().equals(text);
            } catch (IllegalArgumentException refused) {
                return false;
            }
        }
    }

    @Property(tries = 5000)
    void what_the_form_takes_is_taken_and_nothing_else(@ForAll Kind kind, @ForAll("texts") String text) {
        assertThat(kind.takes(text)).isEqualTo(kind.mustTake(text));
    }

    @Property(tries = 5000)
    void a_changed_example_is_taken_if_the_form_takes_it(
            @ForAll Kind kind, @ForAll int place, @ForAll("texts") String other) {
        String example = kind.example;
        int index = Math.floorMod(place, example.length());

        Stream.of(
                        example.substring(0, index) + other + example.substring(index),
                        example.substring(0, index) + other + example.substring(index + 1),
                        example.substring(0, index),
                        example.substring(index))
                .forEach(text -> assertThat(kind.takes(text)).as(text).isEqualTo(kind.mustTake(text)));
    }

    @ParameterizedTest
    @EnumSource
    void each_length_is_taken_if_the_form_takes_it(Kind kind) {
        assertThat(kind.takes(kind.example)).isTrue();
        for (int length = 0; length <= ARN_LENGTH_MAX + 1; length++) {
            String longer = kind.example + "0".repeat(length);
            String digits = "0".repeat(length);

            assertThat(kind.takes(longer)).isEqualTo(kind.mustTake(longer));
            assertThat(kind.takes(digits)).isEqualTo(kind.mustTake(digits));
        }
    }

    @Property
    void the_resource_of_an_arn_is_all_after_the_fifth_colon(@ForAll("texts") String resource) {
        Arn arn = new Arn("arn:aws:kms:us-east-1::" + resource);

        assertThat(Stream.of(arn.partition(), arn.service(), arn.region(), arn.account(), arn.resource()))
                .containsExactly("aws", "kms", "us-east-1", "", resource);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> near =
                Arbitraries.strings().withChars("azAZ09_-:/fg.\n").ofMaxLength(70);
        return Arbitraries.oneOf(near, Arbitraries.strings().ofMaxLength(3));
    }
}
