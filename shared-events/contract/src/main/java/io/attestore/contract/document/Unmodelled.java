package io.attestore.contract.document;

import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what an output has that its model has not: a member without a description, or one of another kind. */
public final class Unmodelled {

    private final List<String> found = new ArrayList<>();

    private Unmodelled() {}

    /** The places; empty if clients understand all of it. Tells no value. */
    public static List<String> in(Structure output, StructureShape shape) {
        Unmodelled unmodelled = new Unmodelled();
        unmodelled.structure("", output, shape);
        return List.copyOf(unmodelled.found);
    }

    private void structure(String place, Structure structure, StructureShape shape) {
        for (Map.Entry<String, Document> member : structure.members().entrySet()) {
            String at = place + "." + member.getKey();
            shape.member(member.getKey())
                    .ifPresentOrElse(described -> value(at, member.getValue(), described.shape()), () -> found.add(at));
        }
    }

    private void value(String place, Document value, Shape shape) {
        switch (shape) {
            case StructureShape described
            when value instanceof Structure structure -> structure(place, structure, described);
            case ListShape list
            when value instanceof Listing listing ->
                listing.items().forEach(item -> value(place + "[]", item, list.item()));
            case MapShape map
            when value instanceof Structure entries ->
                entries.members().values().forEach(entry -> value(place + "{}", entry, map.value()));
            default -> {
                if (!fits(value, shape)) {
                    found.add(place + " is not of its kind");
                }
            }
        }
    }

    /** A text of the model may be a secret here: what is more careful than the model is right. */
    private static boolean fits(Document value, Shape shape) {
        return switch (value) {
            case Document.Text _ -> shape instanceof Shape.TextShape;
            case Document.SecretText _ -> shape instanceof Shape.SecretTextShape || shape instanceof Shape.TextShape;
            case Document.Whole _ -> shape instanceof Shape.WholeShape;
            case Document.Decimal _ -> shape instanceof Shape.DecimalShape;
            case Document.Flag _ -> shape instanceof Shape.FlagShape;
            case Document.Moment _ -> shape instanceof Shape.MomentShape;
            case Document.Blob _ -> shape instanceof Shape.BlobShape;
            case Document.SecretBlob _ -> shape instanceof Shape.SecretBlobShape || shape instanceof Shape.BlobShape;
            case Structure _, Listing _ -> false;
        };
    }
}
