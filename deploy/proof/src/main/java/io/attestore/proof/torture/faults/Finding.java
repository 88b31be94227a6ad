package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.ledger.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of one harm.
 *
 * @param failed calls that got 503 or no answer
 * @param longest how long the longest call took
 * @param recovery how long after the harm was undone the store answered and was ready
 */
record Finding(String title, Counts counts, long failed, Duration longest, Duration recovery, List<String> violations) {

    Finding {
        violations = List.copyOf(violations);
    }

    static final String HEADER = """
            | harm | acknowledged | values disclosed | failed | unknown: written | unknown: not | longest call ms | recovered after ms | violations |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|""";

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %d |",
                title,
                counts.answered(),
                counts.disclosing(),
                failed,
                counts.unknownWritten(),
                counts.unknownNotWritten(),
                longest.toMillis(),
                recovery.toMillis(),
                violations.size());
    }
}
