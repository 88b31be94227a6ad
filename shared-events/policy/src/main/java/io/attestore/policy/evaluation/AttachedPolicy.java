package io.attestore.policy.evaluation;

import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;

/** A document with where it comes from. */
public record AttachedPolicy(PolicySource source, PolicyDocument document) {

    /** A document in a place for another kind would be taken to speak of everybody. */
    void require(PolicyKind kind) {
        if (document.kind() != kind) {
            throw new IllegalArgumentException("A policy of kind " + kind + " is wanted here");
        }
    }
}
