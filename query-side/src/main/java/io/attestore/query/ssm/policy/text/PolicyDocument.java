package io.attestore.query.ssm.policy.text;

import io.attestore.contract.document.Structure;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;

/**
 * A policy as answers show it: pending until it has acted on the newest version, then finished.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterInlinePolicy.html">ParameterInlinePolicy</a>
 */
public final class PolicyDocument {

    private PolicyDocument() {}

    public static Structure of(Parameter.Present parameter, Policy policy) {
        return Structure.builder()
                .put("PolicyText", policy.text())
                .put("PolicyType", policy.type())
                .put("PolicyStatus", parameter.acted().contains(policy) ? "Finished" : "Pending")
                .build();
    }
}
