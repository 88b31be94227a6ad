package io.attestore.entities.iam;

import io.attestore.events.Event;
import io.attestore.events.identity.IamResourceTagged;
import io.attestore.events.identity.IamResourceUntagged;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The tags of a resource of IAM. Their keys are told apart without regard to case, and keep the case that was sent last.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">IAM: tags</a>
 */
public record IamTags(PSortedMap<String, Tag> byKey) {

    public static final IamTags NONE = new IamTags(TreePMap.empty());

    /** One tag, as it was sent. */
    public record Tag(String key, String value) {}

    public static IamTags of(Map<String, String> tags) {
        return NONE.with(tags);
    }

    public IamTags with(Map<String, String> tags) {
        PSortedMap<String, Tag> all = byKey;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            all = all.plus(folded(tag.getKey()), new Tag(tag.getKey(), tag.getValue()));
        }
        return new IamTags(all);
    }

    public IamTags without(Collection<String> keys) {
        return new IamTags(byKey.minusAll(keys.stream().map(IamTags::folded).toList()));
    }

    /** By their keys, as they were sent. */
    public Map<String, String> values() {
        return byKey.values().stream().collect(Collectors.toUnmodifiableMap(Tag::key, Tag::value));
    }

    /** The value of a tag, whatever the case of its key. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(byKey.get(folded(key))).map(Tag::value);
    }

    /** The same after an event about their resource. */
    public IamTags after(Event event) {
        return switch (event) {
            case IamResourceTagged tagged -> with(tagged.resourceTags());
            case IamResourceUntagged untagged -> without(untagged.tagKeys());
            default -> this;
        };
    }

    private static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
