package io.attestore.contract.document;

import io.attestore.contract.document.Document.Blob;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.Flag;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Moment;
import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;
import java.util.Map;

/**
 * The beginning of a value, for a message: at most {@value #LENGTH_MAX} characters. A secret is empty here. AWS quotes
 * values whole, and so does this with what is a little longer than a tag can be.
 */
final class Excerpt {

    static final int LENGTH_MAX = 512;

    private final StringBuilder text = new StringBuilder();

    private Excerpt() {}

    static String of(Document document) {
        Excerpt excerpt = new Excerpt();
        excerpt.append(document);
        return excerpt.shortened();
    }

    private void append(Document document) {
        if (text.length() > LENGTH_MAX) {
            return;
        }
        switch (document) {
            case Text(String value) -> append(value);
            case Whole(long value) -> text.append(value);
            case Decimal(double value) -> text.append(value);
            case Flag(boolean value) -> text.append(value);
            case Moment(var value) -> text.append(value);
            case Listing listing -> append(listing);
            case Structure structure -> append(structure);
            case Blob _, SecretText _, SecretBlob _ -> {}
        }
    }

    private void append(String value) {
        text.append(value, 0, Math.min(value.length(), LENGTH_MAX + 1));
    }

    private void append(Listing listing) {
        String separator = "";
        text.append('[');
        for (Document item : listing.items()) {
            text.append(separator);
            append(item);
            separator = ", ";
            if (text.length() > LENGTH_MAX) {
                return;
            }
        }
        text.append(']');
    }

    private void append(Structure structure) {
        String separator = "";
        text.append('{');
        for (Map.Entry<String, Document> member : structure.members().entrySet()) {
            text.append(separator);
            append(member.getKey());
            text.append('=');
            append(member.getValue());
            separator = ", ";
            if (text.length() > LENGTH_MAX) {
                return;
            }
        }
        text.append('}');
    }

    private String shortened() {
        if (text.length() <= LENGTH_MAX) {
            return text.toString();
        }
        int end = Character.isHighSurrogate(text.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
        return text.substring(0, end) + "...";
    }
}
