package io.attestore.policy.evaluation;

import io.attestore.policy.document.PolicyDocument;

/**
 * A document, and what it is called.
 *
 * @param name a managed policy's ARN, an inline policy's name, a resource's ARN
 * @param managed whether callers are told its name in a denial: AWS tells that of managed policies
 */
public record NamedPolicy(String name, boolean managed, PolicyDocument document) {

    public static NamedPolicy managed(String arn, PolicyDocument document) {
        return new NamedPolicy(arn, true, document);
    }

    public static NamedPolicy inline(String name, PolicyDocument document) {
        return new NamedPolicy(name, false, document);
    }
}
