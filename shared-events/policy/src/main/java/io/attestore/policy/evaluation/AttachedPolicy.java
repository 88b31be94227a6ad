package io.attestore.policy.evaluation;

import io.attestore.policy.document.PolicyDocument;

/** A document with where it comes from. */
public record AttachedPolicy(PolicySource source, PolicyDocument document) {}
