package io.attestore.entities.hot;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * An engine that says how far each sourcing got. Axon's event store keeps the lowest marker of a processing context to
 * itself; a hot state must know its own, or it would fold events twice. The engine that it stands before does all else.
 *
 * <p>As safe for many threads as that engine; one processing context sources one state after the other.
 */
public final class MarkerRevealingEngine implements EventStorageEngine {

    private static final ResourceKey<ConsistencyMarker> NEWEST_MARKER =
            ResourceKey.withLabel("attestore.markerOfNewestSourcing");

    private final EventStorageEngine engine;

    public MarkerRevealingEngine(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** The position of the newest event that the context's last completed sourcing could have seen. */
    static long positionReached(ProcessingContext context) {
        ConsistencyMarker marker = context.getResource(NEWEST_MARKER);
        if (marker == null) {
            throw new IllegalStateException("Hot states need an event store on a " + MarkerRevealingEngine.class);
        }
        return GlobalIndexConsistencyMarker.position(marker);
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        MessageStream<EventMessage> events = engine.source(condition, context);
        return context == null
                ? events
                : events.onNext(entry -> {
                    ConsistencyMarker marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    if (marker != null) {
                        context.putResource(NEWEST_MARKER, marker);
                    }
                });
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        return engine.appendEvents(condition, context, events);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return engine.stream(condition, context);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return engine.firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return engine.latestToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return engine.tokenAt(at, context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeWrapperOf(engine);
    }
}
