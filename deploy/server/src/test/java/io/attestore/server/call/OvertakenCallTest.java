package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.command.ssm.parameter.subject.ParameterChangeFaults;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationBuilder;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.contract.operation.Outcome;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.server.RunningServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

/** A call that others overtook every time is refused in the words of its service, and the refusal is recorded. */
class OvertakenCallTest {

    private final List<RefuseCall> recorded = new ArrayList<>();

    @Test
    void a_change_of_parameter_store_meets_too_many_updates() {
        AwsFault fault =
                overtaken(described(Operation.of(AwsService.SSM, "PutParameter").writes())
                        .overtakenAs(ParameterChangeFaults::tooManyUpdates));

        assertThat(fault.code()).isEqualTo("TooManyUpdates");
        assertThat(fault.text())
                .isEqualTo("There are concurrent updates for a resource that supports one update at a time.");
        assertThat(fault.status()).isEqualTo(400);
    }

    @Test
    void everything_else_is_throttled() {
        assertThat(overtaken(described(
                                Operation.of(AwsService.SSM, "GetParameter").reads()))
                        .code())
                .isEqualTo("ThrottlingException");
        assertThat(overtaken(described(Operation.of(AwsService.KMS, "CreateKey").writes()))
                        .code())
                .isEqualTo("ThrottlingException");
        AwsFault ofIam =
                overtaken(described(Operation.of(AwsService.IAM, "CreateUser").writes()));
        assertThat(ofIam.code()).isEqualTo("Throttling");
        assertThat(ofIam.text()).isEqualTo("Rate exceeded");
        assertThat(ofIam.status()).isEqualTo(400);
    }

    @Test
    void every_change_of_parameter_store_says_so_itself() {
        assertThat(RunningServer.shared().bean(OperationCatalogue.class).all())
                .filteredOn(operation -> operation.service() == AwsService.SSM)
                .allSatisfy(operation ->
                        assertThat(operation.overtaken().isPresent()).isEqualTo(!operation.readOnly()));
    }

    private static Operation described(OperationBuilder builder) {
        return builder.disclosesNoSecret()
                .shapes(Shape.structure(), Shape.structure())
                .aboutNoResource()
                .handledBy((input, call) -> Outcome.answered(Structure.EMPTY));
    }

    private AwsFault overtaken(Operation operation) {
        CallSettings settings = new CallSettings(3, Duration.ofSeconds(5));
        AxonCallRunner runner = new AxonCallRunner(new DurableCommands(bus(), settings), settings);
        AwsFault fault =
                catchThrowableOfType(AwsFault.class, () -> runner.run(operation, Structure.EMPTY, context(operation)));

        assertThat(recorded).extracting(RefuseCall::fault).last().isEqualTo(fault);
        return fault;
    }

    /** Conflicts with every call and records refusals. */
    private CommandBus bus() {
        return new CommandBus() {
            @Override
            public CompletableFuture<CommandResultMessage> dispatch(CommandMessage command, ProcessingContext context) {
                if (command.payload() instanceof RefuseCall refusal) {
                    recorded.add(refusal);
                    return CompletableFuture.completedFuture(new GenericCommandResultMessage(
                            new MessageType("test.Result"), new CallResult.Refusal(refusal.fault())));
                }
                return CompletableFuture.failedFuture(
                        AppendEventsTransactionRejectedException.conflictingEventsDetected(
                                new GlobalIndexConsistencyMarker(1)));
            }

            @Override
            public CommandBus subscribe(QualifiedName name, CommandHandler handler) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void describeTo(ComponentDescriptor descriptor) {}
        };
    }

    private static CallContext context(Operation operation) {
        AccountRegion where = new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
        return new CallContext(
                "00000000-0000-4000-8000-000000000001",
                Instant.parse("2026-11-21T12:00:00Z"),
                where,
                Principal.root(
                        where.account(),
                        new AccessKeyId("AKIAIOSFODNN7EXAMPLE"),
                        where.region().partition()),
                operation.service().eventSource(),
                operation.name(),
                operation.readOnly(),
                "127.0.0.1",
                "test",
                "localhost",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
