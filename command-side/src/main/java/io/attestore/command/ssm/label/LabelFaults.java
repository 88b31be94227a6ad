package io.attestore.command.ssm.label;

import io.attestore.contract.operation.AwsFault;

/**
 * The refusals of labels.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_LabelParameterVersion.html">Systems Manager: LabelParameterVersion</a>
 */
final class LabelFaults {

    private LabelFaults() {}

    static AwsFault tooManyLabels() {
        return AwsFault.client(
                "ParameterVersionLabelLimitExceeded",
                "A parameter version can have maximum 10 labels. Move one or more labels to another version and try"
                        + " again.");
    }
}
