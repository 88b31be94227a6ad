package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.command.ssm.parameter.duework.ParameterDueWorkDecision;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.TagConditions;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.id.ParameterId;
import java.util.List;

/**
 * PutParameter: creates a parameter or puts a new version of one. One whose expiration has come, though its deletion is
 * not on record yet, is deleted with it and created anew. The value is checked and sealed as bytes; no event,
 * message or log holds it.
 *
 * <p>Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">PutParameter</a>
 */
public final class PutParameter {

    private final VersionSealing sealing;
    private final Deletions deletions;

    public PutParameter(KeyLookup keys, KeyCipher cipher, ValueSeal seal, Deletions deletions) {
        this.sealing = new VersionSealing(new SecureStringEncryption(keys, cipher), seal);
        this.deletions = deletions;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "PutParameter")
                .writes()
                .disclosesNoSecret()
                .input(PutParameterShapes::input)
                .conditions(TagConditions.put("Tags", "Key", "Value").and(PutConditions::of))
                .needing(ParameterPermission.named("Name"))
                .handledBy(this::put);
    }

    private Outcome put(Structure input, Call call) {
        PutRequest request = PutRequest.of(input, call.where());
        ParameterId id = ParameterId.of(call.where(), request.name());
        Parameter before = call.load(Parameter.TYPE, id);
        NextVersion next = NextVersion.after(before, request);
        SecretBytes value = input.secret("Value");
        ParameterTier tier = new TierChoice(call).choose(request, next.tierBefore(), value.length());
        next.dataType().requireType(next.type());
        ValueRules.check(value, tier, next, call);
        return switch (sealing.seal(call, id, new VersionSealing.Put(request, next, tier), value)) {
            case Outcome.Answered answered ->
                expired(before, call, answered.after(ListedAttributes.changes(call, before, next), List.of()));
            case Outcome.Refused refused -> refused;
        };
    }

    private Outcome expired(Parameter before, Call call, Outcome.Answered put) {
        return switch (before) {
            case Parameter.Absent absent ->
                absent.expired()
                        .map(parameter -> ParameterDueWorkDecision.applyPolicies(
                                parameter,
                                deletions,
                                call.context().requestId(),
                                call.context().at()))
                        .map(end -> put.after(end.events(), end.rows()))
                        .orElse(put);
            case Parameter.Present _ -> put;
        };
    }
}
