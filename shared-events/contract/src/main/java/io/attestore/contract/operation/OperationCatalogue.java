package io.attestore.contract.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All operations that are offered, by service and name. Immutable. */
public final class OperationCatalogue {

    private final Map<String, Operation> byQualifiedName = new HashMap<>();

    /** @throws IllegalStateException if two operations have one name */
    public OperationCatalogue(Collection<Operation> operations) {
        for (Operation operation : operations) {
            if (byQualifiedName.put(operation.qualifiedName(), operation) != null) {
                throw new IllegalStateException("Two operations are named " + operation.qualifiedName());
            }
        }
    }

    public Optional<Operation> find(AwsService service, String name) {
        return Optional.ofNullable(byQualifiedName.get(service.signingName() + "." + name));
    }

    public Collection<Operation> all() {
        return List.copyOf(byQualifiedName.values());
    }
}
