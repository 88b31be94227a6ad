package io.attestore.entities.kms.grant;

import io.attestore.contract.operation.ConditionValues;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import io.attestore.events.key.GrantCreated;
import io.attestore.events.key.GrantPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One grant on a key. Immutable; safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/grants.html">KMS: grants</a>
 */
public record Grant(
        String id,
        Optional<String> name,
        GrantPrincipal grantee,
        Optional<GrantPrincipal> retiring,
        AccountId issuer,
        List<String> operations,
        GrantConstraints constraints,
        Instant createdAt) {

    public static Grant of(GrantCreated created, Instant at) {
        return new Grant(
                created.grantId(),
                created.name(),
                created.grantee(),
                created.retiring(),
                created.issuer(),
                created.operations(),
                GrantConstraints.of(created),
                at);
    }

    /** Whether a retry of the request that made it would make the same one. */
    public boolean isSame(Grant other) {
        return name.isPresent()
                && name.equals(other.name)
                && grantee.equals(other.grantee)
                && retiring.equals(other.retiring)
                && operations.equals(other.operations)
                && constraints.equals(other.constraints);
    }

    /** Whether it lets its grantee ask for this. */
    boolean allows(String operation, ConditionValues request) {
        return operations.contains(operation)
                && switch (operation) {
                    case "DescribeKey", "RetireGrant" -> true;
                    case "CreateGrant" -> isWider(request);
                    default -> constraints.hold(request);
                };
    }

    /** A grant that is made by this one allows no more than this one. */
    private boolean isWider(ConditionValues another) {
        return operations.containsAll(another.values("kms:GrantOperations").orElse(List.of()))
                && constraints.holdForConstraints(another);
    }

    /** Whether somebody may end it whatever policies say. */
    public boolean isRetiredBy(Principal principal) {
        return retiring.filter(named -> GrantPrincipals.isNamed(named, principal))
                        .isPresent()
                || operations.contains("RetireGrant") && GrantPrincipals.isNamed(grantee, principal)
                || principal instanceof Principal.Root root && root.account().equals(issuer);
    }
}
