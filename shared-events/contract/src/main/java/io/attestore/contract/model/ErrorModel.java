package io.attestore.contract.model;

import io.attestore.contract.document.Shape.StructureShape;

/**
 * An error as a service's model describes it.
 *
 * @param name its shape's name, which is what clients call it, e.g. {@code NoSuchEntityException}
 * @param code what stands on the wire, e.g. {@code NoSuchEntity}
 * @param members what it tells, its message included
 */
public record ErrorModel(String name, String code, int status, StructureShape members) {

    private static final int CLIENT = 400;
    private static final int SERVER = 500;

    /** JSON services tell no status: what the client caused is a 400, what the service caused a 500. */
    static ErrorModel read(String name, ModelNode shape, StructureShape members) {
        int status = shape.flag("fault") ? SERVER : CLIENT;
        return shape.optionalNode("error")
                .map(error -> new ErrorModel(
                        name,
                        error.text("code"),
                        Math.toIntExact(error.whole("httpStatusCode", 400, 599, status)),
                        members))
                .orElseGet(() -> new ErrorModel(name, name, status, members));
    }
}
