package io.attestore.eventlog.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * A tag as the tables hold it: {@code key=value}, where an equals sign or a backslash in the key is preceded by a
 * backslash. Two different tags never have the same text.
 */
public final class TagText {

    /** An index entry of PostgreSQL holds some 2,700 bytes. */
    public static final int BYTES_MAX = 2_300;

    /** Tags of one event. */
    public static final int TAGS_MAX = 64;

    private TagText() {}

    /** @throws IllegalArgumentException for what the index cannot hold: too long, NUL, half of a surrogate pair */
    public static String of(Tag tag) {
        String text = escape(tag.key()) + '=' + tag.value();
        requireBytes(utf8Length(text));
        return text;
    }

    /** As {@link #of(Tag)}, without writing it: this is done for every tag of every condition. */
    static void requireStorable(Tag tag) {
        requireBytes(utf8Length(escape(tag.key())) + 1 + utf8Length(tag.value()));
    }

    private static void requireBytes(int length) {
        if (length > BYTES_MAX) {
            throw new IllegalArgumentException("A tag has at most " + BYTES_MAX + " bytes");
        }
    }

    /** Without encoding anything. */
    private static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isLowSurrogate(c)) {
                throw notText();
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    throw notText();
                }
                bytes += 4;
            } else {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return bytes;
    }

    private static IllegalArgumentException notText() {
        return new IllegalArgumentException("A tag is text without NUL");
    }

    /** @throws IllegalArgumentException if one of them cannot be stored, or there are too many */
    public static List<String> of(Collection<Tag> tags) {
        if (tags.size() > TAGS_MAX) {
            throw new IllegalArgumentException("An event has at most " + TAGS_MAX + " tags");
        }
        return tags.isEmpty() ? List.of() : tags.stream().map(TagText::of).toList();
    }

    public static Tag parse(String text) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                return new Tag(key.toString(), text.substring(i + 1));
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i);
            }
            key.append(c);
        }
        throw new IllegalArgumentException("Not a stored tag");
    }

    public static Set<Tag> parse(Collection<String> texts) {
        if (texts.isEmpty()) {
            return Set.of();
        }
        Set<Tag> tags = HashSet.newHashSet(texts.size());
        for (String text : texts) {
            tags.add(parse(text));
        }
        return Set.copyOf(tags);
    }

    private static String escape(String key) {
        return key.indexOf('\\') < 0 && key.indexOf('=') < 0
                ? key
                : key.replace("\\", "\\\\").replace("=", "\\=");
    }
}
