package io.attestore.entities.iam.policy;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.iam.IamFaults;
import io.attestore.policy.document.MalformedPolicyException;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import org.jspecify.annotations.Nullable;

/**
 * A policy document that was checked when it was put, kept as it was sent and ready to be asked. Immutable; safe for many
 * threads. Equal to one of the same text.
 */
public final class StoredPolicy {

    private final String text;
    private final PolicyDocument document;

    private StoredPolicy(String text, PolicyDocument document) {
        this.text = text;
        this.document = document;
    }

    /** One of a user, group or role, or a managed policy. */
    public static StoredPolicy identity(String text) {
        return of(text, PolicyKind.IDENTITY);
    }

    /** One that a state has kept. If this version of the store cannot read it any more, it denies everything. */
    public static StoredPolicy of(String text, PolicyKind kind) {
        try {
            return new StoredPolicy(text, PolicyDocument.parse(text, kind));
        } catch (MalformedPolicyException unreadable) {
            return new StoredPolicy(text, PolicyDocument.denyingAll(kind));
        }
    }

    /** @throws AwsFault in IAM's words, if it is not one that says what its holder may do */
    public static void requireIdentity(String text) {
        try {
            PolicyDocument.parse(text, PolicyKind.IDENTITY);
        } catch (MalformedPolicyException malformed) {
            throw IamFaults.malformedPolicy(malformed.text());
        }
    }

    public String text() {
        return text;
    }

    public PolicyDocument document() {
        return document;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredPolicy policy && text.equals(policy.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "StoredPolicy[" + text.length() + " characters]";
    }
}
