package io.attestore.proof.hostile;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values, as JSON, that a member of a shape should not have, or has at the very edge of what it may. */
final class HostileValues {

    private static final int LENGTH_TRIED_MAX = 25_000;

    private HostileValues() {}

    /** A structure that is as it should be but for one member, for each hostile value of each. */
    static List<String> structures(StructureShape shape, Map<String, String> usual) {
        List<String> all = new ArrayList<>();
        for (Member member : shape.members()) {
            for (String value : each(member.shape())) {
                Map<String, String> members = new LinkedHashMap<>(usual);
                members.put(member.name(), value);
                all.add(JsonText.object(members));
            }
            Map<String, String> without = new LinkedHashMap<>(usual);
            without.remove(member.name());
            all.add(JsonText.object(without));
        }
        return all;
    }

    /** What is hostile to every shape, as far as it is of this one's kind, and to this one alone. */
    static List<String> each(Shape shape) {
        return Stream.concat(StrangeValues.of(shape).stream(), of(shape).stream())
                .distinct()
                .toList();
    }

    /** What is hostile to this shape alone: its own borders, and whatever is hostile to what it consists of. */
    private static List<String> of(Shape shape) {
        return switch (shape) {
            case TextShape text -> texts(text);
            case WholeShape whole -> wholes(whole.min(), whole.max());
            case BlobShape blob -> blobs(blob.bytesMin(), blob.bytesMax());
            case SecretBlobShape blob -> blobs(blob.bytesMin(), blob.bytesMax());
            case SecretTextShape text -> lengths(text.lengthMin(), text.lengthMax(), "v");
            case DecimalShape _ -> List.of("\"1.5\"", "1e400", "-0.0");
            case FlagShape _ -> List.of("\"true\"", "1");
            case MomentShape _ -> List.of("\"2026-11-21T12:00:00Z\"", "1764500000.123456789", "1e10");
            case ListShape list -> lists(list);
            case MapShape map -> maps(map);
            case StructureShape structure -> structures(structure, UsualInputs.membersOf(structure, Map.of()));
        };
    }

    private static List<String> texts(TextShape shape) {
        List<String> all = new ArrayList<>(lengths(shape.lengthMin(), shape.lengthMax(), "a"));
        all.addAll(lengths(shape.lengthMin(), shape.lengthMax(), "/"));
        all.addAll(lengths(shape.lengthMin(), shape.lengthMax(), "\u00e9"));
        shape.enumeration().forEach(value -> {
            all.add(JsonText.string(value));
            all.add(JsonText.string(value + " "));
            all.add(JsonText.string(value.toUpperCase(Locale.ROOT) + "\0"));
        });
        return all;
    }

    private static List<String> lengths(int min, int max, String unit) {
        return Stream.of(min - 1L, (long) min, (long) max, max + 1L)
                .filter(length -> length >= 0 && length <= LENGTH_TRIED_MAX)
                .map(length -> JsonText.string(unit.repeat(length.intValue())))
                .toList();
    }

    private static List<String> wholes(long min, long max) {
        return Stream.of(min - 1, min, max, max + 1).map(String::valueOf).toList();
    }

    private static List<String> blobs(int min, int max) {
        return IntStream.of(min - 1, min, max, max + 1)
                .filter(length -> length >= 0 && length <= LENGTH_TRIED_MAX)
                .mapToObj(length -> JsonText.string(Base64.getEncoder().encodeToString(new byte[length])))
                .toList();
    }

    private static List<String> lists(ListShape shape) {
        List<String> all = new ArrayList<>();
        List<String> items = shape.item() instanceof StructureShape ? of(shape.item()) : each(shape.item());
        items.forEach(item -> all.add("[" + item + "]"));
        String usual = shape.item() instanceof StructureShape structure ? UsualInputs.of(structure) : "\"/hostile/a\"";
        for (int size : new int[] {shape.sizeMax(), shape.sizeMax() + 1}) {
            if (size > 0 && size <= 10_000) {
                all.add(array(size, usual));
            }
        }
        return all;
    }

    private static List<String> maps(MapShape shape) {
        List<String> all = new ArrayList<>();
        each(shape.value()).forEach(value -> all.add("{\"key\":" + value + "}"));
        Stream.concat(StrangeValues.TEXTS.stream(), texts(shape.key()).stream())
                .forEach(key -> all.add("{" + key + ":\"value\"}"));
        return all;
    }

    private static String array(int size, String item) {
        return JsonText.array(Collections.nCopies(size, item));
    }
}
