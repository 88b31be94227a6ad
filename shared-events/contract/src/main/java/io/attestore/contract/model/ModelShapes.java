package io.attestore.contract.model;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.BlobShape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.SecretBlobShape;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Shape.WholeShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes shapes of a model's definitions, each once, when it is first asked for. What the model calls sensitive is secret
 * text or a secret blob, and hidden in records; such a text is held to its length alone, since a pattern and an
 * enumeration need a String. A definition that contains itself is refused: no service that is offered has one.
 *
 * <p>Safe for many threads.
 */
final class ModelShapes {

    private static final Set<String> DEFINITION = Set.of(
            "type",
            "enum",
            "error",
            "exception",
            "fault",
            "key",
            "max",
            "member",
            "members",
            "min",
            "pattern",
            "required",
            "sensitive",
            "union",
            "value");

    private static final Set<String> REFERENCE = Set.of("shape", "idempotencyToken");

    private final ModelNode definitions;
    private final Map<String, Shape> made = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    ModelShapes(ModelNode definitions) {
        this.definitions = definitions;
    }

    /** @throws BrokenModelException if the definition is missing, is no structure or is not understood */
    synchronized StructureShape structure(String name) {
        if (shape(name) instanceof StructureShape structure) {
            return structure;
        }
        throw definitions.node(name).broken("is not a structure");
    }

    Optional<String> idempotencyToken(String structure) {
        ModelNode definition = definitions.node(structure);
        return definition.optionalNode("members").stream()
                .flatMap(members -> members.nodes().entrySet().stream())
                .filter(member -> member.getValue().flag("idempotencyToken"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Shape shape(String name) {
        Shape known = made.get(name);
        if (known != null) {
            return known;
        }
        ModelNode definition = definitions.node(name);
        if (!underWay.add(name)) {
            throw definition.broken("contains itself");
        }
        try {
            definition.requireOnly(DEFINITION);
            Shape shape = shape(definition);
            made.put(name, shape);
            return shape;
        } finally {
            underWay.remove(name);
        }
    }

    private Shape shape(ModelNode definition) {
        boolean sensitive = definition.flag("sensitive");
        return switch (definition.text("type")) {
            case "string" -> sensitive ? secretText(definition) : text(definition);
            case "blob" -> sensitive ? secretBlob(definition) : blob(definition);
            case "integer" -> whole(definition, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long" -> whole(definition, Long.MIN_VALUE, Long.MAX_VALUE);
            case "float", "double" -> Shape.decimal();
            case "boolean" -> Shape.flag();
            case "timestamp" -> Shape.moment();
            case "list" -> list(definition);
            case "map" -> map(definition);
            case "structure" -> structure(definition);
            default -> throw definition.broken("is of the type " + definition.text("type") + ", which is not known");
        };
    }

    private static TextShape text(ModelNode definition) {
        return new TextShape(sizeMin(definition), sizeMax(definition), pattern(definition), definition.texts("enum"));
    }

    private static Optional<Pattern> pattern(ModelNode definition) {
        try {
            return definition.optionalText("pattern").map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw definition.broken("has a pattern that cannot be read: " + e.getDescription());
        }
    }

    private static SecretTextShape secretText(ModelNode definition) {
        return Shape.secretText(sizeMin(definition), sizeMax(definition));
    }

    private static BlobShape blob(ModelNode definition) {
        return Shape.blob(sizeMin(definition), sizeMax(definition));
    }

    private static SecretBlobShape secretBlob(ModelNode definition) {
        return Shape.secretBlob(sizeMin(definition), sizeMax(definition));
    }

    private static WholeShape whole(ModelNode definition, long min, long max) {
        return Shape.whole(definition.whole("min", min, max, min), definition.whole("max", min, max, max));
    }

    private ListShape list(ModelNode definition) {
        return Shape.list(shape(target(definition.node("member"))), sizeMin(definition), sizeMax(definition));
    }

    private MapShape map(ModelNode definition) {
        if (!(shape(target(definition.node("key"))) instanceof TextShape key)) {
            throw definition.broken("has keys that are not plain text");
        }
        return new MapShape(key, shape(target(definition.node("value"))), sizeMin(definition), sizeMax(definition));
    }

    private StructureShape structure(ModelNode definition) {
        Map<String, ModelNode> described =
                definition.optionalNode("members").map(ModelNode::nodes).orElse(Map.of());
        Set<String> required = Set.copyOf(definition.texts("required"));
        for (String name : required) {
            if (!described.containsKey(name)) {
                throw definition.broken("requires " + name + ", which it does not describe");
            }
        }
        boolean sensitive = definition.flag("sensitive");
        List<Member> members = new ArrayList<>();
        described.forEach((name, reference) -> {
            String target = target(reference);
            boolean hidden = sensitive || definitions.node(target).flag("sensitive");
            Recording recording = hidden ? Recording.HIDDEN : Recording.SHOWN;
            members.add(new Member(name, shape(target), required.contains(name), recording));
        });
        return new StructureShape(members);
    }

    private static String target(ModelNode reference) {
        reference.requireOnly(REFERENCE);
        return reference.text("shape");
    }

    private static int sizeMin(ModelNode definition) {
        return (int) definition.whole("min", 0, Integer.MAX_VALUE, 0);
    }

    private static int sizeMax(ModelNode definition) {
        return (int) definition.whole("max", 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
