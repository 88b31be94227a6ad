package io.attestore.proof.torture.crash;

import io.attestore.proof.torture.ledger.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of one kill.
 *
 * @param counts of the calls of this round
 * @param ready how long after the kill the store answered again
 */
record Round(Victim victim, Counts counts, Duration ready, List<String> violations) {

    Round {
        violations = List.copyOf(violations);
    }

    static String header() {
        return """
                | killed | rounds | acknowledged | values disclosed | refused | unknown: written | unknown: not | violations | ready after ms: median | most |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|""";
    }

    static String row(String title, List<Round> rounds) {
        Counts sum = rounds.stream().map(Round::counts).reduce(Counts.NONE, Counts::plus);
        List<Long> ready =
                rounds.stream().map(round -> round.ready().toMillis()).sorted().toList();
        long violations =
                rounds.stream().mapToLong(round -> round.violations().size()).sum();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %,d | %,d | %,d | %,d | %d | %,d | %,d |",
                title,
                rounds.size(),
                sum.answered(),
                sum.disclosing(),
                sum.refused(),
                sum.unknownWritten(),
                sum.unknownNotWritten(),
                violations,
                ready.get(ready.size() / 2),
                ready.getLast());
    }

    String line(int number) {
        return String.format(
                Locale.ROOT,
                "Round %d: killed %s; %,d acknowledged, %,d of them disclosing, %,d refused, %d + %d unknown"
                        + " (written + not); ready after %,d ms; %d violations",
                number,
                victim.title(),
                counts.answered(),
                counts.disclosing(),
                counts.refused(),
                counts.unknownWritten(),
                counts.unknownNotWritten(),
                ready.toMillis(),
                violations.size());
    }
}
