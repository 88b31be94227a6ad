package io.attestore.door;

import io.attestore.contract.document.Secrets;
import io.attestore.contract.document.ShapeChecker;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Authentication.ByInput;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.door.sigv4.Caller;
import io.attestore.events.id.Region;
import java.util.Optional;

/**
 * Calls of operations that nobody signs: the input is read first, and tells who calls. Only a service that has such an
 * operation has anything of its requests read before a signature is verified. Safe for many threads.
 */
final class UnsignedCalls {

    /** Where such calls are recorded: they name no Region. STS's global endpoint records them there, too. */
    static final Region REGION = new Region("us-east-1");

    /** The reasons for which a request is counted that tells nobody's name. */
    private static final String UNREADABLE = "unreadable_input";

    private static final String UNPROVEN = "unproven_caller";

    private final OperationCatalogue operations;

    UnsignedCalls(OperationCatalogue operations) {
        this.operations = operations;
    }

    /** What came of looking who calls. */
    sealed interface Finding {}

    /**
     * It is known who calls.
     *
     * @param input whoever gets it wipes it
     */
    record Known(Caller caller, Structure input) implements Finding {}

    /** It is not; nothing is left of the input. */
    record Nobody(String reason, AwsFault fault) implements Finding {}

    /** The operation that a request asks for, if nobody signs it. A request that cannot be read asks for none. */
    Optional<Operation> operation(HttpRequest request, Addressed addressed) {
        return addressed
                .service()
                .filter(operations::offersUnsigned)
                .flatMap(service -> name(request, addressed)
                        .flatMap(name -> operations.find(service, name))
                        .filter(operation -> operation.authentication() instanceof ByInput));
    }

    Finding find(HttpRequest request, Addressed addressed, Operation operation, ByInput authentication) {
        Structure input;
        try {
            input = addressed.protocol().read(request.body(), operation.input());
        } catch (AwsFault unreadable) {
            return new Nobody(UNREADABLE, unreadable);
        }
        boolean known = false;
        try {
            requireShape(input, operation, addressed.protocol());
            Caller caller = new Caller(authentication.callers().of(input), REGION, addressed.signingName());
            known = true;
            return new Known(caller, input);
        } catch (AwsFault unproven) {
            return new Nobody(UNPROVEN, unproven);
        } finally {
            if (!known) {
                Secrets.wipe(input);
            }
        }
    }

    private static Optional<String> name(HttpRequest request, Addressed addressed) {
        try {
            return Optional.of(addressed.operation(request));
        } catch (AwsFault unreadable) {
            return Optional.empty();
        }
    }

    private static void requireShape(Structure input, Operation operation, WireProtocol protocol) {
        ShapeChecker.violations(input, operation.input()).ifPresent(violations -> {
            throw protocol.invalid(violations);
        });
    }
}
