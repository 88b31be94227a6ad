package io.attestore.door;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.Operation;
import io.attestore.door.sigv4.Caller;
import io.attestore.events.call.CallContext;
import java.util.Optional;

/** Makes the contexts of one request's record, as more and more of the request is understood. */
record CallContexts(HttpRequest request, AwsService service, Caller caller) {

    /** CloudTrail's limit for userAgent is 1 KB. */
    static final int USER_AGENT_LENGTH_MAX = 1024;

    static final int HOST_LENGTH_MAX = 255;

    /** Of an operation that is not known: it may change something, for all we know. */
    CallContext of(String operation) {
        return of(operation, false, Optional.empty());
    }

    CallContext of(Operation operation, Optional<String> requestParameters) {
        return of(operation.name(), operation.readOnly(), requestParameters);
    }

    private CallContext of(String operation, boolean readOnly, Optional<String> requestParameters) {
        return new CallContext(
                request.id(),
                request.at(),
                caller.where(),
                caller.principal(),
                service.eventSource(),
                operation,
                readOnly,
                request.sourceAddress(),
                header("user-agent", USER_AGENT_LENGTH_MAX),
                header("host", HOST_LENGTH_MAX),
                request.tls().map(tls -> new CallContext.TlsDetails(tls.version(), tls.cipherSuite())),
                requestParameters,
                Optional.empty());
    }

    private String header(String name, int lengthMax) {
        String value = request.header(name).orElse("");
        return value.length() <= lengthMax ? value : value.substring(0, lengthMax);
    }
}
