package io.attestore.entities.iam.role;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.policy.HeldPolicies;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.IamResourceDeleted;
import io.attestore.events.identity.RoleCreated;
import io.attestore.events.identity.RoleFacts;
import io.attestore.events.identity.RoleUpdated;
import io.attestore.events.identity.TrustPolicy;
import io.attestore.events.identity.TrustPolicyPut;
import java.time.Instant;

/** One role, as its events have left it. */
public sealed interface Role {

    EntityType<IamId, Role> TYPE = new EntityType<>("role", Tags::iam, id -> new Absent(), Role::evolve, Role::weight);

    /** There is no such role. */
    record Absent() implements Role {}

    /** A role there is. */
    record Existing(
            IamResource resource,
            Instant createdAt,
            RoleFacts facts,
            TrustPolicy trust,
            IamTags tags,
            HeldPolicies policies)
            implements Role, PolicyHolder {

        /** The same with other facts. */
        public Existing with(RoleFacts others) {
            return new Existing(resource, createdAt, others, trust, tags, policies);
        }

        private Existing with(TrustPolicy another) {
            return new Existing(resource, createdAt, facts, another, tags, policies);
        }

        private Existing after(Event event) {
            return new Existing(resource, createdAt, facts, trust, tags.after(event), policies.after(event));
        }
    }

    private static Role evolve(Role before, Event event, Instant at) {
        return switch (event) {
            case RoleCreated created -> justCreated(created, at);
            case IamResourceDeleted _ -> new Absent();
            case RoleUpdated updated when before instanceof Existing role -> role.with(updated.facts());
            case TrustPolicyPut put when before instanceof Existing role -> role.with(put.trust());
            default -> before instanceof Existing role ? role.after(event) : before;
        };
    }

    /** The state of a role that is just being created. */
    static Existing justCreated(RoleCreated created, Instant at) {
        return new Existing(
                created.role(),
                at,
                created.facts(),
                created.trust(),
                IamTags.of(created.roleTags()),
                HeldPolicies.within(created.boundary()));
    }

    private static long weight(Role role) {
        return role instanceof Existing existing
                ? 800
                        + 8L * existing.trust().document().length()
                        + existing.policies().weight()
                : 200;
    }
}
