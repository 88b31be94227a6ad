package io.attestore.door.protocol;

import io.attestore.door.document.Shape.StructureShape;
import io.attestore.door.document.Structure;
import io.attestore.door.fault.AwsFault;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.operation.AwsService;
import io.attestore.door.sigv4.Verdict.Rejected;
import java.util.Map;

/**
 * AWS Query: a form with Action and Version in, XML out.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">Smithy: AWS Query protocol</a>
 */
public final class QueryProtocol implements WireProtocol {

    public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    private static final String XML = "text/xml";
    private static final int REFUSED = 403;

    private final AwsService service;
    private final String namespace;

    QueryProtocol(AwsService service) {
        this.service = service;
        this.namespace = "https://" + service.signingName() + ".amazonaws.com/doc/" + service.apiVersion() + "/";
    }

    /**
     * The operation that a form asks for.
     *
     * @throws AwsFault if the form is malformed, has no Action or is for another version of the service
     */
    public String action(byte[] body) throws AwsFault {
        try (Form form = Form.parse(body)) {
            String action = form.text("Action")
                    .orElseThrow(() -> AwsFault.client(
                            "MissingAction", "The request is missing an action or a required parameter."));
            if (!form.text("Version").filter(service.apiVersion()::equals).isPresent()) {
                throw unknownOperation(action);
            }
            return action;
        } catch (MalformedInputException malformed) {
            throw malformedQuery(malformed);
        }
    }

    @Override
    public Structure read(byte[] body, StructureShape shape) {
        try (Form form = Form.parse(body)) {
            return FormReading.read(form, shape);
        } catch (MalformedInputException malformed) {
            throw malformedQuery(malformed);
        }
    }

    @Override
    public HttpResponse answer(String operation, Structure output, String requestId) {
        String response = operation + "Response";
        String result = operation + "Result";
        XmlWriting xml = new XmlWriting()
                .open(response, namespace)
                .open(result)
                .members(output)
                .close(result)
                .open("ResponseMetadata")
                .element("RequestId", requestId)
                .close("ResponseMetadata")
                .close(response);
        return response(200, xml, requestId);
    }

    @Override
    public HttpResponse fault(AwsFault fault, String requestId) {
        XmlWriting xml = new XmlWriting()
                .open("ErrorResponse", namespace)
                .open("Error")
                .element("Type", fault.status() < 500 ? "Sender" : "Receiver")
                .element("Code", fault.code())
                .element("Message", fault.text())
                .close("Error")
                .element("RequestId", requestId)
                .close("ErrorResponse");
        return response(fault.status(), xml, requestId);
    }

    @Override
    public AwsFault rejection(Rejected rejected) {
        String code = switch (rejected.reason()) {
            case MISSING_TOKEN -> "MissingAuthenticationToken";
            case INCOMPLETE -> "IncompleteSignature";
            case UNKNOWN_KEY -> "InvalidClientTokenId";
            case MISMATCH, NOT_CURRENT, OTHER_SCOPE -> "SignatureDoesNotMatch";
        };
        return new AwsFault(code, rejected.message(), REFUSED);
    }

    @Override
    public AwsFault unknownOperation(String operation) {
        return AwsFault.client("InvalidAction", "The action or operation requested is invalid.");
    }

    @Override
    public AwsFault invalid(String violations) {
        return AwsFault.client("ValidationError", violations);
    }

    @Override
    public AwsFault throttled() {
        return AwsFault.client("Throttling", "Rate exceeded");
    }

    @Override
    public AwsFault unavailable() {
        return new AwsFault("ServiceUnavailable", "The service is temporarily unavailable.", 503);
    }

    @Override
    public AwsFault internalFailure() {
        return new AwsFault("InternalFailure", "The request processing has failed because of an unknown error.", 500);
    }

    private static AwsFault malformedQuery(MalformedInputException malformed) {
        return AwsFault.client("MalformedQueryString", malformed.text());
    }

    private static HttpResponse response(int status, XmlWriting xml, String requestId) {
        return new HttpResponse(status, Map.of("Content-Type", XML, "x-amzn-RequestId", requestId), xml.take());
    }
}
