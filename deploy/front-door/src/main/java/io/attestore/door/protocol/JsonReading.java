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
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads one JSON body along a shape: only what the shape describes is kept, the rest is skipped within the limits. A
 * null is an absent member. A name that comes twice is refused, where AWS takes the last: what was checked and what is
 * recorded must be one.
 *
 * <p>Secrets go from the parser's characters into {@link SecretBytes}, never through a String, and those characters are
 * overwritten. Whatever fails wipes the secrets read so far. Not for sharing between threads.
 */
final class JsonReading {

    static final int DEPTH_MAX = 32;
    static final int TOKENS_MAX = 100_000;
    static final int NAME_LENGTH_MAX = 4096;
    static final int STRING_LENGTH_MAX = 512 * 1024;
    static final int NUMBER_LENGTH_MAX = 64;

    /** Digits behind the point that a time may be written with, of which nine count. */
    private static final int FRACTION_DIGITS_MAX = 64;

    /** No recycled buffers: a buffer that held a secret must not serve another request. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxTokenCount(TOKENS_MAX)
                    .maxNameLength(NAME_LENGTH_MAX)
                    .maxStringLength(STRING_LENGTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<SecretBytes> secrets = new ArrayList<>();

    private JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws MalformedInputException if the body is no JSON object that fits the shape's types and the limits */
    static Structure read(byte[] body, StructureShape shape) {
        if (body.length == 0) {
            return Structure.builder(shape).build();
        }
        CharBuffer characters = CharBuffer.allocate(body.length);
        try {
            decode(body, characters);
            return read(characters.flip(), shape);
        } finally {
            Arrays.fill(characters.array(), '\0');
        }
    }

    /** The bytes are read as UTF-8, strictly, which makes at most one character of each byte. */
    private static void decode(byte[] body, CharBuffer characters) {
        CoderResult result = UTF_8.newDecoder().decode(ByteBuffer.wrap(body), characters, true);
        if (result.isError()) {
            throw malformed();
        }
    }

    /** The parser reads the characters where they are, and makes no buffer of its own for most strings. */
    private static Structure read(CharBuffer characters, StructureShape shape) {
        try (JsonParser parser = JSON.createParser(
                ObjectReadContext.empty(), characters.array(), characters.arrayOffset(), characters.remaining())) {
            return new JsonReading(parser).document(shape);
        } catch (JacksonException malformed) {
            throw malformed();
        }
    }

    private Structure document(StructureShape shape) {
        boolean complete = false;
        try {
            parser.nextToken();
            Structure structure = structure(shape);
            if (parser.nextToken() != null) {
                throw new MalformedInputException("Unexpected content after the end of the JSON document.");
            }
            complete = true;
            return structure;
        } finally {
            if (!complete) {
                secrets.forEach(SecretBytes::close);
            }
        }
    }

