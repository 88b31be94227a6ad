package io.attestore.door.protocol;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.model.OperationModel;
import io.attestore.contract.model.ServiceModels;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.sigv4.Verdict.Rejected;
import java.util.HashMap;
import java.util.Map;

/**
 * Smithy RPC v2 CBOR, of a service that speaks AWS JSON, too: the codes are the same. A fault is
 * {@code {"__type":"com.amazonaws.ssm#ParameterNotFound","message":"…"}}, without a message if it is empty.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">Smithy: RPC v2 CBOR protocol</a>
 */
public final class CborProtocol implements WireProtocol {

    /** The header that says which protocol a request and its answer are of, in lower case. */
    public static final String HEADER = "smithy-protocol";

    /** What that header says. */
    public static final String NAME = "rpc-v2-cbor";

    public static final String CONTENT_TYPE = "application/cbor";

    private static final JsonProtocol CODES = JsonProtocol.INSTANCE;

    private final AwsService service;

    private CborProtocol(AwsService service) {
        this.service = service;
    }

    public static CborProtocol of(AwsService service) {
        return new CborProtocol(service);
    }

    @Override
    public Structure read(byte[] body, StructureShape shape) {
        try {
            return CborReading.read(body, shape);
        } catch (MalformedInputException malformed) {
            throw AwsFault.client("SerializationException", malformed.text());
        }
    }

    @Override
    public HttpResponse answer(String operation, StructureShape shape, Structure output, String requestId) {
        return output.members().isEmpty() && answersNothing(operation)
                ? new HttpResponse(200, headers(requestId), new byte[0])
                : response(200, output, requestId);
    }

    @Override
    public HttpResponse fault(AwsFault fault, String requestId) {
        Structure body = JsonProtocol.body(service.shapeNamespace() + "#" + fault.code(), fault);
        return response(fault.status(), body, requestId);
    }

    @Override
    public AwsFault rejection(Rejected rejected) {
        return CODES.rejection(rejected);
    }

    @Override
    public AwsFault unknownOperation(String operation) {
        return CODES.unknownOperation(operation);
    }

    @Override
    public AwsFault invalid(String violations) {
        return CODES.invalid(violations);
    }

    @Override
    public AwsFault throttled() {
        return CODES.throttled();
    }

    @Override
    public AwsFault unavailable() {
        return CODES.unavailable();
    }

    @Override
    public AwsFault internalFailure() {
        return CODES.internalFailure();
    }

    /** An operation without an output has no body in its answer; one with an output that is empty has an empty map. */
    private boolean answersNothing(String operation) {
        return !ServiceModels.of(service.signingName())
                .operation(operation)
                .map(OperationModel::hasOutput)
                .orElse(true);
    }

    private static HttpResponse response(int status, Structure body, String requestId) {
        Map<String, String> headers = headers(requestId);
        headers.put("Content-Type", CONTENT_TYPE);
        return new HttpResponse(status, headers, CborWriting.write(body));
    }

    private static Map<String, String> headers(String requestId) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Smithy-Protocol", NAME);
        headers.put("x-amzn-RequestId", requestId);
        return headers;
    }
}
