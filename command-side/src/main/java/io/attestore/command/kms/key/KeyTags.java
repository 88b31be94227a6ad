package io.attestore.command.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.entities.kms.KmsFaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tags of a key: at most {@value #TAGS_MAX}, each key once, none of AWS's own.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Tag.html">KMS: Tag</a>
 */
public final class KeyTags {

    public static final int TAGS_MAX = 50;

    /** Tags, or their keys, that one request may have; more are not looked at. */
    static final int SENT_MAX = 1000;

    private KeyTags() {}

    /** The tags of an input, by key. */
    public static Map<String, String> checked(List<Structure> tags) {
        if (tags.size() > TAGS_MAX) {
            throw KmsFaults.tooManyTags();
        }
        Map<String, String> checked = new LinkedHashMap<>();
        for (Structure tag : tags) {
            String key = tag.text("TagKey");
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw KmsFaults.reservedTagKey();
            }
            if (checked.put(key, tag.text("TagValue")) != null) {
                throw KmsFaults.duplicateTagKeys();
            }
        }
        return checked;
    }
}
