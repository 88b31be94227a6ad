package io.attestore.command.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.entities.iam.policy.PolicySizes;
import io.attestore.events.id.Arn;
import io.attestore.events.identity.IamResourceDeleted;
import io.attestore.events.identity.IdentityEvent;
import io.attestore.events.identity.InlinePolicyDeleted;
import io.attestore.events.identity.InlinePolicyPut;
import io.attestore.events.identity.PermissionsBoundaryDeleted;
import io.attestore.events.identity.PermissionsBoundaryPut;
import io.attestore.events.identity.PolicyAttached;
import io.attestore.events.identity.PolicyDetached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;

/** How the policies of a user, a group or a role change: the same for all three. */
public final class HeldPolicyChanges {

    private HeldPolicyChanges() {}

    /** Puts an inline policy, in place of one of that name. */
    public static Outcome put(PolicyHolder holder, Structure input, Call call) {
        String name = input.text("PolicyName");
        String document = PolicyChecks.identity(input.text("PolicyDocument"));
        PolicySizes.requireRoom(holder, name, document);
        return Outcome.answered(Structure.EMPTY, new InlinePolicyPut(holder.resource(), name, document));
    }

    /** Deletes an inline policy. */
    public static Outcome delete(PolicyHolder holder, Structure input, Call call) {
        String name = input.text("PolicyName");
        if (!holder.policies().inline().containsKey(name)) {
            throw IamFaults.noSuchEntity(
                    "The " + holder.resource().kind().arnType() + " policy with name " + name + " cannot be found.");
        }
        return Outcome.answered(Structure.EMPTY, new InlinePolicyDeleted(holder.resource(), name));
    }

    /** Attaches a managed policy; one that is attached stays so. */
    public static Outcome attach(PolicyHolder holder, Structure input, Call call) {
        Arn policy = ManagedPolicies.attachable(input.text("PolicyArn"), call).arn();
        PSortedMap<String, Arn> attached = holder.policies().attached();
        if (attached.containsKey(policy.value())) {
            return Outcome.answered(Structure.EMPTY);
        }
        if (attached.size() >= IamQuota.ATTACHED_POLICIES_MAX) {
            throw IamFaults.quotaExceeded(
                    "PoliciesPer" + holder.resource().kind().word(), IamQuota.ATTACHED_POLICIES_MAX);
        }
        return Outcome.answered(Structure.EMPTY, new PolicyAttached(holder.resource(), policy));
    }

    /** Detaches a managed policy. */
    public static Outcome detach(PolicyHolder holder, Structure input, Call call) {
        Arn policy = ManagedPolicies.parse(input.text("PolicyArn"));
        if (!holder.policies().attached().containsKey(policy.value())) {
            throw IamFaults.noSuchEntity("Policy " + policy + " was not found.");
        }
        return Outcome.answered(Structure.EMPTY, new PolicyDetached(holder.resource(), policy));
    }

    /** Puts a permissions boundary, in place of another. */
    public static Outcome limit(PolicyHolder holder, Structure input, Call call) {
        Arn policy = ManagedPolicies.boundary(input.text("PermissionsBoundary"), call);
        Optional<Arn> before = holder.policies().boundary();
        return before.equals(Optional.of(policy))
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new PermissionsBoundaryPut(holder.resource(), policy, before));
    }

    /** Deletes a permissions boundary. */
    public static Outcome unlimit(PolicyHolder holder, Structure input, Call call) {
        return holder.policies()
                .boundary()
                .map(policy ->
                        Outcome.answered(Structure.EMPTY, new PermissionsBoundaryDeleted(holder.resource(), policy)))
                .orElseThrow(() -> IamFaults.noSuchEntity("The permissions boundary of the "
                        + holder.resource().kind().arnType() + " "
                        + holder.resource().name() + " cannot be found."));
    }

    /** Who holds policies cannot be deleted. */
    public static void requireNone(PolicyHolder holder) {
        if (!holder.policies().attached().isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
        if (!holder.policies().inline().isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must delete policies first.");
        }
    }

    /** What happens with the deletion of one who holds no other policies. */
    public static List<IdentityEvent> deletion(PolicyHolder holder) {
        List<IdentityEvent> events = new ArrayList<>();
        holder.policies()
                .boundary()
                .ifPresent(policy -> events.add(new PermissionsBoundaryDeleted(holder.resource(), policy)));
        events.add(new IamResourceDeleted(holder.resource()));
        return events;
    }
}
