package io.attestore.door.protocol;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.sigv4.Verdict.Rejected;

/**
 * How requests and answers of a service are written, and which codes its protocol has for what goes wrong before an
 * operation can handle a call. Safe for many threads.
 */
public sealed interface WireProtocol permits CborProtocol, JsonProtocol, QueryProtocol {

    /** The one that every client of the service speaks. */
    static WireProtocol of(AwsService service) {
        return switch (service.protocol()) {
            case JSON_1_1 -> JsonProtocol.INSTANCE;
            case QUERY -> QueryProtocol.of(service);
        };
    }

    /**
     * Reads an input. Its secrets are the caller's to wipe; if this throws, they are wiped already.
     *
     * @throws AwsFault if the body is malformed or does not have the shape's types
     */
    Structure read(byte[] body, StructureShape shape) throws AwsFault;

    /**
     * The answer with this output; status 200.
     *
     * @param shape what the output looks like, which some protocols write it by
     */
    HttpResponse answer(String operation, StructureShape shape, Structure output, String requestId);

    /** The answer that tells a fault. */
    HttpResponse fault(AwsFault fault, String requestId);

    /** The signature was not accepted. */
    AwsFault rejection(Rejected rejected);

    /** There is no such operation. */
    AwsFault unknownOperation(String operation);

    /** The input breaks its shape's constraints. */
    AwsFault invalid(String violations);

    /** There is too much to do: try later. */
    AwsFault throttled();

    /** What happens cannot be recorded, so nothing is given out. */
    AwsFault unavailable();

    /** A mistake of ours, without any detail. */
    AwsFault internalFailure();
}
