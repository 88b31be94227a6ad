package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.ParameterName;

/**
 * The refusals of a new version for what is asked for beside its value.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Systems Manager: PutParameter</a>
 */
final class PutParameterFaults {

    private static final String TIER_DOWNGRADE = """
            This parameter uses the advanced-parameter tier. \
            You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. \
            If necessary, you can delete the advanced parameter and recreate it as a standard parameter.""";

    private static final String POLICIES_NEED_ADVANCED = """
            Standard tier parameters don't support parameter policies. \
            To assign a policy, upgrade the parameter to use the advanced-parameter tier. \
            For more information, see \
            https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html""";

    private static final String TAGS_WITH_OVERWRITE = """
            Invalid request: tags and overwrite can't be used together. \
            To create a parameter with tags, please remove overwrite flag. \
            To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.""";

    private PutParameterFaults() {}

    static AwsFault parameterAlreadyExists() {
        return AwsFault.client(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to"
                        + " true.");
    }

    static AwsFault typeRequired() {
        return AwsFault.validation("A parameter type is required when you create a parameter.");
    }

    static AwsFault keyWithoutSecureString() {
        return AwsFault.validation("KeyId is required for SecureString type parameter only.");
    }

    static AwsFault tagsWithOverwrite() {
        return AwsFault.validation(TAGS_WITH_OVERWRITE);
    }

    static AwsFault tierDowngrade() {
        return AwsFault.validation(TIER_DOWNGRADE);
    }

    static AwsFault policiesNeedAdvancedTier() {
        return AwsFault.validation(POLICIES_NEED_ADVANCED);
    }

    /** Every version that could make room is held by a label. */
    static AwsFault oldestVersionHeld(ParameterName name, long version) {
        return AwsFault.client(
                "ParameterMaxVersionLimitExceeded",
                "You attempted to create a new version of " + name
                        + " by calling the PutParameter API with the overwrite flag. Version " + version
                        + ", the oldest version, can't be deleted because it has a label associated with it. Move the"
                        + " label to another version of the parameter, and try again.");
    }
}
