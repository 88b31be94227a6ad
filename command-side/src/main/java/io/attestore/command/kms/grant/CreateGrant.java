package io.attestore.command.kms.grant;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.id.RequestDigest;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.grant.Grant;
import io.attestore.entities.kms.grant.GrantConstraints;
import io.attestore.entities.kms.grant.GrantFaults;
import io.attestore.entities.kms.grant.GrantPrincipals;
import io.attestore.entities.kms.grant.GrantToken;
import io.attestore.entities.kms.grant.KeyGrants;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.key.GrantCreated;
import io.attestore.events.key.GrantPrincipal;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Lets somebody do something with a key, beside what policies say; at once, on every node. A retry with the same name makes no
 * other grant.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html">KMS: CreateGrant</a>
 */
public final class CreateGrant {

    private final RequestedKeys keys;

    public CreateGrant(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "CreateGrant")
                .writes()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId").apply(model).omitting("GrantTokens"))
                .output(model -> model.omitting("GrantToken"))
                .conditions(NewGrantConditions::of)
                .about(keys.grantable("KeyId"))
                .handledBy(CreateGrant::create);
    }

    private static Outcome create(KeyLookup.Found found, Structure input, Call call) {
        KeyFacts facts = found.facts();
        GrantToken.requireValid(input);
        NewGrantChecks.requireSound(input);
        GrantPrincipal grantee = GrantPrincipals.named(input.text("GranteePrincipal"), call);
        Optional<GrantPrincipal> retiring =
                input.optionalText("RetiringPrincipal").map(arn -> GrantPrincipals.named(arn, call));
        if (found.key() instanceof Key.Disabled) {
            throw KmsFaults.disabled(facts.arn());
        }
        GrantConstraints constraints = NewGrantChecks.constraints(input);
        GrantCreated created = new GrantCreated(
                facts.where(),
                facts.keyId(),
                HexFormat.of()
                        .formatHex(RequestDigest.of("grant", call.context().requestId())),
                input.optionalText("Name"),
                grantee,
                retiring,
                call.where().account(),
                input.texts("Operations").stream().distinct().toList(),
                constraints.equalTo(),
                constraints.subset());
        if (input.flag("DryRun")) {
            throw KmsFaults.dryRun();
        }
        return made(created, facts, call);
    }

    private static Outcome made(GrantCreated created, KeyFacts facts, Call call) {
        KeyGrants grants = call.load(KeyGrants.TYPE, new Key.Id(facts.where(), facts.keyId()));
        Grant wanted = Grant.of(created, call.context().at());
        Optional<Grant> same = grants.to(created.grantee().id()).stream()
                .filter(grant -> grant.isSame(wanted))
                .findFirst();
        if (same.isPresent()) {
            return Outcome.answered(answer(same.get().id(), facts));
        }
        if (grants.byId().size() >= KeyGrants.MAX) {
            throw GrantFaults.tooMany(KeyGrants.MAX, facts.arn());
        }
        return Outcome.answered(answer(created.grantId(), facts), created);
    }

    private static Structure answer(String grantId, KeyFacts facts) {
        return Structure.builder()
                .put("GrantToken", new GrantToken(facts.arn().value(), grantId).text())
                .put("GrantId", grantId)
                .build();
    }
}
