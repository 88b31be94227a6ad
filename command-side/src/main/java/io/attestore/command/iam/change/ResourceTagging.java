package io.attestore.command.iam.change;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.TagsSent;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.IamResourceTagged;
import io.attestore.events.identity.IamResourceUntagged;
import io.attestore.events.identity.IdentityEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the tags of a user, role, policy, instance profile or identity provider change. */
public final class ResourceTagging {

    private ResourceTagging() {}

    public static Outcome tag(IamResource resource, IamTags tags, Structure input) {
        return tag(tags, input, sent -> new IamResourceTagged(resource, sent));
    }

    /** @param tagged what happens if that makes a difference */
    public static Outcome tag(IamTags tags, Structure input, Function<Map<String, String>, IdentityEvent> tagged) {
        Map<String, String> sent = TagsSent.checked(input.structures("Tags"));
        TagsSent.requireRoom(tags, sent);
        return tags.with(sent).equals(tags)
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, tagged.apply(sent));
    }

    /** A key that the resource does not have is passed over. */
    public static Outcome untag(IamResource resource, IamTags tags, Structure input) {
        return untag(tags, input, keys -> new IamResourceUntagged(resource, keys));
    }

    /** @param untagged what happens if there are such keys */
    public static Outcome untag(IamTags tags, Structure input, Function<Set<String>, IdentityEvent> untagged) {
        Set<String> keys = input.texts("TagKeys").stream()
                .filter(key -> tags.value(key).isPresent())
                .collect(Collectors.toSet());
        return keys.isEmpty()
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, untagged.apply(keys));
    }
}
