package io.attestore.entities.kms.grant;

import io.attestore.contract.operation.Access;
import io.attestore.contract.state.EntityType;
import io.attestore.entities.kms.key.Key;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.call.Principal;
import io.attestore.events.key.GrantCreated;
import io.attestore.events.key.GrantRetired;
import io.attestore.events.key.GrantRevoked;
import io.attestore.policy.evaluation.Grants;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The grants on one key, loaded only where policies do not allow a use: most uses do not depend on them.
 *
 * @param byId in the order of their ids
 * @param byGrantee those of each grantee, by his unique id
 */
public record KeyGrants(PSortedMap<String, Grant> byId, PMap<String, PSortedMap<String, Grant>> byGrantee) {

    /** KMS's quota of grants on one key. */
    public static final int MAX = 50_000;

    public static final EntityType<Key.Id, KeyGrants> TYPE = new EntityType<>(
            "grants of a key",
            id -> Tags.grants(id.where(), id.keyId()),
            id -> new KeyGrants(TreePMap.empty(), HashTreePMap.empty()),
            KeyGrants::evolve,
            grants -> 300 + 1500L * grants.byId.size());

    private static KeyGrants evolve(KeyGrants before, Event event, Instant at) {
        return switch (event) {
            case GrantCreated created -> before.with(Grant.of(created, at));
            case GrantRetired retired -> before.without(retired.grantId());
            case GrantRevoked revoked -> before.without(revoked.grantId());
            default -> before;
        };
    }

    private KeyGrants with(Grant grant) {
        return new KeyGrants(
                byId.plus(grant.id(), grant),
                byGrantee.plus(grant.grantee().id(), of(grant.grantee().id()).plus(grant.id(), grant)));
    }

    private KeyGrants without(String grantId) {
        Grant grant = byId.get(grantId);
        if (grant == null) {
            return this;
        }
        String grantee = grant.grantee().id();
        PSortedMap<String, Grant> left = of(grantee).minus(grantId);
        return new KeyGrants(
                byId.minus(grantId), left.isEmpty() ? byGrantee.minus(grantee) : byGrantee.plus(grantee, left));
    }

    public Optional<Grant> find(String grantId) {
        return Optional.ofNullable(byId.get(grantId));
    }

    /** Those of one grantee. */
    public Collection<Grant> to(String granteeId) {
        return of(granteeId).values();
    }

    private PSortedMap<String, Grant> of(String granteeId) {
        PSortedMap<String, Grant> grants = byGrantee.get(granteeId);
        return grants == null ? TreePMap.empty() : grants;
    }

    /** A grant that allows somebody what he asks for: to himself, or to what his session was made from. */
    public Optional<Grants.Grant> allowing(Principal principal, Access access) {
        String operation = access.action().substring(access.action().indexOf(':') + 1);
        return allowing(principal.principalId(), operation, access)
                .map(grant -> new Grants.Grant(grant.id(), true))
                .or(() -> GrantPrincipals.issuer(principal)
                        .flatMap(issuer -> allowing(issuer, operation, access))
                        .map(grant -> new Grants.Grant(grant.id(), false)));
    }

    private Optional<Grant> allowing(String granteeId, String operation, Access access) {
        return of(granteeId).values().stream()
                .filter(grant -> grant.allows(operation, access.conditions()))
                .findFirst();
    }
}
