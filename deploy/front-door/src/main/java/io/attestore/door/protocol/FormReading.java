package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Secrets;
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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the parameters of an AWS Query request along a shape: nested members are {@code A.B}, items of a list
 * {@code A.member.1}, and a list without items is {@code A} without a value; entries of a map are {@code A.entry.1.key}
 * and {@code .value}.
 */
final class FormReading {

    static final int ITEMS_MAX = 1000;

    /** The work of reading digits grows faster than their number. */
    private static final int DECIMAL_LENGTH_MAX = 100;

    private final Form form;

    private FormReading(Form form) {
        this.form = form;
    }

    /** @throws MalformedInputException if a value is not of its shape's type */
    static Structure read(Form form, StructureShape shape) {
        return new FormReading(form).structure("", shape);
    }

    private Structure structure(String prefix, StructureShape shape) {
        Structure.Builder structure = Structure.builder(shape);
        boolean complete = false;
        try {
            for (Member member : shape.members()) {
                value(prefix + member.name(), member.shape()).ifPresent(value -> structure.put(member.name(), value));
            }
            complete = true;
            return structure.build();
        } finally {
            if (!complete) {
                Secrets.wipe(structure.build());
            }
        }
    }

    private Optional<Document> value(String name, Shape shape) {
        return switch (shape) {
            case TextShape _ -> form.text(name).map(Document.Text::new);
            case WholeShape _ -> form.text(name).map(text -> new Document.Whole(whole(text)));
            case DecimalShape _ -> form.text(name).map(text -> new Document.Decimal(decimal(text)));
            case FlagShape _ -> form.text(name).map(text -> new Document.Flag(flag(text)));
            case MomentShape _ -> form.text(name).map(text -> new Document.Moment(moment(text)));
            case BlobShape _ -> form.bytes(name).map(bytes -> new Document.Blob(blob(bytes)));
            case SecretTextShape _ -> form.bytes(name).map(bytes -> new Document.SecretText(secretText(bytes)));
            case SecretBlobShape _ -> form.bytes(name).map(bytes -> new Document.SecretBlob(base64(bytes)));
            case ListShape list -> list(name, list.item());
            case MapShape map -> map(name + ".entry.", map.value());
            case StructureShape nested ->
                form.hasBelow(name) ? Optional.of(structure(name + ".", nested)) : Optional.empty();
        };
    }

    private Optional<Document> list(String name, Shape item) {
        String prefix = name + ".member.";
        List<Document> items = new ArrayList<>();
        boolean complete = false;
        try {
            for (int index = 1; form.hasBelow(prefix + index); index++) {
                if (index > ITEMS_MAX) {
                    throw new MalformedInputException("A list has too many items.");
                }
                value(prefix + index, item).ifPresent(items::add);
            }
            complete = true;
            return items.isEmpty() && !isEmptyList(name) ? Optional.empty() : Optional.of(new Document.Listing(items));
        } finally {
            if (!complete) {
                items.forEach(Secrets::wipe);
            }
        }
    }

    private boolean isEmptyList(String name) {
        return form.bytes(name).filter(value -> value.length == 0).isPresent();
    }

    private Optional<Document> map(String prefix, Shape values) {
        Structure.Builder map = Structure.builder();
        boolean complete = false;
        try {
            int entries = entries(prefix, values, map);
            complete = true;
            return entries == 0 ? Optional.empty() : Optional.of(map.build());
        } finally {
            if (!complete) {
                Secrets.wipe(map.build());
            }
        }
    }

    private int entries(String prefix, Shape values, Structure.Builder map) {
        int index = 1;
        while (form.hasBelow(prefix + index)) {
            if (index > ITEMS_MAX) {
                throw new MalformedInputException("A map has too many entries.");
            }
            String key = form.text(prefix + index + ".key")
                    .orElseThrow(() -> new MalformedInputException("An entry of a map has no key."));
            value(prefix + index + ".value", values).ifPresent(value -> map.put(key, value));
            index++;
        }
        return index - 1;
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new MalformedInputException("A parameter is not an integer.");
        }
    }

    /** A decimal number as JSON has it: neither hexadecimal nor infinite nor not a number. */
    private static double decimal(String text) {
        try {
            double value = text.length() > DECIMAL_LENGTH_MAX ? Double.NaN : new BigDecimal(text).doubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told like a number that is too large
        }
        throw new MalformedInputException("A parameter is not a number.");
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new MalformedInputException("A parameter is neither true nor false.");
        };
    }

    private static Instant moment(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            if (Moments.isAllowed(moment)) {
                return moment;
            }
        } catch (DateTimeException malformed) {
            // told like a moment that is not allowed
        }
        throw new MalformedInputException("A parameter is not a timestamp in ISO 8601 format.");
    }

    private static Bytes blob(byte[] bytes) {
        try (SecretBytes decoded = base64(bytes)) {
            return decoded.withBytes(InsecureSecretAccess.get(), Bytes::copyOf);
        }
    }

    private static SecretBytes secretText(byte[] bytes) {
        return withCharacters(bytes, SecretBytes::utf8Of);
    }

    private static SecretBytes base64(byte[] bytes) {
        return withCharacters(bytes, Base64Text::decode);
    }

    private static SecretBytes withCharacters(byte[] bytes, Function<CharBuffer, SecretBytes> use) {
        CharBuffer characters;
        try {
            characters = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            throw new MalformedInputException("A parameter is not well-formed UTF-8.");
        }
        try {
            return use.apply(characters);
        } finally {
            Arrays.fill(characters.array(), '\0');
        }
    }
}
