package io.attestore.door;

import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.sigv4.Caller;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountRegion;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the contexts of one request's record, as more and more of the request is understood. */
record CallContexts(HttpRequest request, Addressed addressed, Caller caller) {

    /** CloudTrail's limit for userAgent is 1 KB. */
    static final int USER_AGENT_LENGTH_MAX = 1024;

    static final int HOST_LENGTH_MAX = 255;

    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");

    /** What the record calls an operation that is not offered: callers do not add to the names of events. */
    static final String UNKNOWN_OPERATION = "UnknownOperation";

    static final int OPERATION_LENGTH_MAX = 128;

    /** What stands for parameters that a mistake of ours keeps out of the record. */
    static final String NOT_RECORDABLE = "{\"omitted\":true,\"reason\":\"could not be recorded\"}";

    private static final Logger LOG = LoggerFactory.getLogger(CallContexts.class);

    private static final Shape.StructureShape SENT_NAME = Shape.structure()
            .optional("Operation", Shape.text(0, OPERATION_LENGTH_MAX))
            .optional("Service", Shape.text());

    /** Of a call whose operation cannot be read: it may change something, for all we know. */
    CallContext ofUnknownOperation() {
        return of(UNKNOWN_OPERATION, false, Optional.empty());
    }

    /**
     * Of an operation that is not offered; the name that was sent is recorded as a parameter, bounded and printable, with
     * that of the service if it is not offered, either.
     */
    CallContext ofUnknownOperation(String sentName) {
        Structure.Builder sent = Structure.builder().put("Operation", printable(sentName));
        if (addressed.service().isEmpty()) {
            sent.put("Service", addressed.signingName());
        }
        return of(UNKNOWN_OPERATION, false, Redaction.record(sent.build(), SENT_NAME));
    }

    private static String printable(String text) {
        String bounded = text.substring(0, Math.min(text.length(), OPERATION_LENGTH_MAX));
        return NOT_PRINTABLE.matcher(bounded).replaceAll("?");
    }

    /** Of a call whose input cannot be read. */
    CallContext of(Operation operation) {
        return of(operation.name(), operation.readOnly(), Optional.empty());
    }

    /** Of a call with this input, redacted. */
    CallContext of(Operation operation, Structure input) {
        return of(operation.name(), operation.readOnly(), Redaction.record(input, operation.input()));
    }

    /**
     * Of a call with this input that is refused: a mistake of ours in what turns the input into parameters must not keep
     * the call out of the record, so it has none then, and says so.
     */
    CallContext ofRefused(Operation operation, Structure input) {
        try {
            return of(operation, input);
        } catch (RuntimeException | StackOverflowError mistake) {
            LOG.error("The parameters of {} could not be recorded: {}", request.id(), FailureTrace.of(mistake));
            return of(operation.name(), operation.readOnly(), Optional.of(NOT_RECORDABLE));
        }
    }

    /** The same call with nothing in it that the client has written: who called what and when, from where. */
    static CallContext bare(CallContext context) {
        return new CallContext(
                context.requestId(),
                context.at(),
                context.where(),
                context.principal(),
                context.eventSource(),
                context.eventName(),
                context.readOnly(),
                context.sourceAddress(),
                "",
                "",
                Optional.empty(),
                Optional.of(NOT_RECORDABLE),
                Optional.empty());
    }

    private CallContext of(String operation, boolean readOnly, Optional<String> requestParameters) {
        return new CallContext(
                request.id(),
                request.at(),
                where(),
                caller.principal(),
                addressed.eventSource(),
                operation,
                readOnly,
                request.sourceAddress(),
                header("user-agent", USER_AGENT_LENGTH_MAX),
                header("host", HOST_LENGTH_MAX),
                request.tls().map(tls -> new CallContext.TlsDetails(tls.version(), tls.cipherSuite())),
                requestParameters,
                Optional.empty());
    }

    private AccountRegion where() {
        AccountRegion called = caller.where();
        return addressed
                .service()
                .map(service -> new AccountRegion(called.account(), service.regionOf(called.region())))
                .orElse(called);
    }

    private String header(String name, int lengthMax) {
        String value = request.header(name).orElse("");
        return value.length() <= lengthMax ? value : value.substring(0, lengthMax);
    }
}
