package io.attestore.policy.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy's statements, read once and ready to be asked. Immutable; safe for many threads.
 *
 * @param version {@code 2008-10-17} or {@code 2012-10-17}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM: elements of
 *     policies</a>
 */
public record PolicyDocument(PolicyKind kind, String version, Optional<String> id, List<Statement> statements) {

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /** @throws MalformedPolicyException in IAM's words, if the text is no policy of this kind */
    public static PolicyDocument parse(String text, PolicyKind kind) {
        return DocumentReading.read(text, kind);
    }

    /** A policy that says nothing, and so allows nothing. */
    public static PolicyDocument saysNothing(PolicyKind kind) {
        return new PolicyDocument(kind, DocumentReading.VERSION_NEW, Optional.empty(), List.of());
    }

    /** A policy that denies everybody everything. */
    public static PolicyDocument deniesAll(PolicyKind kind) {
        return DocumentReading.denyingAll(kind);
    }

    /** The condition keys that the policy asks for, those of its variables included. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        statements.forEach(statement -> keys.addAll(statement.keys()));
        return keys;
    }

    /** How many characters count against a policy's limit: white space does not. */
    public static int size(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                size++;
            }
        }
        return size;
    }
}
