package io.attestore.contract.document;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Named members in order: an input, an output, a nested structure or a map of strings. Immutable. The getters expect
 * what the shape has already checked: a member of another kind is a bug and ends in a ClassCastException. So does one
 * that the shape does not have, in an {@link IllegalArgumentException}, of a structure that knows its shape, which every
 * input does: a mistyped name is not taken for a member that was left out.
 */
public final class Structure implements Document {

    public static final Structure EMPTY = new Structure(Map.of());

    private final Map<String, Document> members;
    private final @Nullable StructureShape shape;

    public Structure(Map<String, Document> members) {
        this(members, null);
    }

    private Structure(Map<String, Document> members, @Nullable StructureShape shape) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.shape = shape;
    }

    public static Builder builder() {
        return new Builder(null);
    }

    /** Of a structure that knows its shape. */
    public static Builder builder(StructureShape shape) {
        return new Builder(shape);
    }

    public Map<String, Document> members() {
        return members;
    }

    public boolean has(String name) {
        return member(name).isPresent();
    }

    public Optional<Document> member(String name) {
        Document member = members.get(name);
        if (member == null && shape != null && shape.member(name).isEmpty()) {
            throw new IllegalArgumentException("The model has no member " + name);
        }
        return Optional.ofNullable(member);
    }

    /** The text of a required member. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optionalText(String name) {
        return member(name).map(document -> ((Text) document).value());
    }

    public Optional<Long> optionalWhole(String name) {
        return member(name).map(document -> ((Whole) document).value());
    }

    public int whole(String name, int otherwise) {
        return optionalWhole(name).map(Math::toIntExact).orElse(otherwise);
    }

    /** A flag; absent means false. */
    public boolean flag(String name) {
        return member(name).map(document -> ((Flag) document).value()).orElse(false);
    }

    public Optional<Instant> optionalMoment(String name) {
        return member(name).map(document -> ((Moment) document).value());
    }

    public Optional<Bytes> optionalBlob(String name) {
        return member(name).map(document -> ((Blob) document).value());
    }

    public Optional<SecretBytes> optionalSecret(String name) {
        return member(name).map(document -> switch (document) {
            case SecretText text -> text.value();
            case SecretBlob blob -> blob.value();
            case Document other -> throw new ClassCastException(name + " is not a secret");
        });
    }

    public SecretBytes secret(String name) {
        return optionalSecret(name).orElseThrow(() -> missing(name));
    }

    /** The texts of a list; absent means empty. */
    public List<String> texts(String name) {
        return items(name).stream().map(item -> ((Text) item).value()).toList();
    }

    /** The structures of a list; absent means empty. */
    public List<Structure> structures(String name) {
        return items(name).stream().map(Structure.class::cast).toList();
    }

    /** A map of strings; absent means empty. */
    public Map<String, String> textMap(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        member(name)
                .ifPresent(document ->
                        ((Structure) document).members().forEach((key, value) -> map.put(key, ((Text) value).value())));
        return Collections.unmodifiableMap(map);
    }

    private List<Document> items(String name) {
        return member(name).map(document -> ((Listing) document).items()).orElse(List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Structure structure && members.equals(structure.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "Structure" + members;
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("The shape has let through an input without " + name);
    }

    /** Collects members in the order in which they are put. */
    public static final class Builder {

        private final Map<String, Document> members = new LinkedHashMap<>();
        private final @Nullable StructureShape shape;

        private Builder(@Nullable StructureShape shape) {
            this.shape = shape;
        }

        public Builder put(String name, Document value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new Text(value));
        }

        public Builder put(String name, long value) {
            return put(name, new Whole(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, new Flag(value));
        }

        public Builder put(String name, Instant value) {
            return put(name, new Moment(value));
        }

        public Builder put(String name, Bytes value) {
            return put(name, new Blob(value));
        }

        public Builder putTexts(String name, Collection<String> values) {
            List<Document> items = new ArrayList<>(values.size());
            values.forEach(value -> items.add(new Text(value)));
            return put(name, new Listing(items));
        }

        public Builder putAll(String name, Collection<? extends Document> values) {
            return put(name, new Listing(new ArrayList<>(values)));
        }

        public Builder putTextMap(String name, Map<String, String> values) {
            Builder map = builder();
            values.forEach(map::put);
            return put(name, map.build());
        }

        public Builder putIfPresent(String name, Optional<String> value) {
            value.ifPresent(present -> put(name, present));
            return this;
        }

        public Structure build() {
            return new Structure(members, shape);
        }
    }
}
