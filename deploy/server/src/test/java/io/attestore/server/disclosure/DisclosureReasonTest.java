package io.attestore.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureReasonTest {

    @Test
    void a_reason_is_printable_text_of_any_language() {
        assertThat(new DisclosureReason("Schlüssel von B im Netz gefunden 🔑, Fall 4711").text())
                .isEqualTo("Schlüssel von B im Netz gefunden 🔑, Fall 4711");
        assertThat(new DisclosureReason("🔑".repeat(1_000)).text()).hasSize(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "\u0007", "\u202Eright to left", "\uD83D", "\uE000", "a\u2028b"})
    void what_is_empty_or_cannot_be_printed_is_none(String text) {
        assertThatThrownBy(() -> new DisclosureReason(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_too_long_is_none() {
        assertThatThrownBy(() -> new DisclosureReason("x".repeat(1_001)))
                .hasMessage("A reason has at most 1000 characters");
    }
}
