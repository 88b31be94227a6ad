package io.attestore.door;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.AwsService.Protocol;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.protocol.CborProtocol;
import io.attestore.door.protocol.JsonProtocol;
import io.attestore.door.protocol.QueryProtocol;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.door.sigv4.SignatureClaim;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The service that a request is addressed to, before anything else is known of it.
 *
 * @param signingName the service's name, to which the request's credential must be scoped
 * @param service empty if that service is not offered here
 */
record Addressed(String signingName, Optional<AwsService> service, WireProtocol protocol) {

    private static final String TARGET = "x-amz-target";
    private static final String OTHER_TARGET = "x-amzn-target";
    private static final int SERVICE_NAME_LENGTH_MAX = 64;

    /** By the prefix of X-Amz-Target, or by a form or a query string with an Action, to the root; or by the path. */
    static Optional<Addressed> of(HttpRequest request, SignatureClaim claim) {
        if (!request.path().equals("/")) {
            return isOfRpc(request)
                    ? RpcPath.of(request.path()).flatMap(path -> byPath(path.service()))
                    : Optional.empty();
        }
        boolean post = request.method().equals("POST");
        String contentType = contentType(request);
        Optional<String> target = request.header(TARGET);
        if (target.isPresent()) {
            boolean json = contentType.isEmpty() || contentType.equals(JsonProtocol.CONTENT_TYPE);
            return post && json && request.query().isEmpty() ? byTarget(target.get()) : Optional.empty();
        }
        boolean form = post && contentType.equals(QueryProtocol.CONTENT_TYPE);
        boolean query = (post || request.method().equals("GET"))
                && request.body().length == 0
                && QueryProtocol.isAskedBy(request.query());
        return form || query ? Optional.of(byScope(request, claim)) : Optional.empty();
    }

    /**
     * The name of the operation as it was sent, whatever it is.
     *
     * @throws AwsFault if the request does not say
     */
    String operation(HttpRequest request) {
        return switch (protocol) {
            case JsonProtocol _ ->
                service.flatMap(json -> json.operationOf(request.header(TARGET).orElse("")))
                        .orElse("");
            case CborProtocol _ ->
                RpcPath.of(request.path()).map(RpcPath::operation).orElse("");
            case QueryProtocol query -> query.action(request.body());
        };
    }

    /** What the record says that was called: a service that is not offered is not named as if it were. */
    String eventSource() {
        return service.orElse(AwsService.ATTESTORE).eventSource();
    }

    /** A request with a target is another protocol's, too: what it means must not depend on who reads it. */
    private static boolean isOfRpc(HttpRequest request) {
        boolean cbor =
                request.headers().getOrDefault(CborProtocol.HEADER, List.of()).equals(List.of(CborProtocol.NAME));
        String contentType = contentType(request);
        return cbor
                && request.method().equals("POST")
                && request.query().isEmpty()
                && request.header(TARGET).isEmpty()
                && request.header(OTHER_TARGET).isEmpty()
                && (contentType.equals(CborProtocol.CONTENT_TYPE)
                        || contentType.isEmpty() && request.body().length == 0);
    }

    private static Optional<Addressed> byPath(String name) {
        for (AwsService service : AwsService.values()) {
            if (service.protocol() == Protocol.JSON_1_1 && service.isNamedInPath(name)) {
                return Optional.of(
                        new Addressed(service.signingName(), Optional.of(service), CborProtocol.of(service)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Addressed> byTarget(String target) {
        for (AwsService service : AwsService.values()) {
            if (service.protocol() == Protocol.JSON_1_1
                    && service.operationOf(target).isPresent()) {
                return Optional.of(
                        new Addressed(service.signingName(), Optional.of(service), WireProtocol.of(service)));
            }
        }
        return Optional.empty();
    }

    /** All services with forms have one address: which is meant, the credential says. Without one it is STS. */
    private static Addressed byScope(HttpRequest request, SignatureClaim claim) {
        String scope = claim.service().filter(Addressed::mayNameAService).orElse(AwsService.STS.signingName());
        for (AwsService service : AwsService.values()) {
            if (service.protocol() == Protocol.QUERY && service.signingName().equals(scope)) {
                return new Addressed(scope, Optional.of(service), QueryProtocol.of(service, request));
            }
        }
        return new Addressed(scope, Optional.empty(), QueryProtocol.ofNotOffered(scope, request));
    }

    /** What is claimed has not been verified yet, and comes back in answers and records. */
    private static boolean mayNameAService(String claimed) {
        return claimed.length() <= SERVICE_NAME_LENGTH_MAX
                && claimed.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }

    private static String contentType(HttpRequest request) {
        String value = request.header("content-type").orElse("");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
