package io.attestore.entities.kms;

import io.attestore.contract.operation.ResourceBasedPolicy;
import io.attestore.contract.state.Entities;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyPolicy;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.Grants;
import io.attestore.policy.evaluation.PolicySource;
import io.attestore.policy.evaluation.ResourcePolicy;

/** A key's policy as the gate that it is: nothing is allowed past it. */
public final class KeyGate {

    private KeyGate() {}

    /** Of a key at hand. */
    public static ResourceBasedPolicy of(KeyFacts facts) {
        return (principal, action) -> gate(facts);
    }

    /** Of the key that a reference names, looked at when a decision is made; of one that is not there nothing is said. */
    public static ResourceBasedPolicy of(KeyReference reference, Entities entities) {
        return (principal, action) -> switch (reference) {
            case KeyReference.ById(AccountRegion where, KeyId keyId) ->
                entities.load(Key.TYPE, new Key.Id(where, keyId)) instanceof Key.Existing key
                        ? gate(key.facts())
                        : ResourcePolicy.NONE;
            case KeyReference.ByAlias _ -> ResourcePolicy.NONE;
        };
    }

    private static ResourcePolicy gate(KeyFacts facts) {
        return new ResourcePolicy.Gates(
                new AttachedPolicy(
                        new PolicySource.Inline(facts.arn().value(), KeyPolicy.NAME),
                        facts.policy().document()),
                Grants.NONE);
    }
}
