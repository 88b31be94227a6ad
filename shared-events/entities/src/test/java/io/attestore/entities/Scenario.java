package io.attestore.entities;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.document.Unmodelled;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AccessDenial;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.Prepared;
import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.events.log.KeyRowChange;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Given what happened, when an operation is called, then this is its outcome: decisions tested without a server. What
 * an answered call decided becomes part of the history of the next.
 */
public final class Scenario {

    public static final AccountId ACCOUNT = new AccountId("123456789012");
    public static final AccountRegion WHERE = new AccountRegion(ACCOUNT, new Region("eu-west-1"));

    public final SecureRandom random = new SecureRandom();
    public final History history = new History();
    public final KeyVault vault = new KeyVault(MemoryGroupKeys.fresh(random), history, random, 1000);

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private String requestId = "00000000-0000-4000-8000-000000000001";
    private Entities states = history;
    private final List<Access> asked = new ArrayList<>();
    private BiFunction<String, String, Decision> decisions = (action, arn) -> new Decision.Allowed();

    public Scenario given(Event... events) {
        history.append(now, List.of(events), List.of());
        return this;
    }

    public Scenario given(List<Event> events, List<KeyRowChange> rows) {
        history.append(now, events, rows);
        return this;
    }

    public Scenario at(Instant instant) {
        now = instant;
        return this;
    }

    /** The request id of the calls that follow. */
    public Scenario requesting(String id) {
        requestId = id;
        return this;
    }

    /** Where calls load from instead of the history, for histories too long to fold at each load. */
    public Scenario states(Entities entities) {
        states = entities;
        return this;
    }

    /** What the caller may do: an action on a resource. */
    public Scenario permitting(BiFunction<String, String, Decision> permissions) {
        decisions = permissions;
        return this;
    }

    /** Runs the handler once and, if it answered, makes its outcome history. A thrown fault is a refusal. */
    public Outcome when(Operation operation, Structure input) {
        return when(operation, input, WHERE);
    }

    public Outcome when(Operation operation, Structure input, AccountRegion where) {
        Outcome outcome;
        try {
            outcome = decided(operation, input, call(operation, where));
        } catch (AwsFault fault) {
            outcome = Outcome.refused(fault);
        }
        if (outcome instanceof Outcome.Answered answered) {
            history.append(now, answered.events(), answered.keyRows());
        }
        return outcome;
    }

    /** The resources that a call needs permission for. */
    public List<String> resources(Operation operation, Structure input) {
        return accesses(operation, input).stream().map(Access::resource).toList();
    }

    /** What a call needs permission for. */
    public List<Access> accesses(Operation operation, Structure input) {
        return operation
                .prepare(described(input, operation.input()), call(operation, WHERE))
                .access();
    }

    /** All that calls have asked permission for, in the order in which they did. */
    public List<Access> asked() {
        return List.copyOf(asked);
    }

    private static Outcome decided(Operation operation, Structure input, Call call) {
        Prepared prepared = operation.prepare(described(input, operation.input()), call);
        for (Access access : prepared.access()) {
            if (call.decide(access) instanceof Decision.Denied denied) {
                throw AccessDenial.of(operation.service(), call.context().principal(), access, denied);
            }
        }
        Outcome outcome = prepared.decision().get();
        if (outcome instanceof Outcome.Answered answered) {
            List<String> unmodelled = Unmodelled.in(answered.output(), operation.output());
            if (!unmodelled.isEmpty()) {
                throw new AssertionError("Not in the model: " + unmodelled);
            }
        }
        return outcome;
    }

    /** As the front door reads an input: it knows its shape, and what the shape has not is passed over. */
    private static Structure described(Structure input, StructureShape shape) {
        Structure.Builder described = Structure.builder(shape);
        input.members()
                .forEach((name, value) ->
                        shape.member(name).ifPresent(member -> described.put(name, described(value, member.shape()))));
        return described.build();
    }

    private static Document described(Document value, Shape shape) {
        return switch (shape) {
            case StructureShape nested when value instanceof Structure structure -> described(structure, nested);
            case ListShape list
            when value instanceof Document.Listing listing ->
                new Document.Listing(listing.items().stream()
                        .map(item -> described(item, list.item()))
                        .toList());
            default -> value;
        };
    }

    /** The answer of a call that must be answered. */
    public Structure answer(Operation operation, Structure input) {
        return switch (when(operation, input)) {
            case Outcome.Answered answered -> answered.output();
            case Outcome.Refused refused -> throw new AssertionError("Refused: " + refused.fault(), refused.fault());
        };
    }

    /** The fault of a call that must be refused. */
    public AwsFault fault(Operation operation, Structure input) {
        return switch (when(operation, input)) {
            case Outcome.Refused refused -> refused.fault();
            case Outcome.Answered answered -> throw new AssertionError("Answered instead of refused");
        };
    }

    private Call call(Operation operation, AccountRegion where) {
        AccessKeyId accessKey = new AccessKeyId("AKIAIOSFODNN7EXAMPLE");
        CallContext context = new CallContext(
                requestId,
                now,
                where,
                Principal.root(where.account(), accessKey, where.region().partition()),
                operation.service().eventSource(),
                operation.name(),
                operation.readOnly(),
                "127.0.0.1",
                "test",
                "localhost",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Call() {
            @Override
            public CallContext context() {
                return context;
            }

            @Override
            public String action() {
                return operation.action();
            }

            @Override
            public Decision decide(Access access) {
                asked.add(access);
                return decisions.apply(access.action(), access.resource());
            }

            @Override
            public <I, S> S load(EntityType<I, S> type, I id) {
                return type.asOf().at(states.load(type, id), now);
            }
        };
    }
}
