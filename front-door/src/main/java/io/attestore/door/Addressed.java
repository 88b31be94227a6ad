package io.attestore.door;

import io.attestore.door.fault.AwsFault;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.AwsService.Protocol;
import io.attestore.door.protocol.JsonProtocol;
import io.attestore.door.protocol.QueryProtocol;
import io.attestore.door.protocol.WireProtocol;
import java.util.Locale;
import java.util.Optional;

/** The service that a request is addressed to, before anything else is known of it. */
record Addressed(AwsService service, WireProtocol protocol) {

    private static final String TARGET = "x-amz-target";

    /** By the prefix of X-Amz-Target, or by a form; always POST to the root without a query. */
    static Optional<Addressed> of(HttpRequest request) {
        boolean root = request.method().equals("POST")
                && request.path().equals("/")
                && request.query().isEmpty();
        if (!root) {
            return Optional.empty();
        }
        String contentType = contentType(request);
        Optional<String> target = request.header(TARGET);
        if (target.isPresent()) {
            boolean json = contentType.isEmpty() || contentType.equals(JsonProtocol.CONTENT_TYPE);
            return json ? byTarget(target.get()) : Optional.empty();
        }
        return contentType.equals(QueryProtocol.CONTENT_TYPE) ? byForm() : Optional.empty();
    }

    /**
     * The name of the operation as it was sent, whatever it is.
     *
     * @throws AwsFault if the request does not say
     */
    String operation(HttpRequest request) {
        return switch (protocol) {
            case JsonProtocol _ -> afterPrefix(request.header(TARGET).orElse(""));
            case QueryProtocol query -> query.action(request.body());
        };
    }

    private String afterPrefix(String target) {
        return target.substring(Math.min(target.length(), service.targetPrefix().length() + 1));
    }

    private static Optional<Addressed> byTarget(String target) {
        for (AwsService service : AwsService.values()) {
            if (service.protocol() == Protocol.JSON_1_1 && target.startsWith(service.targetPrefix() + ".")) {
                return Optional.of(new Addressed(service, WireProtocol.of(service)));
            }
        }
        return Optional.empty();
    }

    /** There is one service with forms. */
    private static Optional<Addressed> byForm() {
        return Optional.of(new Addressed(AwsService.STS, WireProtocol.of(AwsService.STS)));
    }

    private static String contentType(HttpRequest request) {
        String value = request.header("content-type").orElse("");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
