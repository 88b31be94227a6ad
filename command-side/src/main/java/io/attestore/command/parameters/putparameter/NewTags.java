package io.attestore.command.parameters.putparameter;

import io.attestore.door.document.Structure;
import io.attestore.door.fault.SsmFaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tags that a parameter is created with.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html">AddTagsToResource</a>
 */
final class NewTags {

    /** Tags of one resource. */
    private static final int TAGS_MAX = 50;

    private static final String RESERVED_PREFIX = "aws:";

    private NewTags() {}

    /** @throws io.attestore.door.fault.AwsFault if a resource cannot have these tags */
    static Map<String, String> of(List<Structure> tags) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (Structure tag : tags) {
            String key = tag.text("Key");
            if (key.toLowerCase(Locale.ROOT).startsWith(RESERVED_PREFIX)) {
                throw SsmFaults.reservedTagKey();
            }
            if (byKey.put(key, tag.text("Value")) != null) {
                throw SsmFaults.duplicateTagKey();
            }
        }
        if (byKey.size() > TAGS_MAX) {
            throw SsmFaults.tooManyTags();
        }
        return byKey;
    }
}
