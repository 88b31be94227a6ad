package io.attestore.command.iam.role;

import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.policy.PolicySizes;
import io.attestore.events.identity.TrustPolicy;
import java.util.Map;

/** What a role's trust policy must be to be put. */
final class TrustPolicies {

    private TrustPolicies() {}

    static TrustPolicy checked(String document, Call call) {
        if (PolicySizes.of(document) > PolicySizes.TRUST_MAX) {
            throw IamFaults.quotaExceeded("ACLSizePerRole", PolicySizes.TRUST_MAX);
        }
        return new TrustPolicy(document, Map.of());
    }
}
