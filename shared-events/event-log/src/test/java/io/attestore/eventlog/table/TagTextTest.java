package io.attestore.eventlog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class TagTextTest {

    @Property
    void every_tag_is_read_back_as_it_was(
            @ForAll @Chars({'a', '=', '\\', '"', ' ', 'ü'}) @StringLength(max = 8) @NotEmpty String key,
            @ForAll @Chars({'b', '=', '\\', '{', ',', '\n'}) @StringLength(max = 8) String value) {
        Tag tag = new Tag(key, value);
        assertThat(TagText.parse(TagText.of(tag))).isEqualTo(tag);
    }

    @Test
    void where_the_equals_sign_stands_matters() {
        assertThat(TagText.of(Tag.of("a=b", "c"))).isEqualTo("a\\=b=c");
        assertThat(TagText.of(Tag.of("a", "b=c"))).isEqualTo("a=b=c");
    }

    @Test
    void the_limit_is_in_bytes() {
        assertThat(TagText.of(Tag.of("k", "x".repeat(TagText.BYTES_MAX - 2)))).hasSize(TagText.BYTES_MAX);
        assertThatThrownBy(() -> TagText.of(Tag.of("k", "x".repeat(TagText.BYTES_MAX - 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TagText.of(Tag.of("k", "ü".repeat(TagText.BYTES_MAX / 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_tag_is_refused() {
        assertThatThrownBy(() -> TagText.parse("no equals sign")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TagText.of(Tag.of("k", "\0"))).isInstanceOf(IllegalArgumentException.class);
    }
}
