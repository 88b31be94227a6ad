package io.attestore.policy.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Trust policies of roles, of which AWS speaks in other words than of the rest. */
record TrustGrammar() implements Grammar {

    @Override
    public String notJson() {
        return "This policy contains invalid Json";
    }

    @Override
    public String notAPolicy() {
        return "Syntax error in policy.";
    }

    @Override
    public String noSuchVersion() {
        return "The policy must contain a valid version string";
    }

    @Override
    public void check(Optional<String> version, List<RawStatement> statements) {
        Grammar.requireUniqueSids(statements, "The Statement Ids in the policy are not unique");
        statements.forEach(TrustGrammar::check);
        Grammar.requireVendors(statements);
    }

    private static void check(RawStatement statement) {
        Grammar.require(statement.effect().isPresent(), "Missing required field Effect");
        String effect = statement.effect().orElse("");
        Grammar.require(effect.equals("Allow") || effect.equals("Deny"), "Invalid effect: " + effect);
        Grammar.require(
                statement.notPrincipal().isEmpty(),
                effect.equals("Allow")
                        ? "Allow with NotPrincipal is not allowed."
                        : "AssumeRole policy must not contain NotPrincipal field.");
        Grammar.require(statement.principal().isPresent(), "Missing required field Principal");
        Grammar.require(!statement.actions().isEmpty(), "Missing required field Action");
        Grammar.require(
                statement.actions().stream()
                        .allMatch(action -> action.toLowerCase(Locale.ROOT).startsWith("sts:")),
                "AssumeRole policy may only specify STS AssumeRole actions.");
        Grammar.require(statement.resource().isEmpty(), "Has prohibited field Resource");
        Grammar.require(statement.notResource().isEmpty(), "AssumeRole policy must not contain resources.");
    }
}
