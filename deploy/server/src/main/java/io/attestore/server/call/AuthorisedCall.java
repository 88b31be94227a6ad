package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.Arn;
import io.attestore.server.heavy.HeavyWork;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** A call as its handler sees it, within one processing context: states are as of the moment at which it arrived. */
final class AuthorisedCall implements Call {

    private final String action;
    private final CallContext context;
    private final Entities entities;
    private final Permissions permissions;
    private final HeavyWork heavyWork;
    private final long deadlineNanos;

    AuthorisedCall(
            String action,
            CallContext context,
            Entities entities,
            Authoriser authoriser,
            HeavyWork heavyWork,
            long deadlineNanos) {
        this.action = action;
        this.context = context;
        this.entities = entities;
        this.heavyWork = heavyWork;
        this.deadlineNanos = deadlineNanos;
        this.permissions = authoriser.of(this);
    }

    @Override
    public String action() {
        return action;
    }

    @Override
    public CallContext context() {
        return context;
    }

    Permissions permissions() {
        return permissions;
    }

    @Override
    public Decision decide(Access access) {
        return permissions.decide(access);
    }

    @Override
    public Optional<Decision.Denied> locked(Arn resource) {
        return permissions.lockOn(resource);
    }

    @Override
    public <I, S> S load(EntityType<I, S> type, I id) {
        return type.asOf().at(entities.load(type, id), context.at());
    }

    @Override
    public <I, S> S peek(EntityType<I, S> type, I id, ToLongFunction<S> tolerated) {
        return type.asOf().at(entities.peek(type, id, tolerated), context.at());
    }

    @Override
    public <I, S> void fetch(EntityType<I, S> type, Collection<I> ids) {
        entities.fetch(type, ids);
    }

    @Override
    public <T> T heavy(Supplier<T> work) {
        return heavyWork.run(context.where().account(), deadlineNanos, work);
    }
}
