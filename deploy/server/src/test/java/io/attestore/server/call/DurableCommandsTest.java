package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.junit.jupiter.api.Test;

class DurableCommandsTest {

    private static final QualifiedName NAME = new QualifiedName("test.Command");

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void the_result_is_the_handlers() {
        assertThat(run(_ -> done("result"))).isEqualTo("result");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void an_overtaken_command_is_decided_anew() {
        assertThat(run(attempt -> attempt < 4 ? conflict() : done("result"))).isEqualTo("result");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void a_command_that_is_overtaken_every_time_gives_up() {
        assertThatThrownBy(() -> run(_ -> conflict())).isInstanceOf(TooManyConflictsException.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void a_log_that_does_not_answer_fails_the_command_in_time() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> run(_ -> new CompletableFuture<>())).isInstanceOf(LogUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void what_the_log_throws_comes_through_and_is_not_tried_again() {
        var unavailable = new LogUnavailableException("gone");
        var overloaded = new LogOverloadedException("full");
        var bug = new IllegalStateException("bug");

        assertThatThrownBy(() -> run(_ -> failed(unavailable))).isSameAs(unavailable);
        assertThatThrownBy(() -> run(_ -> failed(new CompletionException(overloaded))))
                .isSameAs(overloaded);
        assertThatThrownBy(() -> run(_ -> failed(bug))).isSameAs(bug);
        assertThat(attempts).hasValue(3);
    }

    private String run(IntFunction<CompletableFuture<Object>> handler) {
        CommandBus bus = new CommandBus() {
            @Override
            public CompletableFuture<CommandResultMessage> dispatch(CommandMessage command, ProcessingContext context) {
                return handler.apply(attempts.incrementAndGet())
                        .thenApply(result -> new GenericCommandResultMessage(new MessageType("test.Result"), result));
            }

            @Override
            public CommandBus subscribe(QualifiedName name, CommandHandler handler) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void describeTo(ComponentDescriptor descriptor) {}
        };
        return new DurableCommands(bus, new CallSettings(5, Duration.ofMillis(500))).run(NAME, "payload", String.class);
    }

    private static CompletableFuture<Object> done(Object result) {
        return CompletableFuture.completedFuture(result);
    }

    private static CompletableFuture<Object> conflict() {
        return failed(AppendEventsTransactionRejectedException.conflictingEventsDetected(
                new GlobalIndexConsistencyMarker(1)));
    }

    private static CompletableFuture<Object> failed(Throwable cause) {
        return CompletableFuture.failedFuture(cause);
    }
}
