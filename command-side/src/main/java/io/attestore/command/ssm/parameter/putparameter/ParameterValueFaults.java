package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.ssm.parameter.ParameterTier;

/**
 * The refusals of a value that is put, and of what it is checked by. Messages repeat patterns, never a value.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Systems Manager: PutParameter</a>
 */
final class ParameterValueFaults {

    private static final String STANDARD_VALUE_TOO_LONG = """
            Standard tier parameters support a maximum parameter value of 4096 characters. \
            To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. \
            For more information, see \
            https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html""";

    private ParameterValueFaults() {}

    static AwsFault valueTooLong(ParameterTier tier) {
        return AwsFault.validation(
                switch (tier) {
                    case STANDARD -> STANDARD_VALUE_TOO_LONG;
                    case ADVANCED -> "Advanced tier parameters support a maximum parameter value of 8192 characters.";
                });
    }

    static AwsFault nestedValue() {
        return AwsFault.validation("Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.");
    }

    static AwsFault invalidPattern() {
        return AwsFault.client(
                "InvalidAllowedPatternException", "The request doesn't meet the regular expression requirement.");
    }

    /** A limit of ours: AWS does not say what it does with patterns that take long. */
    static AwsFault patternTooLargeForValue() {
        return AwsFault.client(
                "InvalidAllowedPatternException",
                "The allowedPattern is too large for a value of this length. Use a shorter pattern, fewer or smaller"
                        + " counted repetitions, or a shorter value.");
    }

    static AwsFault patternMismatch(String pattern) {
        return AwsFault.client(
                "ParameterPatternMismatchException",
                "Parameter value, cannot be validated against allowedPattern: " + pattern);
    }

    static AwsFault unknownDataType(String dataType) {
        return AwsFault.validation(
                "The following data type is not supported: " + dataType + " (Data type names are all lowercase.)");
    }

    static AwsFault unsupportedType() {
        return AwsFault.client("UnsupportedParameterType", "The parameter type isn't supported.");
    }

    static AwsFault malformedImageId() {
        return AwsFault.validation("The parameter value doesn't have the format of an Amazon Machine Image (AMI) ID:"
                + " ami-[0-9a-f]{8,17}.");
    }
}
