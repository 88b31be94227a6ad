package io.attestore.entities.iam.policy;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.PermissionsBoundaryDeleted;
import io.attestore.events.identity.PermissionsBoundaryPut;
import io.attestore.events.identity.PolicyAttached;
import io.attestore.events.identity.PolicyDetached;
import java.time.Instant;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * To which users, groups and roles of an account a managed policy is attached, and which it limits.
 *
 * @param attached by their unique ids, as they were called then
 * @param limited likewise
 */
public record PolicyAttachments(
        Id id, PSortedMap<String, IamResource> attached, PSortedMap<String, IamResource> limited) {

    public static final EntityType<Id, PolicyAttachments> TYPE = new EntityType<>(
            "policy attachments",
            id -> Tags.attachmentsOf(id.account(), id.policy()),
            PolicyAttachments::none,
            PolicyAttachments::evolve,
            all -> 300 + 400L * (all.attached.size() + all.limited.size()));

    /** A policy, customer managed or AWS's, as one account uses it. */
    public record Id(AccountId account, Arn policy) {}

    /** Of a policy that is attached to nothing. */
    public static PolicyAttachments none(AccountId account, Arn policy) {
        return none(new Id(account, policy));
    }

    private static PolicyAttachments none(Id id) {
        return new PolicyAttachments(id, TreePMap.empty(), TreePMap.empty());
    }

    private static PolicyAttachments evolve(PolicyAttachments before, Event event, Instant at) {
        return switch (event) {
            case PolicyAttached added -> before.attachedTo(added.holder());
            case PolicyDetached removed ->
                new PolicyAttachments(
                        before.id, before.attached.minus(removed.holder().id().value()), before.limited);
            case PermissionsBoundaryPut put ->
                put.policy().equals(before.id.policy()) ? before.limits(put.holder()) : before.frees(put.holder());
            case PermissionsBoundaryDeleted deleted -> before.frees(deleted.holder());
            default -> before;
        };
    }

    private PolicyAttachments attachedTo(IamResource holder) {
        return new PolicyAttachments(id, attached.plus(holder.id().value(), holder), limited);
    }

    private PolicyAttachments limits(IamResource holder) {
        return new PolicyAttachments(id, attached, limited.plus(holder.id().value(), holder));
    }

    private PolicyAttachments frees(IamResource holder) {
        return new PolicyAttachments(id, attached, limited.minus(holder.id().value()));
    }
}
