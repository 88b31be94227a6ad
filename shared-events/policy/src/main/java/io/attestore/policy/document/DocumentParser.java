package io.attestore.policy.document;

import io.attestore.policy.condition.Condition;
import io.attestore.policy.document.RawStatement.RawCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a text to a compiled document: JSON, then the grammar of its kind, then each statement. */
final class DocumentParser {

    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    private final PolicyKind kind;
    private final Grammar grammar;

    private DocumentParser(PolicyKind kind) {
        this.kind = kind;
        this.grammar = Grammar.of(kind);
    }

    static PolicyDocument parse(String text, PolicyKind kind, DocumentLimits limits) {
        return new DocumentParser(kind).parse(text, limits);
    }

    private PolicyDocument parse(String text, DocumentLimits limits) {
        Json.Members document = document(text, limits);
        Optional<String> version = version(document);
        List<RawStatement> statements = statements(document, limits);
        grammar.check(version, statements);
        boolean variables = version.equals(Optional.of(Grammar.VERSION_WITH_VARIABLES));
        List<Statement> compiled = new ArrayList<>();
        for (RawStatement statement : statements) {
            compiled.add(compiled(statement, compiled.size(), variables));
        }
        return new PolicyDocument(kind, compiled);
    }

    private Json.Members document(String text, DocumentLimits limits) {
        Json json;
        try {
            json = JsonReader.read(text, limits);
        } catch (JsonReader.NotJsonException malformed) {
            throw new MalformedPolicyException(grammar.notJson());
        }
        if (!(json instanceof Json.Members members)
                || !ELEMENTS.containsAll(members.values().keySet())) {
            throw new MalformedPolicyException(grammar.notAPolicy());
        }
        return members;
    }

    private Optional<String> version(Json.Members document) {
        Json id = document.values().get("Id");
        Grammar.require(id == null || id instanceof Json.Text, grammar.notAPolicy());
        Json version = document.values().get("Version");
        if (version == null) {
            return Optional.empty();
        }
        if (version instanceof Json.Text(String text) && Grammar.VERSIONS.contains(text)) {
            return Optional.of(text);
        }
        throw new MalformedPolicyException(grammar.noSuchVersion());
    }

    private List<RawStatement> statements(Json.Members document, DocumentLimits limits) {
        List<Json> statements = switch (document.values().get("Statement")) {
            case Json.Array(List<Json> elements) -> elements;
            case Json.Members one -> List.of(one);
            case null, default -> throw new MalformedPolicyException(grammar.notAPolicy());
        };
        Grammar.require(!statements.isEmpty() && statements.size() <= limits.statementsMax(), grammar.notAPolicy());
        try {
            List<RawStatement> raw = statements.stream().map(RawStatement::of).toList();
            Grammar.requireAll(raw, this::isWellFormed, grammar.notAPolicy());
            return raw;
        } catch (IllegalArgumentException malformed) {
            throw new MalformedPolicyException(grammar.notAPolicy());
        }
    }

    private boolean isWellFormed(RawStatement statement) {
        boolean hasEffect = statement
                .effect()
                .map(effect -> effect.equalsIgnoreCase("Allow") || effect.equalsIgnoreCase("Deny"))
                .orElse(false);
        return (hasEffect || kind == PolicyKind.TRUST)
                && (statement.action().isEmpty() || statement.notAction().isEmpty())
                && (statement.resource().isEmpty() || statement.notResource().isEmpty())
                && (statement.principal().isEmpty() || statement.notPrincipal().isEmpty())
                && statement.conditions().stream().map(RawCondition::operator).allMatch(Condition::isOperator);
    }

    private Statement compiled(RawStatement raw, int index, boolean variables) {
        Effect effect = raw.effect().equals(Optional.of("Allow")) ? Effect.ALLOW : Effect.DENY;
        Principals principals = principals(raw);
        try {
            return new Statement(
                    new Statement.Heading(
                            effect,
                            raw.sid(),
                            index,
                            raw.json().start(),
                            raw.json().end()),
                    principals,
                    Actions.of(raw.actions(), raw.notAction().isPresent()),
                    kind == PolicyKind.TRUST
                            ? Resources.every()
                            : Resources.of(raw.resources(), raw.notResource().isPresent(), variables),
                    conditions(raw, variables));
        } catch (IllegalArgumentException malformed) {
            throw new MalformedPolicyException(PolicyFaultTexts.LEGACY_PARSING);
        }
    }

    private Principals principals(RawStatement raw) {
        if (raw.principal().isPresent()) {
            return new Principals.Named(PrincipalReader.read(raw.principal().get(), kind));
        }
        return raw.notPrincipal().isPresent()
                ? new Principals.AllBut(PrincipalReader.read(raw.notPrincipal().get(), kind))
                : new Principals.Holder();
    }

    private static List<Condition> conditions(RawStatement raw, boolean variables) {
        return raw.conditions().stream()
                .filter(condition -> !condition.key().isEmpty())
                .map(condition -> Condition.of(condition.operator(), condition.key(), condition.values(), variables))
                .toList();
    }
}
