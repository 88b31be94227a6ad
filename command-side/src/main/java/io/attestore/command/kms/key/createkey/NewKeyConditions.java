package io.attestore.command.kms.key.createkey;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.entities.kms.KeyConditions;
import io.attestore.entities.kms.KmsShapes;
import java.util.Optional;

/**
 * What a request for a new key tells policies: which kind of key it is for, said or not, whether that kind is offered here
 * or not.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">KMS: condition keys</a>
 */
final class NewKeyConditions {

    private static final String BYPASS = "BypassPolicyLockoutSafetyCheck";

    private NewKeyConditions() {}

    static ConditionValues of(Structure input, Call call) {
        ConditionValues kind = key -> switch (key) {
            case "kms:keyspec" -> ConditionValues.one(KeyKind.keySpec(input));
            case "kms:keyusage" ->
                ConditionValues.one(input.optionalText("KeyUsage").orElse(KmsShapes.ENCRYPT_DECRYPT));
            case "kms:keyorigin" ->
                ConditionValues.one(input.optionalText("Origin").orElse(KmsShapes.AWS_KMS));
            case "kms:multiregion" -> ConditionValues.one(input.flag("MultiRegion"));
            case "kms:multiregionkeytype" ->
                input.flag("MultiRegion") ? ConditionValues.one("PRIMARY") : Optional.empty();
            case "kms:bypasspolicylockoutsafetycheck" ->
                input.has(BYPASS) ? ConditionValues.one(input.flag(BYPASS)) : Optional.empty();
            default -> Optional.empty();
        };
        return kind.or(KeyConditions.ofCaller(call));
    }
}
