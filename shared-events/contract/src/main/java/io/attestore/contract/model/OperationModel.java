package io.attestore.contract.model;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.StructureShape;
import java.util.List;
import java.util.Optional;

/** What a service's model tells about one operation. Immutable; safe for many threads. */
public final class OperationModel {

    private final String name;
    private final Optional<String> input;
    private final Optional<String> output;
    private final Optional<String> resultWrapper;
    private final List<String> errors;
    private final boolean signed;
    private final boolean idempotent;
    private final ModelShapes shapes;
    private final ErrorModels allErrors;

    private OperationModel(String name, ModelNode node, ModelShapes shapes, ErrorModels allErrors) {
        this.name = name;
        this.input = node.optionalNode("input").map(reference -> reference.text("shape"));
        this.output = node.optionalNode("output").map(reference -> reference.text("shape"));
        this.resultWrapper = node.optionalNode("output").flatMap(reference -> reference.optionalText("resultWrapper"));
        this.errors = node.nodesIn("errors").stream()
                .map(reference -> reference.text("shape"))
                .toList();
        this.signed = !node.optionalText("authtype").equals(Optional.of("none"));
        this.idempotent = node.flag("idempotent");
        this.shapes = shapes;
        this.allErrors = allErrors;
    }

    static OperationModel read(String name, ModelNode node, ModelShapes shapes, ErrorModels errors) {
        ModelNode http = node.node("http");
        if (!http.text("method").equals("POST") || !http.text("requestUri").equals("/")) {
            throw http.broken("is not POST /");
        }
        return new OperationModel(name, node, shapes, errors);
    }

    public String name() {
        return name;
    }

    /** What a call sends; without members if the operation takes nothing. */
    public StructureShape input() {
        return input.map(shapes::structure).orElseGet(Shape::structure);
    }

    /** What an answer holds; without members if there is nothing to tell. */
    public StructureShape output() {
        return output.map(shapes::structure).orElseGet(Shape::structure);
    }

    /** Whether there is an output, be it without members: protocols that are not JSON tell the two apart. */
    public boolean hasOutput() {
        return output.isPresent();
    }

    /** The errors of its own, besides those that every operation of the service may answer. */
    public List<ErrorModel> errors() {
        return errors.stream().map(allErrors::named).toList();
    }

    /** Whether a call must be signed: all but those that make credentials of a token from elsewhere. */
    public boolean signed() {
        return signed;
    }

    /** Whether to call it again changes nothing more. */
    public boolean idempotent() {
        return idempotent;
    }

    /** The member of the input that makes a repeated call the same call, and that clients fill by themselves. */
    public Optional<String> idempotencyToken() {
        return input.flatMap(shapes::idempotencyToken);
    }

    /** The element around the members of an answer in XML. */
    public Optional<String> resultWrapper() {
        return resultWrapper;
    }
}
