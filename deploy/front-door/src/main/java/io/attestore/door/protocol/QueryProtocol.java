package io.attestore.door.protocol;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.AwsService.Protocol;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.sigv4.Verdict.Rejected;
import java.util.Map;
import java.util.Optional;

/**
 * AWS Query: Action, Version and parameters in a form, in the query string or in both; XML out, or JSON where it is asked
 * for. Of one request, since its query string is part of the input; safe for many threads.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">Smithy: AWS Query protocol</a>
 */
public final class QueryProtocol implements WireProtocol {

    public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    /** Without the full stop that it has in AWS's JSON services. */
    private static final String INVALID_TOKEN = "The security token included in the request is invalid";

    private static final int REFUSED = 403;

    private final String signingName;
    private final Optional<AwsService> service;
    private final String query;
    private final QueryAnswers answers;

    private QueryProtocol(String signingName, Optional<AwsService> service, String query, QueryAnswers answers) {
        this.signingName = signingName;
        this.service = service;
        this.query = query;
        this.answers = answers;
    }

    /** Of a request whose form is all there is of it, to be answered in XML. */
    static QueryProtocol of(AwsService service) {
        return new QueryProtocol(service.signingName(), Optional.of(service), "", new XmlAnswers(namespace(service)));
    }

    /** Of a request to a service that is offered. */
    public static QueryProtocol of(AwsService service, HttpRequest request) {
        return new QueryProtocol(
                service.signingName(),
                Optional.of(service),
                request.query(),
                QueryAnswers.acceptedBy(request, namespace(service)));
    }

    /**
     * Of a request to a service that is not offered here: it knows no operation.
     *
     * @param signingName as the request's credential scope names the service
     */
    public static QueryProtocol ofNotOffered(String signingName, HttpRequest request) {
        return new QueryProtocol(
                signingName,
                Optional.empty(),
                request.query(),
                QueryAnswers.acceptedBy(request, "https://" + signingName + ".amazonaws.com/doc/"));
    }

    /** Whether a query string by itself asks for an operation. */
    public static boolean isAskedBy(String query) {
        return query.startsWith("Action=") || query.contains("&Action=");
    }

    /**
     * The operation that is asked for.
     *
     * @throws AwsFault if the parameters are malformed, name no Action or another service's Version
     */
    public String action(byte[] body) throws AwsFault {
        try (Form form = Form.parse(query, body)) {
            String action = form.text("Action")
                    .orElseThrow(() -> AwsFault.client(
                            "MissingAction", "The request is missing an action or a required parameter."));
            requireVersion(form.text("Version"), action);
            return action;
        } catch (MalformedInputException malformed) {
            throw malformedQuery(malformed);
        }
    }

    private void requireVersion(Optional<String> version, String action) {
        if (service.isPresent()) {
            if (version.filter(service.get().apiVersion()::equals).isEmpty()) {
                throw unknownOperation(action);
            }
            return;
        }
        for (AwsService offered : AwsService.values()) {
            boolean meant = offered.protocol() == Protocol.QUERY
                    && version.filter(offered.apiVersion()::equals).isPresent();
            if (meant) {
                throw rejection(Rejected.ofOtherService(offered.signingName()));
            }
        }
    }

    @Override
    public Structure read(byte[] body, StructureShape shape) {
        try (Form form = Form.parse(query, body)) {
            return FormReading.read(form, shape);
        } catch (MalformedInputException malformed) {
            throw malformedQuery(malformed);
        }
    }

    @Override
    public HttpResponse answer(String operation, StructureShape shape, Structure output, String requestId) {
        return response(200, answers.answer(operation, shape, output, requestId), requestId);
    }

    @Override
    public HttpResponse fault(AwsFault fault, String requestId) {
        return response(fault.status(), answers.fault(fault, requestId), requestId);
    }

    @Override
    public AwsFault rejection(Rejected rejected) {
        String code = switch (rejected.reason()) {
            case MISSING_TOKEN -> "MissingAuthenticationToken";
            case INCOMPLETE -> "IncompleteSignature";
            case UNKNOWN_KEY -> "InvalidClientTokenId";
            case MISMATCH, NOT_CURRENT, OTHER_SCOPE -> "SignatureDoesNotMatch";
        };
        String message = switch (rejected.reason()) {
            case MISSING_TOKEN -> "Request is missing Authentication Token";
            case UNKNOWN_KEY -> INVALID_TOKEN;
            case INCOMPLETE, MISMATCH, NOT_CURRENT, OTHER_SCOPE -> rejected.message();
        };
        return new AwsFault(code, message, REFUSED);
    }

    @Override
    public AwsFault unknownOperation(String operation) {
        String message = service.isPresent()
                ? "The action or operation requested is invalid."
                : "The service '" + signingName + "' is not offered here in AWS's Query protocol.";
        return AwsFault.client("InvalidAction", message);
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

    private static String namespace(AwsService service) {
        return "https://" + service.signingName() + ".amazonaws.com/doc/" + service.apiVersion() + "/";
    }

    private HttpResponse response(int status, byte[] body, String requestId) {
        return new HttpResponse(
                status, Map.of("Content-Type", answers.contentType(), "x-amzn-RequestId", requestId), body);
    }
}
