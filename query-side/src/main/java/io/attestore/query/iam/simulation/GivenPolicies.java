package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.policy.document.MalformedPolicyException;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.PolicySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents that a call sends to try them out. Results name each by where in the input it stands. */
final class GivenPolicies {

    private static final String POLICIES = "PolicyInputList";
    private static final String BOUNDARIES = "PermissionsBoundaryPolicyInputList";
    private static final String RESOURCE = "ResourcePolicy";

    private GivenPolicies() {}

    static List<AttachedPolicy> identity(Structure input) {
        return list(input, POLICIES);
    }

    static Optional<AttachedPolicy> boundary(Structure input) {
        List<AttachedPolicy> boundaries = list(input, BOUNDARIES);
        if (boundaries.size() > 1) {
            throw SimulationFaults.severalBoundaries();
        }
        return boundaries.stream().findFirst();
    }

    static Optional<AttachedPolicy> onResource(Structure input) {
        return input.optionalText(RESOURCE).map(text -> read(text, RESOURCE, PolicyKind.RESOURCE));
    }

    private static List<AttachedPolicy> list(Structure input, String member) {
        List<AttachedPolicy> policies = new ArrayList<>();
        for (String text : input.texts(member)) {
            policies.add(read(text, member + "." + (policies.size() + 1), PolicyKind.IDENTITY));
        }
        return policies;
    }

    private static AttachedPolicy read(String text, String source, PolicyKind kind) {
        try {
            return new AttachedPolicy(new PolicySource.Named(source), PolicyDocument.parse(text, kind));
        } catch (MalformedPolicyException malformed) {
            throw SimulationFaults.malformed(source, malformed.text());
        }
    }
}
