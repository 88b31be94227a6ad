package io.attestore.entities.kms;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.ResourceBasedPolicy;
import io.attestore.contract.state.Entities;
import io.attestore.entities.kms.grant.KeyGrants;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.policy.evaluation.Grants;
import io.attestore.policy.evaluation.ResourcePolicy;

/** A key's policy as the gate that it is: nothing is allowed past it but by grants. */
public final class KeyGate {

    private KeyGate() {}

    /** Of a key at hand. */
    public static ResourceBasedPolicy of(KeyFacts facts, Entities entities) {
        return (principal, access) -> gate(facts, granted(facts, principal, access, entities));
    }

    /** Of the key that a reference names, looked at when a decision is made; of one that is not there nothing is said. */
    public static ResourceBasedPolicy of(KeyReference reference, Entities entities) {
        return (principal, access) -> switch (reference) {
            case KeyReference.ById(AccountRegion where, KeyId keyId) ->
                entities.load(Key.TYPE, new Key.Id(where, keyId)) instanceof Key.Existing key
                        ? gate(key.facts(), granted(key.facts(), principal, access, entities))
                        : ResourcePolicy.NONE;
            case KeyReference.ByAlias _ -> ResourcePolicy.NONE;
        };
    }

    /** With other grants than those that a use goes by. */
    public static ResourcePolicy gate(KeyFacts facts, Grants grants) {
        return new ResourcePolicy.Gates(facts.policy().attachedTo(facts.arn()), grants);
    }

    /** The key's grants are loaded only if they are asked for. */
    private static Grants granted(KeyFacts facts, Principal principal, Access access, Entities entities) {
        return () -> entities.load(KeyGrants.TYPE, new Key.Id(facts.where(), facts.keyId()))
                .allowing(principal, access);
    }
}
