package io.attestore.policy.document;

/** Texts with which AWS refuses a document, as recorded from it, where more than one place needs them. */
final class PolicyFaultTexts {

    static final String SYNTAX = "Syntax errors in policy.";
    static final String LEGACY_PARSING = "The policy failed legacy parsing";
    static final String NO_VENDOR = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";

    private PolicyFaultTexts() {}
}
