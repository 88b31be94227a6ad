package io.attestore.server.call;

import io.attestore.contract.document.Secrets;
import io.attestore.contract.document.Structure;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;

/**
 * Sends a command and waits until what it appended is durable. When the append is rejected, because something that the
 * decision was based on has changed, the command is handled anew, after a short random pause, a bounded number of times
 * and within one time limit. Safe for many threads.
 *
 * <p>Throws what the handler threw, {@link LogUnavailableException} when the time is over or the log cannot be written,
 * {@link LogOverloadedException} when it has too much to do, {@link TooManyConflictsException} when every attempt was
 * overtaken. In none of these cases may a result be given out.
 */
public final class DurableCommands {

    private static final int CAUSES_MAX = 20;
    private static final long PAUSE_MILLIS_MAX = 50;

    private final CommandBus bus;
    private final CallSettings settings;

    public DurableCommands(CommandBus bus, CallSettings settings) {
        this.bus = bus;
        this.settings = settings;
    }

    /** The handler's result. */
    public <R> R run(QualifiedName name, Object payload, Class<R> resultType) {
        long deadline = System.nanoTime() + settings.timeLimit().toNanos();
        for (int attempt = 1; attempt <= settings.attemptsMax(); attempt++) {
            try {
                return resultType.cast(await(send(name, payload), deadline));
            } catch (ConflictException overtaken) {
                pause(attempt, deadline);
            }
        }
        throw new TooManyConflictsException();
    }

    private CompletableFuture<Object> send(QualifiedName name, Object payload) {
        return bus.dispatch(new GenericCommandMessage(new MessageType(name), payload), null)
                .thenApply(result -> result.payload());
    }

    private Object await(CompletableFuture<Object> result, long deadline) {
        try {
            return result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            result.thenAccept(DurableCommands::wipe);
            throw new LogUnavailableException("The call was not recorded within " + text(settings.timeLimit()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("The server stopped before the call was recorded");
        } catch (ExecutionException failed) {
            throw failureOf(failed);
        }
    }

    /** An answer that comes too late is recorded, and given to nobody. */
    private static void wipe(Object tooLate) {
        if (tooLate instanceof CallResult.Answer(Structure output)) {
            Secrets.wipe(output);
        }
    }

    /** What failed, freed of what Axon and futures wrapped it in. */
    private static RuntimeException failureOf(ExecutionException failed) {
        Throwable cause = failed.getCause();
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            switch (cause) {
                case AppendEventsTransactionRejectedException _ -> {
                    return new ConflictException();
                }
                case LogUnavailableException unavailable -> {
                    return unavailable;
                }
                case LogOverloadedException overloaded -> {
                    return overloaded;
                }
                default -> cause = cause.getCause();
            }
        }
        return failed.getCause() instanceof RuntimeException bug
                ? bug
                : new IllegalStateException("A command failed", failed.getCause());
    }

    private static void pause(int attempt, long deadline) {
        long bound = Math.min(PAUSE_MILLIS_MAX, 1L << Math.min(attempt, 10));
        long millis = ThreadLocalRandom.current().nextLong(bound + 1);
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        try {
            Thread.sleep(Math.clamp(millis, 0, Math.max(0, left)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("The server stopped before the call was recorded");
        }
    }

    private static String text(Duration limit) {
        return limit.toMillis() + " ms";
    }

    /** An append was rejected. Expected, so it has no stack trace. */
    private static final class ConflictException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConflictException() {
            super("Overtaken", null, false, false);
        }
    }
}
