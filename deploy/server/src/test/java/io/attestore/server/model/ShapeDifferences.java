package io.attestore.server.model;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.BlobShape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.SecretBlobShape;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Shape.WholeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is different between a shape of ours and the service model's, a sentence for each difference. */
final class ShapeDifferences {

    private final boolean input;
    private final List<String> found = new ArrayList<>();

    private ShapeDifferences(boolean input) {
        this.input = input;
    }

    /** An input has the model's members, all of them, and its limits. */
    static List<String> ofInput(String place, StructureShape ours, StructureShape model) {
        ShapeDifferences differences = new ShapeDifferences(true);
        differences.compare(place, ours, model);
        return differences.found;
    }

    /** An output may have fewer members than the model; what there is has its kind, and its limits bind nobody. */
    static List<String> ofOutput(String place, StructureShape ours, StructureShape model) {
        ShapeDifferences differences = new ShapeDifferences(false);
        differences.compare(place, ours, model);
        return differences.found;
    }

    private void compare(String place, Shape ours, Shape model) {
        if (!ours.getClass().equals(model.getClass())) {
            found.add(place + " is a " + kind(ours) + ", not a " + kind(model));
            return;
        }
        switch (model) {
            case StructureShape structure -> structures(place, (StructureShape) ours, structure);
            case ListShape list -> {
                ListShape own = (ListShape) ours;
                limits(place, own.sizeMin(), own.sizeMax(), list.sizeMin(), list.sizeMax());
                compare(place + "[]", own.item(), list.item());
            }
            case MapShape map -> {
                MapShape own = (MapShape) ours;
                limits(place, own.sizeMin(), own.sizeMax(), map.sizeMin(), map.sizeMax());
                compare(place + "{key}", own.key(), map.key());
                compare(place + "{value}", own.value(), map.value());
            }
            case TextShape text -> texts(place, (TextShape) ours, text);
            case WholeShape(long min, long max) ->
                limits(place, ((WholeShape) ours).min(), ((WholeShape) ours).max(), min, max);
            case BlobShape(int min, int max) ->
                limits(place, ((BlobShape) ours).bytesMin(), ((BlobShape) ours).bytesMax(), min, max);
            case SecretTextShape(int min, int max) ->
                limits(place, ((SecretTextShape) ours).lengthMin(), ((SecretTextShape) ours).lengthMax(), min, max);
            case SecretBlobShape(int min, int max) ->
                limits(place, ((SecretBlobShape) ours).bytesMin(), ((SecretBlobShape) ours).bytesMax(), min, max);
            case Shape.FlagShape _, Shape.DecimalShape _, Shape.MomentShape _ -> {}
        }
    }

    private void structures(String place, StructureShape ours, StructureShape model) {
        for (Member own : ours.members()) {
            String at = place + "." + own.name();
            model.member(own.name())
                    .ifPresentOrElse(
                            member -> {
                                if (input && own.required() != member.required()) {
                                    found.add(at + " is " + (own.required() ? "required" : "optional"));
                                }
                                compare(at, own.shape(), member.shape());
                            },
                            () -> found.add(at + " is not in the model"));
        }
        if (input) {
            model.members().stream()
                    .filter(member -> ours.member(member.name()).isEmpty())
                    .forEach(member -> found.add(place + "." + member.name() + " is missing"));
        }
    }

    /** The values of an enumeration may stand in another order: AWS's messages do not always have the model's. */
    private void texts(String place, TextShape ours, TextShape model) {
        limits(place, ours.lengthMin(), ours.lengthMax(), model.lengthMin(), model.lengthMax());
        String pattern = ours.pattern().map(Pattern::pattern).orElse("");
        String wanted = model.pattern().map(Pattern::pattern).orElse("");
        if (input && !pattern.equals(wanted)) {
            found.add(place + " matches '" + pattern + "', not '" + wanted + "'");
        }
        if (input && !Set.copyOf(ours.enumeration()).equals(Set.copyOf(model.enumeration()))) {
            found.add(place + " is one of " + ours.enumeration() + ", not of " + model.enumeration());
        }
        if (!input && !model.enumeration().containsAll(ours.enumeration())) {
            found.add(place + " may be one of " + ours.enumeration() + ", the model's of " + model.enumeration());
        }
    }

    private void limits(String place, long min, long max, long modelMin, long modelMax) {
        if (input && (min != modelMin || max != modelMax)) {
            found.add(place + " is limited to " + range(min, max) + ", not to " + range(modelMin, modelMax));
        }
    }

    private static String range(long min, long max) {
        return min + ".." + (max == Integer.MAX_VALUE || max == Long.MAX_VALUE ? "" : max);
    }

    private static String kind(Shape shape) {
        return shape.getClass().getSimpleName();
    }
}
