package io.attestore.policy.document;

import io.attestore.policy.document.RawStatement.RawCondition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a document of a kind must be, checked in the order in which AWS checks it. */
sealed interface Grammar permits IdentityGrammar, TrustGrammar, ResourceGrammar {

    String VERSION_WITH_VARIABLES = "2012-10-17";
    Set<String> VERSIONS = Set.of("2008-10-17", VERSION_WITH_VARIABLES);

    /** What is said of a text that is not JSON. */
    String notJson();

    /** What is said of JSON that is no policy. */
    String notAPolicy();

    /** What is said of a version that there is not. */
    String noSuchVersion();

    /**
     * Checks a document.
     *
     * @throws MalformedPolicyException where it is not of the kind
     */
    void check(Optional<String> version, List<RawStatement> statements);

    static Grammar of(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY -> new IdentityGrammar();
            case TRUST -> new TrustGrammar();
            case RESOURCE -> new ResourceGrammar();
        };
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new MalformedPolicyException(message);
        }
    }

    static void requireAll(List<RawStatement> statements, Predicate<RawStatement> holds, String message) {
        require(statements.stream().allMatch(holds), message);
    }

    static void requireUniqueSids(List<RawStatement> statements, String message) {
        Set<String> seen = new HashSet<>();
        requireAll(
                statements,
                each -> each.sid().filter(sid -> !sid.isEmpty()).map(seen::add).orElse(true),
                message);
    }

    static void requireVendors(List<RawStatement> statements) {
        for (RawStatement statement : statements) {
            statement.actions().forEach(ActionText::check);
            for (RawCondition condition : statement.conditions()) {
                require(condition.values().isEmpty() || condition.key().indexOf(':') > 0, PolicyFaultTexts.NO_VENDOR);
            }
        }
    }

    /** What identity and resource policies have in common. */
    static void requireActionsAndResources(List<RawStatement> statements) {
        requireAll(
                statements,
                each -> each.effect().equals(Optional.of("Allow"))
                        || each.effect().equals(Optional.of("Deny")),
                PolicyFaultTexts.LEGACY_PARSING);
        statements.forEach(each -> each.resources().forEach(ResourceText::checkShape));
        requireUniqueSids(statements, "Statement IDs (SID) in a single policy must be unique.");
        requireAll(statements, each -> !each.actions().isEmpty(), "Policy statement must contain actions.");
        requireAll(statements, each -> !each.resources().isEmpty(), "Policy statement must contain resources.");
        statements.forEach(each -> each.resources().forEach(ResourceText::check));
        requireVendors(statements);
    }
}
