package io.attestore.policy.document;

import io.attestore.policy.request.AccessRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy document, compiled: its text is read once, and matching allocates nothing but what variables in it need.
 * Immutable, for any number of threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM: Policy grammar</a>
 */
public final class PolicyDocument {

    private final PolicyKind kind;
    private final List<Statement> statements;
    private final List<String> contextKeys;

    PolicyDocument(PolicyKind kind, List<Statement> statements) {
        this.kind = kind;
        this.statements = List.copyOf(statements);
        Map<String, String> keys = new TreeMap<>();
        List<String> inOrder = new ArrayList<>();
        statements.forEach(statement -> statement.eachContextKey(name -> {
            if (keys.putIfAbsent(name.toLowerCase(Locale.ROOT), name) == null) {
                inOrder.add(name);
            }
        }));
        this.contextKeys = List.copyOf(inOrder);
    }

    /**
     * Reads a document.
     *
     * @throws MalformedPolicyException with AWS's text, where it is none of its kind
     */
    public static PolicyDocument parse(String text, PolicyKind kind) {
        return parse(text, kind, DocumentLimits.DEFAULT);
    }

    /**
     * Reads a document within limits.
     *
     * @throws MalformedPolicyException with AWS's text, where it is none of its kind
     */
    public static PolicyDocument parse(String text, PolicyKind kind, DocumentLimits limits) {
        return DocumentParser.parse(text, kind, limits);
    }

    /** How long a document is where its length is limited: AWS does not count white space. */
    public static int sizeWithoutWhiteSpace(String text) {
        return (int) text.chars()
                .filter(each -> each != ' ' && each != '\t' && each != '\n' && each != '\r')
                .count();
    }

    /** A policy without statements: it allows nothing and denies nothing. */
    public static PolicyDocument silent(PolicyKind kind) {
        return new PolicyDocument(kind, List.of());
    }

    /**
     * What stands in for a stored document that cannot be read any more: it denies everything. A trust policy need not deny:
     * where it allows nobody, nobody is trusted.
     */
    public static PolicyDocument denyingAll(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY -> parse("""
                    {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}""", kind);
            case RESOURCE -> parse("""
                    {"Version": "2012-10-17", "Statement":
                      {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}}""", kind);
            case TRUST -> silent(kind);
        };
    }

    public PolicyKind kind() {
        return kind;
    }

    public List<Statement> statements() {
        return statements;
    }

    /** The condition keys that statements look at, by conditions and variables: each once, as it is first spelt. */
    public List<String> contextKeys() {
        return contextKeys;
    }

    /** The statements that match a request in action, resource and conditions, whatever their effect. */
    public List<Statement> statementsMatching(AccessRequest request) {
        return statements.stream().filter(each -> each.matches(request)).toList();
    }
}
