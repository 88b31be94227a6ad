package io.attestore.command.kms.grant;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.GrantConditions;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.grant.Grant;
import io.attestore.entities.kms.grant.GrantFaults;
import io.attestore.entities.kms.grant.KeyGrants;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.key.GrantRevoked;

/**
 * Ends a grant: no use by it succeeds on any node once this was answered.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html">KMS: RevokeGrant</a>
 */
public final class RevokeGrant {

    private final RequestedKeys keys;

    public RevokeGrant(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "RevokeGrant")
                .writes()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .conditions((input, call) -> GrantConditions.FOR_NO_SERVICE)
                .about(keys.grantable("KeyId"))
                .handledBy(RevokeGrant::revoke);
    }

    private static Outcome revoke(KeyLookup.Found found, Structure input, Call call) {
        KeyFacts facts = found.facts();
        String id = input.text("GrantId");
        Grant grant = call.load(KeyGrants.TYPE, new Key.Id(facts.where(), facts.keyId()))
                .find(id)
                .orElseThrow(() -> GrantFaults.notFound(id, facts.arn()));
        if (input.flag("DryRun")) {
            throw KmsFaults.dryRun();
        }
        return Outcome.answered(Structure.EMPTY, new GrantRevoked(facts.where(), facts.keyId(), id, grant.retiring()));
    }
}
