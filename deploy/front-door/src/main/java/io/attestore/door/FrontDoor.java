package io.attestore.door;

import io.attestore.contract.document.Secrets;
import io.attestore.contract.document.ShapeChecker;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Authentication.ByInput;
import io.attestore.contract.operation.Authentication.BySignature;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.CallRunner;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.door.UnsignedCalls.Known;
import io.attestore.door.UnsignedCalls.Nobody;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.door.sigv4.Caller;
import io.attestore.door.sigv4.Replays;
import io.attestore.door.sigv4.SignatureClaim;
import io.attestore.door.sigv4.SignatureVerifier;
import io.attestore.door.sigv4.Verdict.Rejected;
import io.attestore.door.sigv4.Verdict.Verified;
import io.attestore.events.call.CallContext;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests of the AWS APIs: finds the service, verifies the signature, finds the operation, reads and checks
 * its input, has it run and writes what came of it. Of operations that nobody signs, the input is read first. Whatever happens to an authenticated call, its answer leaves only
 * when it is recorded; if it cannot be recorded, the answer is 503 and tells nothing.
 *
 * <p>Overwrites the request's body, the input's secrets and the output's before it returns: a handler that keeps a
 * secret of its input keeps a copy. The answer's body is overwritten by whoever has sent it. Never throws. Blocks its
 * thread while the call is made durable. Safe for many threads.
 */
