package io.attestore.contract.operation;

import io.attestore.contract.operation.Authentication.ByInput;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All operations that are offered, by service and name. Immutable. */
public final class OperationCatalogue {

    private final Map<String, Operation> byQualifiedName = new HashMap<>();

    private final Set<AwsService> withUnsignedOperations = EnumSet.noneOf(AwsService.class);

    /** @throws IllegalStateException if two operations have one name */
    public OperationCatalogue(Collection<Operation> operations) {
        for (Operation operation : operations) {
            if (byQualifiedName.put(operation.qualifiedName(), operation) != null) {
                throw new IllegalStateException("Two operations are named " + operation.qualifiedName());
            }
            if (operation.authentication() instanceof ByInput) {
                withUnsignedOperations.add(operation.service());
            }
        }
    }

    /** Whether the service has an operation that needs no signature. */
    public boolean offersUnsigned(AwsService service) {
        return withUnsignedOperations.contains(service);
    }

    public Optional<Operation> find(AwsService service, String name) {
        return Optional.ofNullable(byQualifiedName.get(service.signingName() + "." + name));
    }

    public Collection<Operation> all() {
        return List.copyOf(byQualifiedName.values());
    }
}
