package io.attestore.command.kms.grant;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.entities.kms.GrantConditions;
import java.util.List;
import java.util.Optional;

/**
 * What a request for a grant tells policies.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">KMS: condition keys</a>
 */
final class NewGrantConditions {

    private NewGrantConditions() {}

    static ConditionValues of(Structure input, Call call) {
        return key -> switch (key) {
            case "kms:grantoperations" -> ConditionValues.some(input.texts("Operations"));
            case "kms:granteeprincipal" ->
                input.optionalText("GranteePrincipal").map(List::of);
            case "kms:retiringprincipal" ->
                input.optionalText("RetiringPrincipal").map(List::of);
            case "kms:grantisforawsresource" -> GrantConditions.FOR_NO_SERVICE.given(key);
            default ->
                GrantConditions.of(() -> Optional.of(NewGrantChecks.constraints(input)))
                        .given(key);
        };
    }
}
