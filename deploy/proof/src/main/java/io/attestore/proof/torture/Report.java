package io.attestore.proof.torture;

import java.util.List;

/**
 * What a campaign has found.
 *
 * @param table what was done and seen, as lines of a Markdown table and remarks
 * @param violations each promise that was broken, in a sentence; empty if all were kept
 */
public record Report(List<String> table, List<String> violations) {

    public Report {
        table = List.copyOf(table);
        violations = List.copyOf(violations);
    }

    public boolean isClean() {
        return violations.isEmpty();
    }
}
