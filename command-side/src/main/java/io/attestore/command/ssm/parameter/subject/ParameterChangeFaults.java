package io.attestore.command.ssm.parameter.subject;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.ssm.parameter.ParameterTier;

/**
 * The refusals of any change for what there is beside it: too many parameters, or too many other changes.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Systems Manager: PutParameter</a>
 */
public final class ParameterChangeFaults {

    private static final String TOO_MANY_ADVANCED_PARAMETERS = """
            You have reached the maximum number of advanced parameters for this AWS account and Region (100000). \
            To add more parameters, delete existing parameters.""";

    private static final String TOO_MANY_STANDARD_PARAMETERS = """
            You have reached the maximum number of standard parameters for this AWS account and Region (10000). \
            To add more parameters, either delete existing parameters or upgrade to the advanced-parameter tier \
            (charges apply).""";

    private ParameterChangeFaults() {}

    /** Others were faster, every time that it was tried. */
    public static AwsFault tooManyUpdates() {
        return AwsFault.client(
                "TooManyUpdates", "There are concurrent updates for a resource that supports one update at a time.");
    }

    public static AwsFault tooManyParameters(ParameterTier tier) {
        return AwsFault.client(
                "ParameterLimitExceeded",
                switch (tier) {
                    case STANDARD -> TOO_MANY_STANDARD_PARAMETERS;
                    case ADVANCED -> TOO_MANY_ADVANCED_PARAMETERS;
                });
    }
}
