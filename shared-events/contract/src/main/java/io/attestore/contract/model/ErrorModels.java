package io.attestore.contract.model;

import java.util.Collection;

/** The errors among a service's shapes. Safe for many threads. */
final class ErrorModels {

    private final ModelNode definitions;
    private final ModelShapes shapes;

    ErrorModels(ModelNode definitions, ModelShapes shapes) {
        this.definitions = definitions;
        this.shapes = shapes;
    }

    /** @throws BrokenModelException if this is no error */
    ErrorModel named(String name) {
        ModelNode definition = definitions.node(name);
        if (!isError(definition)) {
            throw definition.broken("is not an error");
        }
        return ErrorModel.read(name, definition, shapes.structure(name));
    }

    Collection<ErrorModel> all() {
        return definitions.nodes().entrySet().stream()
                .filter(entry -> isError(entry.getValue()))
                .map(entry -> named(entry.getKey()))
                .toList();
    }

    private static boolean isError(ModelNode definition) {
        return definition.flag("exception") || definition.optionalNode("error").isPresent();
    }
}
