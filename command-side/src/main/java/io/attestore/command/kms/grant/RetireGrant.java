package io.attestore.command.kms.grant;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.Subject;
import io.attestore.entities.kms.GrantConditions;
import io.attestore.entities.kms.KeyConditions;
import io.attestore.entities.kms.KeyGate;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.grant.Grant;
import io.attestore.entities.kms.grant.GrantFaults;
import io.attestore.entities.kms.grant.GrantToken;
import io.attestore.entities.kms.grant.KeyGrants;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.key.GrantRetired;
import io.attestore.policy.evaluation.Grants;
import io.attestore.policy.evaluation.ResourcePolicy;
import java.util.Optional;

/**
 * Ends a grant: for whom it names to end it, for its grantee where RetireGrant is among its operations, for the root of the
 * account that made it, and for whoever policies let do it.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html">KMS: RetireGrant</a>
 */
public final class RetireGrant {

    private RetireGrant() {}

    public static Operation operation() {
        return Operation.of(AwsService.KMS, "RetireGrant")
                .writes()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId").apply(model).omitting("GrantToken"))
                .about(RetireGrant::grant)
                .handledBy(RetireGrant::retire);
    }

    /** A grant of a key. */
    private record Found(Key.Id key, Grant grant) {}

    private static Subject<Found> grant(Structure input, Call call) {
        GrantToken named = named(input);
        if (!(RequestedKeys.parse(call, named.key()) instanceof KeyReference.ById reference)) {
            throw KmsFaults.invalidKeyId(named.key());
        }
        Key.Id key = new Key.Id(reference.where(), reference.keyId());
        Optional<Grant> grant = call.load(KeyGrants.TYPE, key).find(named.grantId());
        Access access = call.access(RequestedKeys.arn(reference))
                .where(KeyConditions.of(call, reference))
                .where(GrantConditions.of(() -> grant.map(Grant::constraints)))
                .under((principal, _) -> call.load(Key.TYPE, key) instanceof Key.Existing there
                        ? KeyGate.gate(
                                there.facts(),
                                () -> grant.filter(one -> one.isRetiredBy(principal))
                                        .map(one -> new Grants.Grant(one.id(), true)))
                        : ResourcePolicy.NONE);
        return Subject.later(
                () -> grant.map(one -> new Found(key, one))
                        .orElseThrow(() -> GrantFaults.notFound(named.grantId(), RequestedKeys.arn(reference))),
                access);
    }

    private static GrantToken named(Structure input) {
        Optional<String> key = input.optionalText("KeyId");
        Optional<String> id = input.optionalText("GrantId");
        if (key.isPresent() && id.isPresent()) {
            return new GrantToken(key.get(), id.get());
        }
        String token = input.optionalText("GrantToken").orElseThrow(GrantFaults::tokenOrIds);
        return GrantToken.parse(token).orElseThrow(GrantFaults::invalidToken);
    }

    private static Outcome retire(Found found, Structure input, Call call) {
        if (input.flag("DryRun")) {
            throw KmsFaults.dryRun();
        }
        return Outcome.answered(
                Structure.EMPTY,
                new GrantRetired(
                        found.key().where(),
                        found.key().keyId(),
                        found.grant().id(),
                        found.grant().retiring()));
    }
}
