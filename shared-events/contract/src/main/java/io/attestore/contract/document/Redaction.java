package io.attestore.contract.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Document.Blob;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.Flag;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Moment;
import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.output.JsonOutput;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns an input or output into the requestParameters or responseElements of its record: JSON with lower-case first
 * letters, without what the shape hides or omits and without anything that the shape does not describe. A secret is
 * never shown, whatever the shape says. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">
 *     CloudTrail record contents</a>
 */
public final class Redaction {

    /** What stands for a member that the record hides. */
    public static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

    /** The longest requestParameters or responseElements, in bytes of UTF-8, as in CloudTrail. */
    public static final int BYTES_MAX = 100 * 1024;

    private static final String EMPTY_OBJECT = "{}";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private Redaction() {}

    /** The JSON text; empty if there is nothing to record. If it is too large, a note of its size instead. */
    public static Optional<String> record(Structure structure, StructureShape shape) {
        JsonOutput json = new JsonOutput();
        write(json, structure, shape);
        byte[] text = json.take();
        if (text.length == EMPTY_OBJECT.length()) {
            return Optional.empty();
        }
        return Optional.of(text.length <= BYTES_MAX ? new String(text, UTF_8) : omitted(text.length));
    }

    private static String omitted(int size) {
        return "{\"omitted\":true,\"originalSize\":" + size + ",\"reason\":\"larger than " + BYTES_MAX + " bytes\"}";
    }

    private static void write(JsonOutput json, Structure structure, StructureShape shape) {
        json.startObject();
        for (Map.Entry<String, Document> entry : structure.members().entrySet()) {
            Optional<Member> member = shape.member(entry.getKey());
            if (member.isPresent()) {
                write(json, member.get(), entry.getValue());
            }
        }
        json.endObject();
    }

    private static void write(JsonOutput json, Member member, Document value) {
        switch (member.recording()) {
            case SHOWN -> {
                json.name(MemberName.lowerCamel(member.name()));
                write(json, value, member.shape());
            }
            case HIDDEN -> {
                json.name(MemberName.lowerCamel(member.name()));
                json.text(HIDDEN);
            }
            case OMITTED -> {}
        }
    }

    private static void write(JsonOutput json, Document value, Shape shape) {
        switch (value) {
            case Text(String text) -> json.text(text);
            case Whole(long whole) -> json.number(whole);
            case Decimal(double decimal) -> json.number(BigDecimal.valueOf(decimal));
            case Flag(boolean flag) -> json.flag(flag);
            case Moment(var instant) -> json.text(MOMENT.format(instant));
            case Blob(var bytes) -> json.base64(bytes.toArray());
            case SecretText _, SecretBlob _ -> json.text(HIDDEN);
            case Listing listing -> write(json, listing, shape);
            case Structure structure -> {
                if (shape instanceof StructureShape described) {
                    write(json, structure, described);
                } else {
                    writeMap(json, structure, shape);
                }
            }
        }
    }

    private static void write(JsonOutput json, Listing listing, Shape shape) {
        Shape item = shape instanceof ListShape list ? list.item() : Shape.structure();
        json.startArray();
        listing.items().forEach(each -> write(json, each, item));
        json.endArray();
    }

    private static void writeMap(JsonOutput json, Structure map, Shape shape) {
        Shape described = shape instanceof MapShape of ? of.value() : Shape.structure();
        json.startObject();
        map.members().forEach((key, value) -> {
            json.name(key);
            write(json, value, described);
        });
        json.endObject();
    }
}
