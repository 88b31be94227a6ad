package io.attestore.eventlog;

import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;

/** A log that honours nothing: every append succeeds at position 0 and is forgotten. Its own check is content. */
final class NothingLog implements EventLogFixture, EventStorageEngine, LogReader {

    @Override
    public LogUnderTest open(UnaryOperator<LogSettings> changes) {
        return new LogUnderTest(this, this, id -> Optional.empty(), () -> {});
    }

    @Override
    public void checkAndClose() {}

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> events) {
        return CompletableFuture.completedFuture(new AppendTransaction<Long>() {
            @Override
            public CompletableFuture<Long> commit(ProcessingContext context) {
                return CompletableFuture.completedFuture(0L);
            }

            @Override
            public void rollback(ProcessingContext context) {}

            @Override
            public CompletableFuture<ConsistencyMarker> afterCommit(Long last, ProcessingContext context) {
                return CompletableFuture.completedFuture(ConsistencyMarker.ORIGIN);
            }
        });
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, ProcessingContext context) {
        return MessageStream.empty().cast();
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, ProcessingContext context) {
        return MessageStream.empty().cast();
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(ProcessingContext context) {
        return firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, ProcessingContext context) {
        return firstToken(context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {}

    @Override
    public long head() {
        return 0;
    }

    @Override
    public List<RecordedEvent> read(long from, int limit) {
        return List.of();
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return List.of();
    }

    @Override
    public boolean awaitBeyond(long position, Duration timeout) {
        return true;
    }
}
