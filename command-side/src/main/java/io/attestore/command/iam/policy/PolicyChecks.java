package io.attestore.command.iam.policy;

import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.policy.PolicySizes;
import io.attestore.entities.iam.policy.StoredPolicy;
import io.attestore.policy.document.PolicyDocument;

/** What a policy document must be to be put. */
public final class PolicyChecks {

    private PolicyChecks() {}

    /** A document that says what its holder may do; the same text. */
    public static String identity(String document) {
        StoredPolicy.requireIdentity(document);
        return document;
    }

    /** A document for a version of a managed policy; the same text. */
    public static String managed(String document) {
        if (PolicyDocument.sizeWithoutWhiteSpace(document) > PolicySizes.MANAGED_MAX) {
            throw IamFaults.quotaExceeded("PolicySize", PolicySizes.MANAGED_MAX);
        }
        return identity(document);
    }
}
