package io.attestore.entities.ssm.parameter;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.ParameterName;

/**
 * The refusals of a parameter, or a version of one, that is not there.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">Systems Manager: GetParameter</a>
 */
public final class ParameterFaults {

    private ParameterFaults() {}

    /** AWS sends no message. */
    public static AwsFault parameterNotFound() {
        return AwsFault.client("ParameterNotFound", "");
    }

    public static AwsFault versionNotFound(ParameterName name, String selector) {
        return AwsFault.client(
                "ParameterVersionNotFound",
                "Systems Manager could not find version " + selector + " of " + name
                        + ". Verify the version and try again.");
    }
}
