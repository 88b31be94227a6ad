package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.verification.VerificationResult;
import io.attestore.eventlog.verification.VerificationResult.Broken;
import io.attestore.eventlog.verification.VerificationResult.Intact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

    private static final String NO_ANCHOR =
            "No anchor covers this log: that it was not rewritten as a whole cannot be told";

    private final List<String> lines = new ArrayList<>();

    @Test
    void a_whole_log_without_any_anchor_is_whole_and_it_is_said_what_cannot_be_told() {
        assertThat(tell(new Intact(7, "ab", 0))).isZero();
        assertThat(lines).contains(NO_ANCHOR, "The record is whole.");
    }

    @Test
    void an_anchored_log_and_an_empty_one_are_just_whole() {
        assertThat(tell(new Intact(7, "ab", 1))).isZero();
        assertThat(tell(new Intact(0, "00", 0))).isZero();
        assertThat(lines).contains("The record is whole.").doesNotContain(NO_ANCHOR);
    }

    @Test
    void a_broken_log_is_a_failure_with_its_reason() {
        assertThat(tell(new Broken(3, "This position is missing"))).isEqualTo(1);
        assertThat(lines).containsExactly("THE RECORD IS BROKEN at position 3: This position is missing");
    }

    @Test
    void what_is_not_as_the_log_says_is_a_failure_and_listed() {
        var report = new VerificationReport(new Intact(7, "ab", 1), List.of("One is missing", "Two is"), 3, List.of());

        assertThat(VerifyCommand.tell(report, lines::add)).isEqualTo(1);
        assertThat(lines)
                .contains("FOUND: One is missing", "FOUND: Two is")
                .doesNotContain("The record is whole.")
                .last()
                .asString()
                .contains("but 3 of what belongs to it")
                .contains("the first are listed");
    }

    private int tell(VerificationResult result) {
        return VerifyCommand.tell(new VerificationReport(result, List.of(), 0, List.of()), lines::add);
    }
}
