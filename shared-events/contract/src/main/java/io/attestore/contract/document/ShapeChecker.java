package io.attestore.contract.document;

import io.attestore.contract.document.Document.Blob;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;
import io.attestore.contract.document.Shape.BlobShape;
import io.attestore.contract.document.Shape.DecimalShape;
import io.attestore.contract.document.Shape.FlagShape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.MomentShape;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.SecretBlobShape;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Shape.WholeShape;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds a tree against its shape and says in AWS's words what does not fit, e.g. {@code 1 validation error detected:
 * Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1}.
 *
 * <p>Expects each member to be of its shape's kind, as the parsers make it. Never repeats a secret or a member that
 * the record hides. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/CommonErrors.html">AWS: Common errors,
 *     ValidationError</a>
 */
public final class ShapeChecker {

    private final Violations violations = new Violations();

    private ShapeChecker() {}

    /** What does not fit, if anything: the message of AWS's ValidationException. */
    public static Optional<String> violations(Structure input, StructureShape shape) {
        ShapeChecker checker = new ShapeChecker();
        checker.structure(input, shape, Place.ROOT, false);
        return checker.violations.message();
    }

    private void structure(Structure structure, StructureShape shape, Place place, boolean hidden) {
        for (Member member : shape.members()) {
            Place ofMember = place.member(member.name());
            Optional<Document> value = structure.member(member.name());
            if (value.isPresent()) {
                value(value.get(), member.shape(), ofMember, hidden || member.recording() != Recording.SHOWN);
            } else if (member.required()) {
                violations.add("Value null", ofMember, "Member must not be null");
            }
        }
    }

    private void value(Document value, Shape shape, Place place, boolean hidden) {
        switch (shape) {
            case TextShape text -> constrain(value, place, hidden, Constraint.brokenBy(((Text) value).value(), text));
            case WholeShape whole ->
                constrain(value, place, hidden, Constraint.range(((Whole) value).value(), whole.min(), whole.max()));
            case BlobShape blob ->
                length(value, place, ((Blob) value).value().length(), blob.bytesMin(), blob.bytesMax());
            case SecretTextShape text ->
                length(value, place, ((SecretText) value).value().characters(), text.lengthMin(), text.lengthMax());
            case SecretBlobShape blob ->
                length(value, place, ((SecretBlob) value).value().length(), blob.bytesMin(), blob.bytesMax());
            case ListShape list -> list((Listing) value, list, place, hidden);
            case MapShape map -> map((Structure) value, map, place, hidden);
            case StructureShape nested -> structure((Structure) value, nested, place, hidden);
            case DecimalShape _, FlagShape _, MomentShape _ -> {}
        }
    }

    /** Bytes are never repeated, secret or not. */
    private void length(Document value, Place place, int length, int min, int max) {
        constrain(value, place, true, Constraint.length(length, min, max));
    }

    private void list(Listing listing, ListShape shape, Place place, boolean hidden) {
        constrain(listing, place, hidden, Constraint.length(listing.items().size(), shape.sizeMin(), shape.sizeMax()));
        if (shape.item() instanceof TextShape item) {
            if (anyBroken(texts(listing.items()), item)) {
                String all = "Member must satisfy constraint: [" + String.join(", ", Constraint.of(item)) + "]";
                constrain(listing, place, hidden, List.of(all));
            }
            return;
        }
        int index = 1;
        for (Document item : listing.items()) {
            value(item, shape.item(), place.item(index++), hidden);
        }
    }

    private static boolean anyBroken(Stream<String> texts, TextShape shape) {
        return texts.anyMatch(text -> !Constraint.brokenBy(text, shape).isEmpty());
    }

    private static Stream<String> texts(Collection<Document> documents) {
        return documents.stream().map(document -> ((Text) document).value());
    }

    private void map(Structure map, MapShape shape, Place place, boolean hidden) {
        constrain(map, place, hidden, Constraint.length(map.members().size(), shape.sizeMin(), shape.sizeMax()));
        if (anyBroken(map.members().keySet().stream(), shape.key())) {
            String all = String.join(", ", Constraint.of(shape.key()));
            constrain(map, place, hidden, List.of("Map keys must satisfy constraint: [" + all + "]"));
        }
        if (shape.value() instanceof TextShape text) {
            if (anyBroken(texts(map.members().values()), text)) {
                String all = String.join(", ", Constraint.of(text));
                constrain(map, place, hidden, List.of("Map value must satisfy constraint: [" + all + "]"));
            }
            return;
        }
        map.members().forEach((key, value) -> value(value, shape.value(), place.member(key), hidden));
    }

    private void constrain(Document value, Place place, boolean hidden, List<String> broken) {
        for (String constraint : broken) {
            violations.add(hidden ? "Value" : "Value '" + Excerpt.of(value) + "'", place, constraint);
        }
    }
}
