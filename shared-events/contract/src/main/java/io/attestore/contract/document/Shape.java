package io.attestore.contract.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a document must look like, with the limits of AWS's service model. Immutable. */
public sealed interface Shape {

    /** Text with a length in characters. An enumeration lists its values; a pattern must match the whole text. */
    record TextShape(int lengthMin, int lengthMax, Optional<Pattern> pattern, List<String> enumeration)
            implements Shape {

        public TextShape {
            enumeration = List.copyOf(enumeration);
        }

        public TextShape length(int min, int max) {
            return new TextShape(min, max, pattern, enumeration);
        }

        /** Any text of the length, where an operation has an error of its own for one that is not among the values. */
        public TextShape ofAnyValue() {
            return new TextShape(lengthMin, lengthMax, pattern, List.of());
        }

        /** The same values in the order in which AWS's messages list them, where it is not the model's. */
        public TextShape listing(String... values) {
            if (!Set.of(values).equals(Set.copyOf(enumeration))) {
                throw new IllegalArgumentException("Not the same values: " + List.of(values) + ", " + enumeration);
            }
            return new TextShape(lengthMin, lengthMax, pattern, List.of(values));
        }

        /** A pattern of the service model: ours, so a constant that was reviewed for linear time. */
        public TextShape matching(String regularExpression) {
            return new TextShape(lengthMin, lengthMax, Optional.of(Pattern.compile(regularExpression)), enumeration);
        }
    }

    record WholeShape(long min, long max) implements Shape {}

    /** A number with a fraction. */
    record DecimalShape() implements Shape {}

    record FlagShape() implements Shape {}

    record MomentShape() implements Shape {}

    record BlobShape(int bytesMin, int bytesMax) implements Shape {}

    /** Text that is parsed into secret memory, with a length in characters; no message repeats it. */
    record SecretTextShape(int lengthMin, int lengthMax) implements Shape {}

    record SecretBlobShape(int bytesMin, int bytesMax) implements Shape {}

    record ListShape(Shape item, int sizeMin, int sizeMax) implements Shape {}

    /** A map from text to values of one shape. */
    record MapShape(TextShape key, Shape value, int sizeMin, int sizeMax) implements Shape {}

    /** Members that are not described are ignored, as AWS does. */
    record StructureShape(List<Member> members) implements Shape {

        public StructureShape {
            members = List.copyOf(members);
        }

        public StructureShape required(String name, Shape shape) {
            return with(new Member(name, shape, true, Recording.SHOWN));
        }

        public StructureShape optional(String name, Shape shape) {
            return with(new Member(name, shape, false, Recording.SHOWN));
        }

        public StructureShape required(String name, Shape shape, Recording recording) {
            return with(new Member(name, shape, true, recording));
        }

        public StructureShape optional(String name, Shape shape, Recording recording) {
            return with(new Member(name, shape, false, recording));
        }

        /** The same, but that a member has another shape. */
        public StructureShape changing(String name, UnaryOperator<Shape> change) {
            return replacing(
                    name,
                    member -> new Member(name, change.apply(member.shape()), member.required(), member.recording()));
        }

        /** The same, but that these members are left out of the record. */
        public StructureShape omitting(String... names) {
            StructureShape changed = this;
            for (String name : names) {
                changed = changed.replacing(
                        name, member -> new Member(name, member.shape(), member.required(), Recording.OMITTED));
            }
            return changed;
        }

        private StructureShape replacing(String name, UnaryOperator<Member> change) {
            if (member(name).isEmpty()) {
                throw new IllegalArgumentException("There is no member " + name);
            }
            return new StructureShape(members.stream()
                    .map(member -> member.name().equals(name) ? change.apply(member) : member)
                    .toList());
        }

        public Optional<Member> member(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return Optional.of(member);
                }
            }
            return Optional.empty();
        }

        private StructureShape with(Member member) {
            List<Member> extended = new ArrayList<>(members);
            extended.add(member);
            return new StructureShape(extended);
        }
    }

    /** A member of a structure. A secret may be hidden in or omitted from the record, but never shown: see there. */
    record Member(String name, Shape shape, boolean required, Recording recording) {

        public Member {
            boolean secret = shape instanceof SecretTextShape || shape instanceof SecretBlobShape;
            if (secret && recording == Recording.SHOWN) {
                throw new IllegalArgumentException("A secret member must be hidden in the record or omitted: " + name);
            }
        }
    }

    /** How a member appears in the record of the call. */
    enum Recording {
        /** As it was sent. */
        SHOWN,
        /** As HIDDEN_DUE_TO_SECURITY_REASONS. */
        HIDDEN,
        /** Not at all. */
        OMITTED
    }

    /** The same, but that a text, a list or a map has at most so many characters or items. */
    default Shape limitedTo(int max) {
        return switch (this) {
            case TextShape text -> text.length(text.lengthMin(), max);
            case SecretTextShape text -> secretText(text.lengthMin(), max);
            case ListShape list -> list(list.item(), list.sizeMin(), max);
            case MapShape map -> new MapShape(map.key(), map.value(), map.sizeMin(), max);
            default -> throw new IllegalArgumentException("It has no length: " + this);
        };
    }

    static StructureShape structure() {
        return new StructureShape(List.of());
    }

    static TextShape text() {
        return new TextShape(0, Integer.MAX_VALUE, Optional.empty(), List.of());
    }

    static TextShape text(int lengthMin, int lengthMax) {
        return text().length(lengthMin, lengthMax);
    }

    static TextShape oneOf(String... values) {
        return new TextShape(0, Integer.MAX_VALUE, Optional.empty(), List.of(values));
    }

    static WholeShape whole(long min, long max) {
        return new WholeShape(min, max);
    }

    static DecimalShape decimal() {
        return new DecimalShape();
    }

    static FlagShape flag() {
        return new FlagShape();
    }

    static MomentShape moment() {
        return new MomentShape();
    }

    static BlobShape blob(int bytesMin, int bytesMax) {
        return new BlobShape(bytesMin, bytesMax);
    }

    static SecretTextShape secretText(int lengthMin, int lengthMax) {
        return new SecretTextShape(lengthMin, lengthMax);
    }

    static SecretBlobShape secretBlob(int bytesMin, int bytesMax) {
        return new SecretBlobShape(bytesMin, bytesMax);
    }

    static ListShape list(Shape item, int sizeMin, int sizeMax) {
        return new ListShape(item, sizeMin, sizeMax);
    }

    static MapShape map(TextShape key, Shape value, int sizeMax) {
        return new MapShape(key, value, 0, sizeMax);
    }
}
