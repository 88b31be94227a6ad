package io.attestore.contract.operation;

/** Whether the caller may, and why. */
public sealed interface Decision {

    /** What decided, in words for an operator: a statement of a policy, or a rule. */
    String reason();

    record Allowed(String reason) implements Decision {}

    record Denied(String reason) implements Decision {}
}
