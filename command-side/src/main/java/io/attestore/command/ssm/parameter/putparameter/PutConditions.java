package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterReference;
import java.util.Optional;

/**
 * What a PutParameter tells policies beside its tags: whether it may put a new version of what is there, and whether
 * policies are involved, those that it brings or those that the parameter has.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policy-conditions.html">Preventing
 *     access to Parameter Store API operations</a>
 */
final class PutConditions {

    private PutConditions() {}

    static ConditionValues of(Structure input, Call call) {
        return key -> switch (key) {
            case "ssm:overwrite" -> ConditionValues.one(input.flag("Overwrite"));
            case "ssm:policies" -> ConditionValues.one(input.has("Policies") || hasPolicies(input.text("Name"), call));
            default -> Optional.empty();
        };
    }

    private static boolean hasPolicies(String name, Call call) {
        return ParameterReference.parseName(name, call.where()) instanceof ParameterReference.Understood named
                && call.load(Parameter.TYPE, named.reference().id()) instanceof Parameter.Present present
                && !present.current().policies().isEmpty();
    }
}
