package io.attestore.contract.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A service as AWS's model describes it to its clients, without the documentation. Shapes are made when they are first
 * asked for. Immutable; safe for many threads.
 *
 * @see <a href="https://github.com/boto/botocore/tree/develop/botocore/data">botocore: service-2.json, from which AWS's
 *     models come</a>
 */
public final class ServiceModel {

    private final ServiceMetadata metadata;
    private final SortedMap<String, OperationModel> operations;
    private final ErrorModels errors;

    private ServiceModel(ServiceMetadata metadata, SortedMap<String, OperationModel> operations, ErrorModels errors) {
        this.metadata = metadata;
        this.operations = Collections.unmodifiableSortedMap(operations);
        this.errors = errors;
    }

    /**
     * Reads a trimmed model.
     *
     * @param file its name, for messages
     * @throws BrokenModelException if it is too large or is not such a model
     */
    static ServiceModel read(String file, byte[] json) {
        ModelNode root = ModelReading.read(file, json);
        ModelShapes shapes = new ModelShapes(root.node("shapes"));
        ErrorModels errors = new ErrorModels(root.node("shapes"), shapes);
        SortedMap<String, OperationModel> operations = new TreeMap<>();
        root.node("operations")
                .nodes()
                .forEach((name, node) -> operations.put(name, OperationModel.read(name, node, shapes, errors)));
        return new ServiceModel(ServiceMetadata.read(root.node("metadata")), operations, errors);
    }

    public ServiceMetadata metadata() {
        return metadata;
    }

    public Optional<OperationModel> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    /** All of them, by name. */
    public Collection<OperationModel> operations() {
        return operations.values();
    }

    /** Every error that an operation of this service may answer, by its shape's name. */
    public Collection<ErrorModel> errors() {
        return errors.all();
    }
}
