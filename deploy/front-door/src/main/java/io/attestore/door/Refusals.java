package io.attestore.door;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.CallRunner;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.events.call.CallContext;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the refusals of authenticated calls recorded before they are told, whatever goes wrong on the way: a mistake of
 * ours is told as such, and one that lies in what was sent is recorded without it. Safe for many threads.
 */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final CallRunner runner;

    Refusals(CallRunner runner) {
        this.runner = runner;
    }

    /** The step's result, or a fault that is recorded, in a context made for it, before it is thrown. */
    <T> T orRefuse(Supplier<CallContext> context, WireProtocol protocol, Supplier<T> step) {
        try {
            return step.get();
        } catch (AwsFault fault) {
            throw refused(context.get(), fault);
        } catch (RuntimeException | StackOverflowError mistake) {
            throw failed(context.get(), protocol, mistake);
        }
    }

    /** What a mistake is told as, recorded. */
    AwsFault failed(CallContext context, WireProtocol protocol, Throwable mistake) {
        LOG.error("The request {} failed: {}", context.requestId(), FailureTrace.of(mistake));
        return refused(context, protocol.internalFailure());
    }

    /** The fault, recorded: if not with all that was sent, then without it. */
    private AwsFault refused(CallContext context, AwsFault fault) {
        try {
            runner.refuse(context, fault);
            return fault;
        } catch (LogUnavailableException | LogOverloadedException expected) {
            throw expected;
        } catch (RuntimeException | StackOverflowError mistake) {
            LOG.error("The refusal of {} failed: {}", context.requestId(), FailureTrace.of(mistake));
            return refusedBare(CallContexts.bare(context), fault);
        }
    }

    private AwsFault refusedBare(CallContext bare, AwsFault fault) {
        try {
            runner.refuse(bare, fault);
            return fault;
        } catch (LogUnavailableException | LogOverloadedException expected) {
            throw expected;
        } catch (RuntimeException | StackOverflowError mistake) {
            LOG.error("The bare refusal of {} failed: {}", bare.requestId(), FailureTrace.of(mistake));
            throw new LogUnavailableException("A refusal could not be recorded");
        }
    }
}
