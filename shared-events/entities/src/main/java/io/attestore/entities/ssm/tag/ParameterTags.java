package io.attestore.entities.ssm.tag;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tags in requests and answers.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Tag.html">Tag</a>
 */
public final class ParameterTags {

    /** Tags that one parameter can have. */
    public static final int TAGS_MAX = 50;

    private static final String RESERVED = "aws:";

    private ParameterTags() {}

    /**
     * The tags of a request, by key.
     *
     * @throws AwsFault if no parameter can have these tags
     */
    public static Map<String, String> read(List<Structure> tags) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Structure tag : tags) {
            String key = tag.text("Key");
            if (key.regionMatches(true, 0, RESERVED, 0, RESERVED.length())) {
                throw TagFaults.reservedTagKey();
            }
            if (read.put(key, tag.text("Value")) != null) {
                throw TagFaults.duplicateTagKey();
            }
        }
        if (read.size() > TAGS_MAX) {
            throw TagFaults.tooManyTags();
        }
        return read;
    }

    public static List<Structure> write(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Structure.builder()
                        .put("Key", tag.getKey())
                        .put("Value", tag.getValue())
                        .build())
                .toList();
    }
}
