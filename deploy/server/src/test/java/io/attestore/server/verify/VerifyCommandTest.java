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
    void aWholeLogWithoutAnyAnchorIsWholeAndItIsSaidWhatCannotBeTold() {
        assertThat(tell(new Intact(7, "ab", 0))).isZero();
        assertThat(lines).contains(NO_ANCHOR, "The record is whole.");
    }

    @Test
    void anAnchoredLogAndAnEmptyOneAreJustWhole() {
        assertThat(tell(new Intact(7, "ab", 1))).isZero();
        assertThat(tell(new Intact(0, "00", 0))).isZero();
        assertThat(lines).contains("The record is whole.").doesNotContain(NO_ANCHOR);
    }

    @Test
    void aBrokenLogIsAFailureWithItsReason() {
        assertThat(tell(new Broken(3, "This position is missing"))).isEqualTo(1);
        assertThat(lines).containsExactly("THE RECORD IS BROKEN at position 3: This position is missing");
    }

    @Test
    void whatIsNotAsTheLogSaysIsAFailureAndListed() {
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
