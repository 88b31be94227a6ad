package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Blob;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.Flag;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Moment;
import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.output.WipingOutput;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes elements as XML 1.0, byte by byte, so that a secret needs no String. Items of a list are {@code member}
 * elements, entries of a map {@code entry} elements with a {@code key} and a {@code value}, moments ISO 8601 in
 * milliseconds, blobs base64. A character that XML cannot hold becomes a question mark.
 * Not for sharing between threads.
 */
final class XmlWriting {

    private final WipingOutput output = new WipingOutput();

    XmlWriting open(String element) {
        return raw("<" + element + ">");
    }

    XmlWriting open(String element, String namespace) {
        raw("<" + element + " xmlns=\"");
        escaped(namespace.getBytes(UTF_8));
        return raw("\">");
    }

    XmlWriting close(String element) {
        return raw("</" + element + ">");
    }

    XmlWriting element(String name, String text) {
        open(name);
        escaped(text.getBytes(UTF_8));
        return close(name);
    }

    /** A map looks like a structure, and only the shape tells: a key is a caller's text, never an element's name. */
    XmlWriting members(Structure structure, StructureShape shape) {
        structure.members().forEach((name, value) -> {
            open(name);
            content(value, shape.member(name).map(Member::shape).orElseGet(Shape::structure));
            close(name);
        });
        return this;
    }

    /** The bytes, which whoever has sent them wipes. */
    byte[] take() {
        return output.take();
    }

    private void content(Document document, Shape shape) {
        switch (document) {
            case Text(String value) -> escaped(value.getBytes(UTF_8));
            case Whole(long value) -> raw(Long.toString(value));
            case Decimal(double value) -> raw(Double.toString(value));
            case Flag(boolean value) -> raw(Boolean.toString(value));
            case Moment(Instant value) ->
                raw(value.truncatedTo(ChronoUnit.MILLIS).toString());
            case Blob(var value) -> output.write(Base64.getEncoder().encode(value.toArray()));
            case SecretText(SecretBytes value) -> value.useBytes(InsecureSecretAccess.get(), this::escaped);
            case SecretBlob(SecretBytes value) -> value.useBytes(InsecureSecretAccess.get(), this::base64);
            case Listing listing -> items(listing, shape instanceof ListShape list ? list.item() : Shape.structure());
            case Structure structure -> {
                switch (shape) {
                    case MapShape map -> entries(structure, map.value());
                    case StructureShape described -> members(structure, described);
                    default -> members(structure, Shape.structure());
                }
            }
        }
    }

    private void items(Listing listing, Shape shape) {
        listing.items().forEach(item -> {
            open("member");
            content(item, shape);
            close("member");
        });
    }

    private void entries(Structure map, Shape values) {
        map.members().forEach((key, value) -> {
            open("entry");
            element("key", key);
            open("value");
            content(value, values);
            close("value");
            close("entry");
        });
    }

    private void base64(byte[] bytes) {
        byte[] encoded = Base64.getEncoder().encode(bytes);
        output.write(encoded);
        Arrays.fill(encoded, (byte) 0);
    }

    private void escaped(byte[] utf8) {
        for (int i = 0; i < utf8.length; i++) {
            byte each = utf8[i];
            switch (each) {
                case '&' -> raw("&amp;");
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                case '"' -> raw("&quot;");
                case '\r' -> raw("&#xD;");
                case '\t', '\n' -> output.write(each);
                default -> {
                    if (isNoncharacter(utf8, i)) {
                        output.write('?');
                        i += 2;
                    } else {
                        output.write(each >= 0 && each < 0x20 ? '?' : each);
                    }
                }
            }
        }
    }

    /** Whether U+FFFE or U+FFFF begins here, which are EF BF BE and EF BF BF (XML 1.0, section 2.2). */
    private static boolean isNoncharacter(byte[] utf8, int at) {
        return utf8[at] == (byte) 0xEF
                && at + 2 < utf8.length
                && utf8[at + 1] == (byte) 0xBF
                && (utf8[at + 2] == (byte) 0xBE || utf8[at + 2] == (byte) 0xBF);
    }

    private XmlWriting raw(String text) {
        output.write(text.getBytes(UTF_8));
        return this;
    }
}
