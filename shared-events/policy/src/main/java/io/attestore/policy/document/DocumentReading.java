package io.attestore.policy.document;

import io.attestore.policy.condition.Condition;
import io.attestore.policy.pattern.ActionPattern;
import io.attestore.policy.pattern.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a document and refuses what is no policy. */
final class DocumentReading {

    static final String VERSION_NEW = "2012-10-17";
    static final String VERSION_OLD = "2008-10-17";

    /** More than fit into the longest policy in any useful way. */
    private static final int STATEMENTS_MAX = 1000;

    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT_ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final PolicyKind kind;
    private final boolean variables;

    private DocumentReading(PolicyKind kind, boolean variables) {
        this.kind = kind;
        this.variables = variables;
    }

    static PolicyDocument read(String text, PolicyKind kind) {
        Map<String, Json> elements = Json.read(text).members();
        require(ELEMENTS.containsAll(elements.keySet()), MalformedPolicies.SYNTAX);
        String version = optionalText(elements, "Version").orElse(VERSION_OLD);
        require(version.equals(VERSION_NEW) || version.equals(VERSION_OLD), MalformedPolicies.SYNTAX);
        List<Statement> statements =
                new DocumentReading(kind, version.equals(VERSION_NEW)).statements(elements.get("Statement"));
        requireUniqueSids(statements);
        return new PolicyDocument(kind, version, optionalText(elements, "Id"), statements);
    }

    static PolicyDocument denyingAll(PolicyKind kind) {
        Statement all = new Statement(
                0,
                Optional.of("Unreadable"),
                false,
                false,
                List.of(new ActionPattern("*")),
                false,
                List.of(),
                false,
                kind == PolicyKind.IDENTITY
                        ? Optional.empty()
                        : Optional.of(PrincipalElement.read(new Json.Text("*"))),
                List.of());
        return new PolicyDocument(kind, VERSION_NEW, Optional.empty(), List.of(all));
    }

    private List<Statement> statements(@org.jspecify.annotations.Nullable Json json) {
        List<Json> items = switch (json) {
            case Json.Members one -> List.of(one);
            case Json.Items(List<Json> several) -> several;
            case Json.Text _ -> List.of();
            case null -> List.of();
        };
        require(!items.isEmpty() && items.size() <= STATEMENTS_MAX, MalformedPolicies.SYNTAX);
        List<Statement> statements = new ArrayList<>(items.size());
        for (Json item : items) {
            require(item instanceof Json.Members, MalformedPolicies.SYNTAX);
            statements.add(statement(statements.size(), ((Json.Members) item).members()));
        }
        return statements;
    }

    private Statement statement(int index, Map<String, Json> elements) {
        require(STATEMENT_ELEMENTS.containsAll(elements.keySet()), MalformedPolicies.SYNTAX);
        requirePrincipals(elements);
        return new Statement(
                index,
                optionalText(elements, "Sid"),
                allows(elements),
                elements.containsKey("NotAction"),
                actions(elements),
                elements.containsKey("NotResource"),
                resources(elements),
                elements.containsKey("NotPrincipal"),
                either(elements, "Principal", "NotPrincipal").map(PrincipalElement::read),
                conditions(elements));
    }

    private void requirePrincipals(Map<String, Json> elements) {
        boolean named = either(elements, "Principal", "NotPrincipal").isPresent();
        switch (kind) {
            case IDENTITY -> require(!named, MalformedPolicies.NO_PRINCIPAL_ALLOWED);
            case TRUST, RESOURCE -> require(named, MalformedPolicies.NO_PRINCIPAL);
        }
    }

    private static boolean allows(Map<String, Json> elements) {
        String effect = optionalText(elements, "Effect").orElse("");
        require(effect.equals("Allow") || effect.equals("Deny"), MalformedPolicies.SYNTAX);
        return effect.equals("Allow");
    }

