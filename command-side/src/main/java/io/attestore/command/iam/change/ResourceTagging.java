package io.attestore.command.iam.change;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.TagsSent;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.IamResourceTagged;
import io.attestore.events.identity.IamResourceUntagged;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the tags of a user, role, policy or instance profile change. */
public final class ResourceTagging {

    private ResourceTagging() {}

    public static Outcome tag(IamResource resource, IamTags tags, Structure input) {
        Map<String, String> sent = TagsSent.checked(input.structures("Tags"));
        TagsSent.requireRoom(tags, sent);
        return tags.with(sent).equals(tags)
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new IamResourceTagged(resource, sent));
    }

    /** A key that the resource does not have is passed over. */
    public static Outcome untag(IamResource resource, IamTags tags, Structure input) {
        Set<String> keys = input.texts("TagKeys").stream()
                .filter(key -> tags.value(key).isPresent())
                .collect(Collectors.toSet());
        return keys.isEmpty()
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new IamResourceUntagged(resource, keys));
    }
}
