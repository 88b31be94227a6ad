package io.attestore.command.iam.role;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.PrincipalIds;
import io.attestore.entities.iam.policy.PolicySizes;
import io.attestore.events.identity.TrustPolicy;
import io.attestore.policy.document.MalformedPolicyException;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;

/** What a role's trust policy must be to be put. */
final class TrustPolicies {

    private TrustPolicies() {}

    static TrustPolicy checked(String document, Call call) {
        if (PolicyDocument.sizeWithoutWhiteSpace(document) > PolicySizes.TRUST_MAX) {
            throw IamFaults.quotaExceeded("ACLSizePerRole", PolicySizes.TRUST_MAX);
        }
        return new TrustPolicy(document, PrincipalIds.of(parse(document), call, TrustPolicies::nobody));
    }

    private static PolicyDocument parse(String document) {
        try {
            return PolicyDocument.parse(document, PolicyKind.TRUST);
        } catch (MalformedPolicyException malformed) {
            throw IamFaults.malformedPolicy(malformed.text());
        }
    }

    private static AwsFault nobody(String principal) {
        return IamFaults.malformedPolicy("Invalid principal in policy: \"AWS\":\"" + principal + "\"");
    }
}
