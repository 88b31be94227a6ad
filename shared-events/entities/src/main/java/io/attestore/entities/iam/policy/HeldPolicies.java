package io.attestore.entities.iam.policy;

import io.attestore.events.Event;
import io.attestore.events.id.Arn;
import io.attestore.events.identity.InlinePolicyDeleted;
import io.attestore.events.identity.InlinePolicyPut;
import io.attestore.events.identity.PermissionsBoundaryDeleted;
import io.attestore.events.identity.PermissionsBoundaryPut;
import io.attestore.events.identity.PolicyAttached;
import io.attestore.events.identity.PolicyDetached;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What a user, group or role is permitted by policies of its own and by managed ones.
 *
 * @param inline its own, by name
 * @param attached managed policies, by ARN
 * @param boundary the managed policy that limits what all others allow; a group has none
 */
public record HeldPolicies(
        PSortedMap<String, StoredPolicy> inline, PSortedMap<String, Arn> attached, Optional<Arn> boundary) {

    public static final HeldPolicies NONE = within(Optional.empty());

    public static HeldPolicies within(Optional<Arn> boundary) {
        return new HeldPolicies(TreePMap.empty(), TreePMap.empty(), boundary);
    }

    /** About how many bytes they take. */
    public long weight() {
        long documents = inline.values().stream()
                .mapToLong(policy -> policy.text().length())
                .sum();
        return 200 + 8 * documents + 300L * attached.size();
    }

    /** The same after an event about their holder. */
    public HeldPolicies after(Event event) {
        return switch (event) {
            case InlinePolicyPut put ->
                new HeldPolicies(inline.plus(put.name(), StoredPolicy.identity(put.document())), attached, boundary);
            case InlinePolicyDeleted deleted -> new HeldPolicies(inline.minus(deleted.name()), attached, boundary);
            case PolicyAttached added ->
                new HeldPolicies(inline, attached.plus(added.policy().value(), added.policy()), boundary);
            case PolicyDetached removed ->
                new HeldPolicies(inline, attached.minus(removed.policy().value()), boundary);
            case PermissionsBoundaryPut put -> new HeldPolicies(inline, attached, Optional.of(put.policy()));
            case PermissionsBoundaryDeleted _ -> new HeldPolicies(inline, attached, Optional.empty());
            default -> this;
        };
    }
}
