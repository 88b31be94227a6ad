package io.attestore.policy.document;

import java.util.List;
import java.util.Optional;

/** Policies of resources. */
record ResourceGrammar() implements Grammar {

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
        return "The policy must contain a valid version string";
    }

    @Override
    public void check(Optional<String> version, List<RawStatement> statements) {
        Grammar.requireAll(
                statements,
                each -> each.principal().isPresent() || each.notPrincipal().isPresent(),
                "Missing required field Principal");
        Grammar.requireAll(
                statements,
                each -> each.notPrincipal().isEmpty() || each.effect().equals(Optional.of("Deny")),
                "Allow with NotPrincipal is not allowed.");
        Grammar.requireActionsAndResources(statements);
    }
}
