package io.attestore.policy.evaluation;

import io.attestore.policy.document.Reach;
import io.attestore.policy.document.Statement;
import io.attestore.policy.evaluation.Verdict.Grounds;
import io.attestore.policy.request.AccessRequest;
import java.util.List;
import java.util.Optional;

/**
 * What the resource's policy allows, and how it names the requester there; or what a grant beside it allows.
 *
 * @param found the grounds of the strongest reach; empty where it is none
 */
record ResourceSide(Reach reach, Optional<Grounds> found) {

    private static final ResourceSide SILENT = new ResourceSide(Reach.NONE, Optional.empty());

    static ResourceSide of(AccessRequest request, ResourcePolicy resource) {
        Optional<AttachedPolicy> policy = resource.policy();
        return policy.isPresent() ? stated(request, policy.get()) : SILENT;
    }

    /** The stronger of what is stated and what a grant gives. */
    ResourceSide orGranted(Grants.Grant grant) {
        Reach granted = grant.isToRequesterHimself() ? Reach.DIRECT : Reach.ISSUER;
        return granted.compareTo(reach) > 0
                ? new ResourceSide(granted, Optional.of(new Grounds.ByGrant(grant.id())))
                : this;
    }

    Grounds grounds() {
        return found.orElseThrow();
    }

    private static ResourceSide stated(AccessRequest request, AttachedPolicy policy) {
        ResourceSide strongest = SILENT;
        List<Statement> statements = policy.document().statements();
        for (int i = 0; i < statements.size() && strongest.reach != Reach.DIRECT; i++) {
            Statement statement = statements.get(i);
            Reach reach = statement.reach(request);
            if (reach.compareTo(strongest.reach) > 0 && statement.allowsAnybody(request)) {
                strongest = new ResourceSide(reach, Optional.of(new Grounds.ByStatement(policy, statement)));
            }
        }
        return strongest;
    }
}
