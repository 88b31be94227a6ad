package io.attestore.door.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.door.document.Document.Blob;
import io.attestore.door.document.Document.Flag;
import io.attestore.door.document.Document.Listing;
import io.attestore.door.document.Document.Moment;
import io.attestore.door.document.Document.SecretBlob;
import io.attestore.door.document.Document.SecretText;
import io.attestore.door.document.Document.Text;
import io.attestore.door.document.Document.Whole;
import io.attestore.door.document.Shape.ListShape;
import io.attestore.door.document.Shape.Member;
import io.attestore.door.document.Shape.StructureShape;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

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

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private Redaction() {}

    /** The JSON text; empty if there is nothing to record. If it is too large, a note of its size instead. */
    public static Optional<String> record(Structure structure, StructureShape shape) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, structure, shape);
        }
        String complete = text.toString();
        if (complete.equals("{}")) {
            return Optional.empty();
        }
        int size = complete.getBytes(UTF_8).length;
        return Optional.of(size <= BYTES_MAX ? complete : omitted(size));
    }

    private static String omitted(int size) {
        return "{\"omitted\":true,\"originalSize\":" + size + ",\"reason\":\"larger than " + BYTES_MAX + " bytes\"}";
    }

    private static void write(JsonGenerator json, Structure structure, StructureShape shape) {
        json.writeStartObject();
        for (Map.Entry<String, Document> entry : structure.members().entrySet()) {
            shape.member(entry.getKey()).ifPresent(member -> write(json, member, entry.getValue()));
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Member member, Document value) {
        switch (member.recording()) {
            case SHOWN -> {
                json.writeName(MemberName.lowerCamel(member.name()));
                write(json, value, member.shape());
            }
            case HIDDEN -> json.writeStringProperty(MemberName.lowerCamel(member.name()), HIDDEN);
            case OMITTED -> {}
        }
    }

    private static void write(JsonGenerator json, Document value, Shape shape) {
        switch (value) {
            case Text(String text) -> json.writeString(text);
            case Whole(long whole) -> json.writeNumber(whole);
            case Flag(boolean flag) -> json.writeBoolean(flag);
            case Moment(var instant) -> json.writeString(MOMENT.format(instant));
            case Blob(var bytes) -> json.writeString(Base64.getEncoder().encodeToString(bytes.toArray()));
            case SecretText _, SecretBlob _ -> json.writeString(HIDDEN);
            case Listing listing -> write(json, listing, shape);
            case Structure structure -> {
                if (shape instanceof StructureShape described) {
                    write(json, structure, described);
                } else {
                    writeMap(json, structure);
                }
            }
        }
    }

    private static void write(JsonGenerator json, Listing listing, Shape shape) {
        Shape item = shape instanceof ListShape list ? list.item() : Shape.structure();
        json.writeStartArray();
        listing.items().forEach(each -> write(json, each, item));
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, Structure map) {
        json.writeStartObject();
        map.members().forEach((key, value) -> {
            json.writeName(key);
            write(json, value, Shape.text());
        });
        json.writeEndObject();
    }
}
