package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.BlobShape;
import io.attestore.contract.document.Shape.DecimalShape;
import io.attestore.contract.document.Shape.FlagShape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.MomentShape;
import io.attestore.contract.document.Shape.SecretBlobShape;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Shape.WholeShape;
import io.attestore.contract.document.Structure;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.protocol.CborInput.Kind;
import io.attestore.events.Bytes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one CBOR body along a shape: only what the shape describes is kept, the rest is skipped within the limits. A null
 * is an absent member. A name that comes twice is refused, and so is a tag whose meaning is not asked for.
 *
 * <p>Secrets go from the body's bytes into {@link SecretBytes}, never through a String. Whatever fails wipes the secrets
 * read so far. Not for sharing between threads.
 */
final class CborReading {

    static final int NAME_BYTES_MAX = 4096;
    static final int STRING_BYTES_MAX = 512 * 1024;

    /** Seconds since the epoch (RFC 8949, section 3.4.2). */
    private static final int EPOCH_SECONDS = 1;

    /** More than from the year 1 to 9999. */
    private static final double SECONDS_MAX = 1e12;

    private final CborInput input;
    private final List<SecretBytes> secrets = new ArrayList<>();

    private CborReading(CborInput input) {
        this.input = input;
    }

    /** @throws MalformedInputException if the body is no CBOR map that fits the shape's types and the limits */
    static Structure read(byte[] body, StructureShape shape) {
        return body.length == 0
                ? Structure.builder(shape).build()
                : new CborReading(new CborInput(body)).document(shape);
    }

    private Structure document(StructureShape shape) {
        boolean complete = false;
        try {
            input.next();
            Structure structure = structure(shape);
            input.requireEnd();
            complete = true;
            return structure;
        } finally {
            if (!complete) {
                secrets.forEach(SecretBytes::close);
            }
        }
    }

    private Structure structure(StructureShape shape) {
        require(Kind.MAP, "Structure");
        Structure.Builder structure = Structure.builder(shape);
        Set<String> names = new HashSet<>();
        for (long left = input.open(); input.more(left); left--) {
            String name = name(names);
            Optional<Member> member = shape.member(name);
            Kind value = input.next();
            if (member.isEmpty()) {
                input.skip();
            } else if (value != Kind.NOTHING) {
                structure.put(name, value(member.get().shape()));
            }
        }
        return structure.build();
    }

    private Document value(Shape shape) {
        return switch (shape) {
            case TextShape _ -> new Document.Text(text(STRING_BYTES_MAX));
            case WholeShape _ -> new Document.Whole(whole());
            case DecimalShape _ -> new Document.Decimal(decimal());
            case FlagShape _ -> new Document.Flag(flag());
            case MomentShape _ -> new Document.Moment(moment());
            case BlobShape _ -> new Document.Blob(Bytes.copyOf(string(Kind.BYTES, "Blob")));
            case SecretTextShape _ -> new Document.SecretText(secret(Kind.TEXT, "String"));
            case SecretBlobShape _ -> new Document.SecretBlob(secret(Kind.BYTES, "Blob"));
            case ListShape list -> list(list.item());
            case MapShape map -> map(map.value());
            case StructureShape nested -> structure(nested);
        };
    }

    private Document list(Shape item) {
        require(Kind.LIST, "List");
        List<Document> items = new ArrayList<>();
        for (long left = input.open(); input.more(left); left--) {
            input.next();
            items.add(value(item));
        }
        return new Document.Listing(items);
    }

    private Document map(Shape values) {
        require(Kind.MAP, "Map");
        Structure.Builder map = Structure.builder();
        Set<String> keys = new HashSet<>();
        for (long left = input.open(); input.more(left); left--) {
            String key = name(keys);
            if (input.next() != Kind.NOTHING) {
                map.put(key, value(values));
            }
        }
        return map.build();
    }

    /** The next name, which must be none of those before. */
    private String name(Set<String> before) {
        input.next();
        String name = text(NAME_BYTES_MAX);
        if (!before.add(name)) {
            throw new MalformedInputException("A name is there twice.");
        }
        return name;
    }

    private String text(int bytesMax) {
        require(Kind.TEXT, "String");
        return new String(input.string(bytesMax), UTF_8);
    }

    private byte[] string(Kind kind, String type) {
        require(kind, type);
        return input.string(STRING_BYTES_MAX);
    }

    private SecretBytes secret(Kind kind, String type) {
        SecretBytes secret = SecretBytes.takingOwnershipOf(string(kind, type));
        secrets.add(secret);
        return secret;
    }

    private long whole() {
        requireNumber("Integer");
        try {
            return input.whole();
        } catch (ArithmeticException fractionOrTooLarge) {
            throw unconvertible("Integer");
        }
    }

    private double decimal() {
        requireNumber("Double");
        double value = input.number();
        if (!Double.isFinite(value)) {
            throw unconvertible("Double");
        }
        return value;
    }

    private boolean flag() {
        return switch (input.kind()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw unconvertible("Boolean");
        };
    }

    /** Seconds since the epoch; of a fraction, which is not exact, the milliseconds count. */
    private Instant moment() {
        if (input.kind() != Kind.TAG || input.tag() != EPOCH_SECONDS) {
            throw unconvertible("Timestamp");
        }
        input.next();
        requireNumber("Timestamp");
        double seconds = input.number();
        if (!(Math.abs(seconds) <= SECONDS_MAX)) {
            throw unconvertible("Timestamp");
        }
        Instant moment = input.kind() == Kind.WHOLE
                ? Instant.ofEpochSecond(input.whole())
                : Instant.ofEpochMilli(new BigDecimal(seconds)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
        if (!Moments.isAllowed(moment)) {
            throw unconvertible("Timestamp");
        }
        return moment;
    }

    private void requireNumber(String type) {
        if (input.kind() != Kind.WHOLE && input.kind() != Kind.FRACTION) {
            throw unconvertible(type);
        }
    }

    private void require(Kind expected, String type) {
        if (input.kind() != expected) {
            throw unconvertible(type);
        }
    }

    private MalformedInputException unconvertible(String type) {
        return new MalformedInputException(
                switch (input.kind()) {
                    case MAP -> "Start of structure or map found where not expected.";
                    case LIST -> "Start of list found where not expected.";
                    case TAG -> "Tag found where not expected.";
                    case WHOLE, FRACTION -> "NUMBER_VALUE cannot be converted to " + type;
                    case TEXT -> "STRING_VALUE cannot be converted to " + type;
                    case BYTES -> "BLOB_VALUE cannot be converted to " + type;
                    case TRUE -> "TRUE_VALUE cannot be converted to " + type;
                    case FALSE -> "FALSE_VALUE cannot be converted to " + type;
                    case NOTHING -> "NULL_VALUE cannot be converted to " + type;
                    case SIMPLE -> "SIMPLE_VALUE cannot be converted to " + type;
                });
    }
}