    private List<ActionPattern> actions(Map<String, Json> elements) {
        List<String> actions = either(elements, "Action", "NotAction").map(Texts::of).orElse(List.of());
        require(!actions.isEmpty(), MalformedPolicies.NO_ACTIONS);
        for (String action : actions) {
            require(action.equals("*") || hasVendor(action), MalformedPolicies.NO_VENDOR);
            require(kind != PolicyKind.TRUST || isOfTrust(action), MalformedPolicies.TRUST_ACTIONS);
        }
        return actions.stream().map(ActionPattern::new).toList();
    }

    private static boolean hasVendor(String action) {
        int colon = action.indexOf(':');
        return colon > 0
                && colon < action.length() - 1
                && action.indexOf(':', colon + 1) < 0
                && action.chars().limit(colon).allMatch(DocumentReading::isOfVendor);
    }

    private static boolean isOfVendor(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '-';
    }

    private static boolean isOfTrust(String action) {
        return action.toLowerCase(Locale.ROOT).startsWith("sts:");
    }

    private List<Template> resources(Map<String, Json> elements) {
        Optional<Json> named = either(elements, "Resource", "NotResource");
        if (kind == PolicyKind.TRUST) {
            require(named.isEmpty(), MalformedPolicies.NO_STATEMENT_RESOURCES);
            return List.of();
        }
        List<String> resources = named.map(Texts::of).orElse(List.of());
        require(!resources.isEmpty() || kind == PolicyKind.RESOURCE && named.isEmpty(), MalformedPolicies.NO_RESOURCES);
        List<Template> templates = new ArrayList<>(resources.size());
        for (String resource : resources) {
            require(isResource(resource), MalformedPolicies.notAnArn(resource));
            templates.add(template(resource));
        }
        return templates;
    }

    private static boolean isResource(String resource) {
        return resource.equals("*") || resource.startsWith("arn:") || isWildcardArn(resource);
    }

    /** Such as {@code arn*} or {@code *:*:ssm:*}, which IAM takes. */
    private static boolean isWildcardArn(String resource) {
        return resource.startsWith("*") || resource.startsWith("a") && resource.indexOf('*') >= 0;
    }

    private Template template(String text) {
        try {
            return variables ? Template.withVariables(text) : Template.withoutVariables(text);
        } catch (IllegalArgumentException broken) {
            throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
        }
    }

    private List<Condition> conditions(Map<String, Json> elements) {
        Json json = elements.get("Condition");
        if (json == null) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, Json> operator : members(json).entrySet()) {
            for (Map.Entry<String, Json> key : members(operator.getValue()).entrySet()) {
                conditions.add(condition(operator.getKey(), key.getKey(), Texts.of(key.getValue())));
            }
        }
        return conditions;
    }

    private Condition condition(String operator, String key, List<String> values) {
        require(key.indexOf(':') > 0, MalformedPolicies.NO_VENDOR);
        require(!values.isEmpty(), MalformedPolicies.SYNTAX);
        try {
            return Condition.of(operator, key, values, variables);
        } catch (IllegalArgumentException broken) {
            throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
        }
    }

    private static Map<String, Json> members(Json json) {
        require(json instanceof Json.Members, MalformedPolicies.SYNTAX);
        return ((Json.Members) json).members();
    }

    private static Optional<Json> either(Map<String, Json> elements, String name, String negated) {
        require(!(elements.containsKey(name) && elements.containsKey(negated)), MalformedPolicies.SYNTAX);
        return Optional.ofNullable(elements.get(name)).or(() -> Optional.ofNullable(elements.get(negated)));
    }

    private static Optional<String> optionalText(Map<String, Json> elements, String name) {
        Json json = elements.get(name);
        require(json == null || json instanceof Json.Text, MalformedPolicies.SYNTAX);
        return json instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    private static void requireUniqueSids(List<Statement> statements) {
        Set<String> sids = new HashSet<>();
        for (Statement statement : statements) {
            require(statement.sid().filter(sid -> !sid.isEmpty()).map(sids::add).orElse(true), MalformedPolicies.SAME_SIDS);
        }
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new MalformedPolicyException(otherwise);
        }
    }
}