    private Structure structure(StructureShape shape) {
        require(JsonToken.START_OBJECT, "Structure");
        Structure.Builder structure = Structure.builder(shape);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Optional<Member> member = shape.member(name);
            JsonToken value = parser.nextToken();
            if (member.isEmpty()) {
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                structure.put(name, value(member.get().shape()));
            }
        }
        return structure.build();
    }

    private Document value(Shape shape) {
        return switch (shape) {
            case TextShape _ -> new Document.Text(text());
            case WholeShape _ -> new Document.Whole(whole());
            case DecimalShape _ -> new Document.Decimal(decimal());
            case FlagShape _ -> new Document.Flag(flag());
            case MomentShape _ -> new Document.Moment(moment());
            case BlobShape _ -> new Document.Blob(blob());
            case SecretTextShape _ -> new Document.SecretText(secretText());
            case SecretBlobShape _ -> new Document.SecretBlob(secretBlob());
            case ListShape list -> list(list);
            case MapShape map -> map(map.value());
            case StructureShape nested -> structure(nested);
        };
    }

    private Document list(ListShape shape) {
        require(JsonToken.START_ARRAY, "List");
        List<Document> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(shape.item()));
        }
        return new Document.Listing(items);
    }

    private Document map(Shape values) {
        require(JsonToken.START_OBJECT, "Map");
        Structure.Builder map = Structure.builder();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = wellFormed(parser.currentName());
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                map.put(key, value(values));
            }
        }
        return map.build();
    }

    private String text() {
        require(JsonToken.VALUE_STRING, "String");
        return wellFormed(parser.getString());
    }

    private long whole() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unconvertible("Integer");
        }
        try {
            return parser.getDecimalValue().longValueExact();
        } catch (ArithmeticException | NumberFormatException fractionOrTooLarge) {
            throw unconvertible("Integer");
        }
    }

    private double decimal() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unconvertible("Double");
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw unconvertible("Double");
        }
        return value;
    }

    private boolean flag() {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw unconvertible("Boolean");
        };
    }

    /** Seconds since the epoch, with a fraction down to nanoseconds, of a year from 1 to 9999. */
    private Instant moment() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unconvertible("Timestamp");
        }
        try {
            BigDecimal seconds = parser.getDecimalValue();
            if (seconds.precision() - seconds.scale() > 18 || seconds.scale() > FRACTION_DIGITS_MAX) {
                throw unconvertible("Timestamp"); // 1e-300000000 would keep a processor busy for hours
            }
            BigDecimal nanos = seconds.setScale(9, RoundingMode.DOWN);
            long whole = nanos.setScale(0, RoundingMode.FLOOR).longValueExact();
            long rest =
                    nanos.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValueExact();
            return allowed(Instant.ofEpochSecond(whole, rest));
        } catch (ArithmeticException | NumberFormatException | DateTimeException outOfRange) {
            throw unconvertible("Timestamp");
        }
    }

    private Instant allowed(Instant moment) {
        if (!Moments.isAllowed(moment)) {
            throw unconvertible("Timestamp");
        }
        return moment;
    }

    private Bytes blob() {
        try (SecretBytes bytes = base64()) {
            return bytes.withBytes(InsecureSecretAccess.get(), Bytes::copyOf);
        }
    }

    private SecretBytes secretBlob() {
        return remembered(base64());
    }

    private SecretBytes secretText() {
        require(JsonToken.VALUE_STRING, "String");
        return lendCharacters(characters -> {
            try {
                return remembered(SecretBytes.utf8Of(characters));
            } catch (IllegalArgumentException loneSurrogate) {
                throw malformedUnicode();
            }
        });
    }

    private SecretBytes base64() {
        require(JsonToken.VALUE_STRING, "Blob");
        return lendCharacters(Base64Text::decode);
    }

    /** Lends the characters of the current string and overwrites them afterwards. */
    private SecretBytes lendCharacters(Function<CharBuffer, SecretBytes> use) {
        int length = parser.getStringLength();
        if (length > STRING_LENGTH_MAX) {
            throw malformed();
        }
        char[] characters = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        try {
            return use.apply(CharBuffer.wrap(characters, offset, length));
        } finally {
            Arrays.fill(characters, offset, offset + length, '\0');
        }
    }

    private SecretBytes remembered(SecretBytes secret) {
        secrets.add(secret);
        return secret;
    }

    private void require(JsonToken expected, String type) {
        if (parser.currentToken() != expected) {
            throw unconvertible(type);
        }
    }

    private MalformedInputException unconvertible(String type) {
        JsonToken found = parser.currentToken();
        if (found == JsonToken.START_OBJECT) {
            return new MalformedInputException("Start of structure or map found where not expected.");
        }
        if (found == JsonToken.START_ARRAY) {
            return new MalformedInputException("Start of list found where not expected.");
        }
        return new MalformedInputException(nameOf(found) + " cannot be converted to " + type);
    }

    private static String nameOf(@Nullable JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "STRING_VALUE";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "NUMBER_VALUE";
            case VALUE_TRUE -> "TRUE_VALUE";
            case VALUE_FALSE -> "FALSE_VALUE";
            case VALUE_NULL -> "NULL_VALUE";
            case null, default -> "END";
        };
    }

    private static String wellFormed(String text) {
        if (!UnicodeText.isWellFormed(text)) {
            throw malformedUnicode();
        }
        return text;
    }

    private static MalformedInputException malformed() {
        return new MalformedInputException("The request body is not well-formed JSON or is too large.");
    }

    private static MalformedInputException malformedUnicode() {
        return new MalformedInputException("A string is not well-formed Unicode.");
    }
}