public final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    /** The reason for which a request is counted that is to none of the services. */
    private static final String NOT_ADDRESSED = "not_addressed";

    private final SignatureVerifier signatures;
    private final OperationCatalogue operations;
    private final CallRunner runner;
    private final RejectedRequests rejectedRequests;
    private final FailedAuthentications failures;
    private final Replays replays;
    private final Refusals refusals;
    private final UnsignedCalls unsigned;

    public FrontDoor(
            SignatureVerifier signatures,
            OperationCatalogue operations,
            CallRunner runner,
            RejectedRequests rejectedRequests,
            FailedAuthentications failures,
            Replays replays) {
        this.signatures = signatures;
        this.operations = operations;
        this.runner = runner;
        this.rejectedRequests = rejectedRequests;
        this.failures = failures;
        this.replays = replays;
        this.refusals = new Refusals(runner);
        this.unsigned = new UnsignedCalls(operations);
    }

    public HttpResponse answer(HttpRequest request) {
        WireProtocol protocol = WireProtocol.of(AwsService.SSM);
        try {
            SignatureClaim claim = SignatureClaim.of(request);
            Optional<Addressed> addressed = Addressed.of(request, claim);
            if (addressed.isEmpty()) {
                return rejected(request, protocol, NOT_ADDRESSED, notFound());
            }
            protocol = addressed.get().protocol();
            return answer(request, addressed.get(), claim);
        } catch (LogUnavailableException _) {
            return protocol.fault(protocol.unavailable(), request.id());
        } catch (LogOverloadedException _) {
            return protocol.fault(protocol.throttled(), request.id());
        } catch (AwsFault recorded) {
            return protocol.fault(recorded, request.id());
        } catch (RuntimeException | StackOverflowError mistake) {
            LOG.error("The request {} failed: {}", request.id(), FailureTrace.of(mistake));
            return protocol.fault(protocol.internalFailure(), request.id());
        } finally {
            Arrays.fill(request.body(), (byte) 0);
        }
    }

    private HttpResponse answer(HttpRequest request, Addressed addressed, SignatureClaim claim) {
        Optional<Operation> open = unsigned.operation(request, addressed);
        return open.isPresent() && open.get().authentication() instanceof ByInput byInput
                ? answerUnsigned(request, addressed, open.get(), byInput)
                : answerSigned(request, addressed, claim);
    }

    private HttpResponse answerUnsigned(
            HttpRequest request, Addressed addressed, Operation operation, ByInput authentication) {
        return switch (unsigned.find(request, addressed, operation, authentication)) {
            case Nobody(String reason, AwsFault fault) -> rejected(request, addressed.protocol(), reason, fault);
            case Known(Caller caller, Structure input) ->
                answer(request, addressed.protocol(), operation, input, new CallContexts(request, addressed, caller));
        };
    }

    private HttpResponse answerSigned(HttpRequest request, Addressed addressed, SignatureClaim claim) {
        return switch (signatures.verify(request, claim, addressed.signingName())) {
            case Rejected rejected ->
                rejected(
                        request,
                        addressed.protocol(),
                        rejected.reason().name().toLowerCase(Locale.ROOT),
                        addressed.protocol().rejection(rejected));
            case Verified(Caller caller) -> answer(request, addressed, caller);
        };
    }

    /** The body is overwritten first: the source may be kept waiting. */
    private HttpResponse rejected(HttpRequest request, WireProtocol protocol, String reason, AwsFault fault) {
        Arrays.fill(request.body(), (byte) 0);
        rejectedRequests.rejected(fault.code(), reason, request.sourceAddress());
        return failures.mayTell(request.sourceAddress())
                ? protocol.fault(fault, request.id())
                : protocol.fault(protocol.throttled(), request.id()).closing();
    }

    private HttpResponse answer(HttpRequest request, Addressed addressed, Caller caller) {
        CallContexts contexts = new CallContexts(request, addressed, caller);
        WireProtocol protocol = addressed.protocol();
        String name = refusals.orRefuse(contexts::ofUnknownOperation, protocol, () -> addressed.operation(request));
        Operation operation = refusals.orRefuse(
                () -> contexts.ofUnknownOperation(name),
                protocol,
                () -> addressed
                        .service()
                        .flatMap(service -> operations.find(service, name))
                        .orElseThrow(() -> protocol.unknownOperation(name)));
        Structure input = refusals.orRefuse(
                () -> contexts.of(operation), protocol, () -> protocol.read(request.body(), operation.input()));
        return answer(request, protocol, operation, input, contexts);
    }

    private HttpResponse answer(
            HttpRequest request, WireProtocol protocol, Operation operation, Structure input, CallContexts contexts) {
        try {
            return decided(request, protocol, operation, input, contexts);
        } finally {
            Secrets.wipe(input);
        }
    }

    private HttpResponse decided(
            HttpRequest request, WireProtocol protocol, Operation operation, Structure input, CallContexts contexts) {
        CallContext context = refusals.orRefuse(() -> contexts.ofRefused(operation, input), protocol, () -> {
            ShapeChecker.violations(input, operation.input()).ifPresent(violations -> {
                throw protocol.invalid(violations);
            });
            CallContext accepted =
                    contexts.of(operation, operation.recordedInput().of(input));
            requireFirstTime(request, operation, accepted, protocol);
            return accepted;
        });
        Structure output = run(request, operation, input, context, protocol);
        try {
            return protocol.answer(operation.name(), operation.output(), output, request.id());
        } finally {
            Secrets.wipe(output);
        }
    }

    /** The answer, or a fault that is recorded: the runner's own refusals are, mistakes are recorded here. */
    private Structure run(
            HttpRequest request, Operation operation, Structure input, CallContext context, WireProtocol protocol) {
        try {
            return runner.run(operation, input, context);
        } catch (AwsFault | LogUnavailableException expected) {
            throw expected;
        } catch (LogOverloadedException nothingDone) {
            if (replaysMatter(operation)) {
                replays.forget(request);
            }
            throw nothingDone;
        } catch (RuntimeException | StackOverflowError mistake) {
            throw refusals.failed(context, protocol, mistake);
        }
    }

    /** A write may be asked for once only, if replays are looked for. What is not signed is not known again. */
    private void requireFirstTime(HttpRequest request, Operation operation, CallContext call, WireProtocol protocol) {
        if (!replaysMatter(operation)) {
            return;
        }
        switch (replays.see(request, call.where().account())) {
            case FIRST_TIME -> {}
            case AGAIN -> throw protocol.rejection(Replays.REJECTED);
            case TOO_MANY -> throw protocol.throttled();
        }
    }

    private static boolean replaysMatter(Operation operation) {
        return !operation.readOnly() && operation.authentication() instanceof BySignature;
    }

    private static AwsFault notFound() {
        return new AwsFault("UnknownOperationException", "", 404);
    }
}
