package io.attestore.proof.bench.large;

import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallMetadata;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.server.store.LogConventions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * Gives calls like the reads that a server has recorded: the same events in the same context, each with a request id,
 * event ids and a time of its own. Every fifth is a read of one parameter. Not for sharing between threads.
 */
final class RecordedReads implements Supplier<List<TaggedEventMessage<?>>> {

    private static final int PAGE = 5_000;
    private static final int ONE_IN = 5;
    private static final long SEED = 20_261_122;

    private final List<Call> often;
    private final List<Call> others;
    private final InstantSource clock;
    private final Random random = new Random(SEED);
    private final EventTypes types = LogConventions.eventTypes();
    private final EventTagResolver tags = new EventTagResolver();
    private long given;

    private record Call(CallContext context, List<Event> events) {

        boolean reads(String parameter) {
            return events.getFirst() instanceof ParameterRead read
                    && read.disclosures().getFirst().name().value().equals(parameter);
        }
    }

    private RecordedReads(List<Call> often, List<Call> others, InstantSource clock) {
        this.often = often;
        this.others = others;
        this.clock = clock;
    }

    /**
     * The reads of a log.
     *
     * @param often the parameter that every fifth read is of
     * @throws IllegalStateException unless the log has reads of this and of other parameters
     */
    static RecordedReads in(LogReader log, String often, InstantSource clock) {
        Map<String, List<RecordedEvent>> calls = new LinkedHashMap<>();
        for (long from = 0; from <= log.head(); from += PAGE) {
            for (RecordedEvent event : log.read(from, PAGE)) {
                if (!event.metadata().isEmpty()) {
                    String requestId = CallMetadata.read(event.metadata()).requestId();
                    calls.computeIfAbsent(requestId, ignored -> new ArrayList<>())
                            .add(event);
                }
            }
        }
        List<Call> reads = calls.values().stream()
                .filter(events -> events.getFirst().event() instanceof ParameterRead)
                .map(RecordedReads::call)
                .toList();
        List<Call> ofOne = reads.stream().filter(call -> call.reads(often)).toList();
        List<Call> ofOthers = reads.stream().filter(call -> !call.reads(often)).toList();
        if (ofOne.isEmpty() || ofOthers.isEmpty()) {
            throw new IllegalStateException("The log has no reads to go by");
        }
        return new RecordedReads(ofOne, ofOthers, clock);
    }

    private static Call call(List<RecordedEvent> events) {
        return new Call(
                CallMetadata.read(events.getFirst().metadata()),
                events.stream().map(RecordedEvent::event).toList());
    }

    @Override
    public List<TaggedEventMessage<?>> get() {
        List<Call> from = given++ % ONE_IN == 0 ? often : others;
        Call call = from.get(random.nextInt(from.size()));
        CallContext context = now(call.context());
        Map<String, String> metadata = CallMetadata.write(context);
        List<TaggedEventMessage<?>> messages = new ArrayList<>();
        for (Event event : call.events()) {
            EventType type = types.typeOf(event);
            EventMessage message = new GenericEventMessage(
                    UUID.randomUUID().toString(),
                    new MessageType(type.name(), type.version()),
                    event,
                    metadata,
                    context.at());
            messages.add(new GenericTaggedEventMessage<>(message, tags.resolve(message)));
        }
        return messages;
    }

    private CallContext now(CallContext then) {
        return new CallContext(
                UUID.randomUUID().toString(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                then.where(),
                then.principal(),
                then.eventSource(),
                then.eventName(),
                then.readOnly(),
                then.sourceAddress(),
                then.userAgent(),
                then.host(),
                then.tls(),
                then.requestParameters(),
                then.responseElements());
    }
}
