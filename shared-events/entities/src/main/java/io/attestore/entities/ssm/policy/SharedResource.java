package io.attestore.entities.ssm.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.events.id.ParameterId;
import java.util.List;
import java.util.Optional;

/**
 * What a request about resource policies names by {@code ResourceArn}: a parameter, by its ARN without a selector.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</a>
 */
public final class SharedResource {

    public static final String MEMBER = "ResourceArn";

    private SharedResource() {}

    /** Permission is asked for the parameter; what is none is refused to everybody. */
    public static List<Access> needs(Structure input, Call call) {
        return List.of(
                id(input).map(id -> ParameterPermission.of(id, call)).orElseGet(() -> Access.toAny(call.action())));
    }

    /** @throws AwsFault if it is no parameter's ARN, or none of a parameter that is there */
    public static Parameter.Present of(Structure input, Call call) {
        ParameterId id = id(input).orElseThrow(() -> ResourcePolicyFaults.invalidForResourcePolicy(MEMBER));
        if (!id.where().equals(call.where())) {
            throw ResourcePolicyFaults.sharedParameterNotFound();
        }
        return switch (call.load(Parameter.TYPE, id)) {
            case Parameter.Absent absent -> throw ResourcePolicyFaults.sharedParameterNotFound();
            case Parameter.Present present -> present;
        };
    }

    private static Optional<ParameterId> id(Structure input) {
        return ParameterReference.parseArn(input.text(MEMBER))
                .filter(reference -> reference.selector().isEmpty())
                .map(ParameterReference::id);
    }
}
