package io.attestore.entities.kms.grant;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.kms.key.Key;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.Region;
import io.attestore.events.key.GrantCreated;
import io.attestore.events.key.GrantRetired;
import io.attestore.events.key.GrantRevoked;
import java.time.Instant;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * On which keys there are grants that somebody is named to end, in one Region and in all accounts.
 *
 * @param keys by the grants' ids
 */
public record RetirableGrants(PSortedMap<String, Key.Id> keys) {

    /**
     * Whose, where.
     *
     * @param principalId unique for ever
     */
    public record Id(Region region, String principalId) {}

    public static final EntityType<Id, RetirableGrants> TYPE = new EntityType<>(
            "retirable grants",
            id -> Tags.retirableGrants(id.region(), id.principalId()),
            id -> new RetirableGrants(TreePMap.empty()),
            RetirableGrants::evolve,
            grants -> 200 + 300L * grants.keys.size());

    private static RetirableGrants evolve(RetirableGrants before, Event event, Instant at) {
        return switch (event) {
            case GrantCreated created ->
                new RetirableGrants(before.keys.plus(created.grantId(), new Key.Id(created.where(), created.keyId())));
            case GrantRetired retired -> new RetirableGrants(before.keys.minus(retired.grantId()));
            case GrantRevoked revoked -> new RetirableGrants(before.keys.minus(revoked.grantId()));
            default -> before;
        };
    }
}
