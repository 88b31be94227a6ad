package io.attestore.contract.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What tags tell policies: those that a resource has, and those that a request is about.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html">IAM: controlling access with tags</a>
 */
public final class TagConditions {

    private static final String RESOURCE_TAG = "aws:resourcetag/";
    private static final String REQUEST_TAG = "aws:requesttag/";
    private static final String TAG_KEYS = "aws:tagkeys";

    private TagConditions() {}

    /** The value of {@code aws:ResourceTag/…}, if the key is one. */
    public static Optional<List<String>> ofResource(String lowerCaseKey, Supplier<Map<String, String>> tags) {
        return ConditionValues.named(lowerCaseKey, RESOURCE_TAG, () -> tags.get().entrySet().stream());
    }

    /**
     * {@code aws:RequestTag/…} and {@code aws:TagKeys} of a request that puts tags.
     *
     * @param key the member of a tag that is its key
     * @param value the member of a tag that is its value
     */
    public static Operation.Conditions put(String member, String key, String value) {
        return (input, call) -> asked -> asked.equals(TAG_KEYS)
                ? keys(input.structures(member).stream()
                        .map(tag -> tag.text(key))
                        .toList())
                : ConditionValues.named(
                        asked,
                        REQUEST_TAG,
                        () -> input.structures(member).stream().map(tag -> Map.entry(tag.text(key), tag.text(value))));
    }

    /** {@code aws:TagKeys} of a request that takes tags off. */
    public static Operation.Conditions removed(String member) {
        return (input, call) -> asked -> asked.equals(TAG_KEYS) ? keys(input.texts(member)) : Optional.empty();
    }

    private static Optional<List<String>> keys(List<String> tagKeys) {
        return ConditionValues.some(tagKeys.stream().distinct().toList());
    }
}
