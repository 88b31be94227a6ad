package io.attestore.policy.document;

/**
 * What IAM says of documents that are no policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM: grammar of
 *     policies</a>
 */
final class MalformedPolicies {

    static final String SYNTAX = "Syntax errors in policy.";
    static final String NO_PRINCIPAL_ALLOWED = "Policy document should not specify a principal.";
    static final String NO_ACTIONS = "Policy statement must contain actions.";
    static final String NO_RESOURCES = "Policy statement must contain resources.";
    static final String SAME_SIDS = "Statement IDs (SID) in a single policy must be unique.";
    static final String NO_VENDOR = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
    static final String NO_STATEMENT_RESOURCES = "Has prohibited field Resource";
    static final String NO_PRINCIPAL = "Missing required field Principal";
    static final String TRUST_ACTIONS = "AssumeRole policy may only specify STS AssumeRole actions.";

    private MalformedPolicies() {}

    static String notAnArn(String resource) {
        return "Resource " + resource + " must be in ARN format or \"*\".";
    }

    static String invalidPrincipal(String type, String value) {
        return "Invalid principal in policy: \"" + type + "\":\"" + value + "\"";
    }
}
