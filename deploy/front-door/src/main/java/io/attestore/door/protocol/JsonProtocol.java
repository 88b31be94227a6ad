package io.attestore.door.protocol;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.sigv4.Verdict.Rejected;
import java.util.Map;

/**
 * AWS JSON 1.1. A fault is {@code {"__type":"ParameterNotFound","message":"…"}}, without a message if it is empty.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">Smithy: AWS JSON 1.1 protocol</a>
 */
public final class JsonProtocol implements WireProtocol {

    public static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    static final JsonProtocol INSTANCE = new JsonProtocol();

    private JsonProtocol() {}

    @Override
    public Structure read(byte[] body, StructureShape shape) {
        try {
            return JsonReading.read(body, shape);
        } catch (MalformedInputException malformed) {
            throw AwsFault.client("SerializationException", malformed.text());
        }
    }

    @Override
    public HttpResponse answer(String operation, StructureShape shape, Structure output, String requestId) {
        return response(200, output, requestId);
    }

    @Override
    public HttpResponse fault(AwsFault fault, String requestId) {
        return response(fault.status(), body(fault.code(), fault), requestId);
    }

    /** What a fault's body holds, in this protocol and in CBOR. */
    static Structure body(String type, AwsFault fault) {
        Structure.Builder body = Structure.builder().put("__type", type);
        if (!fault.text().isEmpty()) {
            body.put("message", fault.text());
        }
        fault.details().members().forEach(body::put);
        return body.build();
    }

    @Override
    public AwsFault rejection(Rejected rejected) {
        String code = switch (rejected.reason()) {
            case MISSING_TOKEN -> "MissingAuthenticationTokenException";
            case INCOMPLETE -> "IncompleteSignatureException";
            case UNKNOWN_KEY -> "UnrecognizedClientException";
            case MISMATCH, NOT_CURRENT, OTHER_SCOPE -> "InvalidSignatureException";
        };
        return AwsFault.client(code, rejected.message());
    }

    @Override
    public AwsFault unknownOperation(String operation) {
        return AwsFault.client("UnknownOperationException", "");
    }

    @Override
    public AwsFault invalid(String violations) {
        return AwsFault.client("ValidationException", violations);
    }

    @Override
    public AwsFault throttled() {
        return AwsFault.client("ThrottlingException", "Rate exceeded");
    }

    @Override
    public AwsFault unavailable() {
        return new AwsFault("ServiceUnavailable", "The service is temporarily unavailable.", 503);
    }

    @Override
    public AwsFault internalFailure() {
        return new AwsFault("InternalFailure", "The request processing has failed because of an unknown error.", 500);
    }

    private static HttpResponse response(int status, Structure body, String requestId) {
        return new HttpResponse(
                status, Map.of("Content-Type", CONTENT_TYPE, "x-amzn-RequestId", requestId), JsonWriting.write(body));
    }
}
