package io.attestore.policy.document;

import io.attestore.events.id.CharacterSet;
import java.util.List;
import java.util.Optional;

/** Identity policies, boundaries and session policies. */
record IdentityGrammar() implements Grammar {

    private static final CharacterSet SID =
            CharacterSet.DIGITS.withRange('a', 'z').withRange('A', 'Z');

    @Override
    public String notJson() {
        return PolicyFaultTexts.SYNTAX;
    }

    @Override
    public String notAPolicy() {
        return PolicyFaultTexts.SYNTAX;
    }

    @Override
    public String noSuchVersion() {
        return PolicyFaultTexts.SYNTAX;
    }

    @Override
    public void check(Optional<String> version, List<RawStatement> statements) {
        Grammar.requireAll(
                statements,
                each -> each.principal().isEmpty() && each.notPrincipal().isEmpty(),
                "Policy document should not specify a principal.");
        Grammar.require(
                version.equals(Optional.of(VERSION_WITH_VARIABLES)),
                "Policy document must be version 2012-10-17 or greater.");
        Grammar.requireActionsAndResources(statements);
        Grammar.requireAll(
                statements,
                each -> each.sid()
                        .map(sid -> SID.hasAllBetween(sid, 0, sid.length()))
                        .orElse(true),
                "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression"
                        + " [0-9A-Za-z]*");
    }
}
