package io.attestore.entities.iam;

import io.attestore.contract.document.Structure;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tags that a call sends, checked by IAM's rules beyond those of the model. */
public final class TagsSent {

    /** IAM's quota of tags on one resource. */
    public static final int TAGS_MAX = 50;

    private static final String RESERVED = "aws:";

    private TagsSent() {}

    /** Tags that a resource is made with. */
    public static Map<String, String> checked(List<Structure> sent) {
        Map<String, String> tags = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        for (Structure tag : sent) {
            String key = tag.text("Key");
            if (key.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
                throw IamFaults.invalidInput("aws: prefixed tag key names are not allowed for external use.");
            }
            if (!keys.add(key.toLowerCase(Locale.ROOT))) {
                throw IamFaults.invalidInput(
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
            tags.put(key, tag.text("Value"));
        }
        requireRoom(tags.size());
        return tags;
    }

    /** What a resource's tags and these come to. */
    public static void requireRoom(IamTags before, Map<String, String> sent) {
        requireRoom(before.with(sent).byKey().size());
    }

    private static void requireRoom(int tags) {
        if (tags > TAGS_MAX) {
            throw IamFaults.limitExceeded("The number of tags has reached the maximum limit.");
        }
    }
}
