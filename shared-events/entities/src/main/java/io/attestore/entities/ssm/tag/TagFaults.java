package io.attestore.entities.ssm.tag;

import io.attestore.contract.operation.AwsFault;

/**
 * The refusals of tags, and of what cannot have any.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html">Systems Manager: AddTagsToResource</a>
 */
public final class TagFaults {

    private TagFaults() {}

    public static AwsFault reservedTagKey() {
        return AwsFault.validation("aws: prefixed tag key names are not allowed for external use.");
    }

    public static AwsFault duplicateTagKey() {
        return AwsFault.validation("Duplicate tag keys are not allowed.");
    }

    public static AwsFault tooManyTags() {
        return AwsFault.client(
                "TooManyTagsError",
                "The Targets parameter includes too many tags. Remove one or more tags and try the command again.");
    }

    /** Nothing that can be tagged has this id. AWS sends no message. */
    public static AwsFault invalidResourceId() {
        return AwsFault.client("InvalidResourceId", "");
    }

    /** Something that AWS tags and this server has not; not AWS's words. */
    public static AwsFault invalidResourceType(String type) {
        return AwsFault.client(
                "InvalidResourceType", "The resource type " + type + " is not valid here. Valid is: Parameter.");
    }
}
