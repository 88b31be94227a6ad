package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationBuilder;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.Region;
import io.attestore.server.heavy.HeavyWork;
import io.attestore.server.heavy.HeavyWorkSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must hold before an operation decides, by how it is known who calls. */
class CallDecisionTest {

    private static final Arn ROLE = new Arn("arn:aws:iam::444455556666:role/r");
    private static final Principal BEARER =
            Principal.service("issuer.example.com", new AccountId("444455556666"), "aws");

    private final HeavyWork heavyWork = new HeavyWork(new HeavyWorkSettings(1, 1, 1));
    private final CallDecision decision = new CallDecision(new PolicyAuthoriser(), heavyWork);

    @AfterEach
    void close() {
        heavyWork.close();
    }

    @Test
    void a_caller_whom_the_input_let_in_needs_no_key_and_no_policy_and_is_recorded_with_what_he_called_about() {
        CallDecision.Decided decided = decide(operation().authenticatedByInput(input -> BEARER));

        assertThat(decided.outcome()).isInstanceOf(Outcome.Answered.class);
        assertThat(decided.context().resources()).contains(List.of(ROLE));
        assertThat(decided.context().principal()).isEqualTo(BEARER);
    }

    @Test
    void a_caller_whose_operation_is_signed_needs_a_key() {
        assertThat(decide(operation()).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("InvalidClientTokenId"));
    }

    @Test
    void what_the_handler_refuses_is_refused() {
        Operation operation = operation()
                .authenticatedByInput(input -> BEARER)
                .aboutNoResource()
                .handledBy((input, call) -> {
                    throw AwsFault.client("AccessDenied", "");
                });

        assertThat(decide(operation).outcome()).isInstanceOf(Outcome.Refused.class);
    }

    private CallDecision.Decided decide(OperationBuilder builder) {
        return decide(builder.needing((input, call) -> List.of(Access.to(call.action(), ROLE)))
                .handledBy((input, call) -> Outcome.answered(Structure.EMPTY)));
    }

    private CallDecision.Decided decide(Operation operation) {
        CallCommand command = new CallCommand(operation, Structure.EMPTY, context(operation), System.nanoTime());
        return decision.of(command, new Entities() {
            @Override
            public <I, S> S load(EntityType<I, S> type, I id) {
                return type.initial().apply(id);
            }
        });
    }

    private static OperationBuilder operation() {
        return Operation.of(AwsService.STS, "AssumeRoleWithToken")
                .writes()
                .disclosesNoSecret()
                .shapes(Shape.structure(), Shape.structure());
    }

    private static CallContext context(Operation operation) {
        return new CallContext(
                "00000000-0000-4000-8000-000000000001",
                Instant.parse("2026-11-21T12:00:00Z"),
                new AccountRegion(BEARER.account(), new Region("us-east-1")),
                BEARER,
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
