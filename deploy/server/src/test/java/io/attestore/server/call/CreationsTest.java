package io.attestore.server.call;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.parameter.subject.ParameterRoom;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.state.Entities;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.hot.MarkerRevealingEngine;
import io.attestore.entities.hot.Snapshots;
import io.attestore.entities.hot.StateCache;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.eventlog.LogSettings;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.Tolerances;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.heavy.HeavyWork;
import io.attestore.server.heavy.HeavyWorkSettings;
import io.attestore.server.store.LogConventions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Creations on two nodes of one log: what they are conditional on, far from the limit of a tier and near it. */
class CreationsTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final int LIMIT = ParameterTier.STANDARD.parametersMax();
    private static final int CALLERS = 32;
    private static final Event REFUSED = new CallRefused("Refused", "for want of room or of a free name");
    private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");

    private static final Authoriser EVERYTHING = call -> new Permissions() {

        @Override
        public Decision decide(Access access) {
            return new Decision.Allowed();
        }

        @Override
        public Optional<Decision.Denied> lockOnCaller() {
            return Optional.empty();
        }

        @Override
        public Optional<Decision.Denied> lockOn(Arn resource) {
            return Optional.empty();
        }
    };

    private static final HeavyWork HEAVY_WORK = new HeavyWork(new HeavyWorkSettings(1, 1, 1));

    private final TestDatabase database = TestDatabase.fresh();
    private final LogSeal seal = new MemorySeal();
    private final Node one = new Node(database, seal);
    private final Node two = new Node(database, seal);

    @AfterEach
    void close() {
        try (database) {
            one.log.close();
            two.log.close();
        }
    }

    @Test
    void far_from_the_limit_creations_of_different_names_never_conflict() throws Exception {
        List<Boolean> created = together(caller -> each(20, i -> node(caller).create("/c" + caller + "/" + i)));

        assertThat(created).hasSize(20 * CALLERS).containsOnly(true);
        assertThat(one.conflicts() + two.conflicts()).isZero();
        assertThat(one.directory().byPath()).hasSize(20 * CALLERS);
    }

    @Test
    void the_limit_is_filled_and_never_exceeded_by_two_nodes_at_once() throws Exception {
        int room = 3 * CALLERS;
        one.fill(LIMIT - room);

        List<Boolean> created = together(caller -> each(5, i -> node(caller).create("/c" + caller + "/" + i)));

        assertThat(created.stream().filter(done -> done)).hasSize(room);
        assertThat(one.directory().room(ParameterTier.STANDARD)).isZero();
        assertThat(two.directory().byPath()).hasSize(LIMIT);
    }

    @Test
    void the_last_place_is_taken_again_and_again_and_never_twice() throws Exception {
        one.fill(LIMIT - 1);

        together(caller -> each(5, i -> {
            boolean done = node(caller).create("/c" + caller + "/" + i);
            assertThat(node(caller).directory().byPath().size()).isLessThanOrEqualTo(LIMIT);
            if (done) {
                node(caller).delete("/c" + caller + "/" + i);
            }
            return done;
        }));

        assertThat(one.directory().room(ParameterTier.STANDARD)).isEqualTo(1);
    }

    @Test
    void of_creations_of_one_name_one_is_done() throws Exception {
        List<Boolean> created = together(caller -> List.of(node(caller).create("/same")));

        assertThat(created).containsOnlyOnce(true);
    }

    @Test
    void a_list_that_was_decided_before_a_creation_is_not_recorded_after_it() {
        one.directory();

        assertThat(one.attempt(entities -> {
                    entities.load(ParameterDirectory.TYPE, WHERE);
                    assertThat(two.create("/meanwhile")).isTrue();
                    return List.of(created("/based-on-the-list"));
                }))
                .isFalse();
    }

    private Node node(int caller) {
        return caller % 2 == 0 ? one : two;
    }

    private static List<Boolean> each(int times, Function<Integer, Boolean> action) {
        List<Boolean> results = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            results.add(action.apply(i));
        }
        return results;
    }

    private static List<Boolean> together(Function<Integer, List<Boolean>> action) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Boolean> results = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Boolean>>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                all.add(callers.submit(() -> {
                    start.await();
                    return action.apply(number);
                }));
            }
            start.countDown();
            for (Future<List<Boolean>> each : all) {
                results.addAll(each.get());
            }
        }
        return results;
    }

    private static ParameterId id(String name) {
        return ParameterId.of(WHERE, new ParameterName(name));
    }

    private static Event put(String name) {
        return new ParameterVersionPut(
                WHERE,
                new ParameterName(name),
                1,
                ParameterType.STRING,
                "key of " + name,
                Bytes.copyOf(new byte[100]),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root");
    }

    private static Event created(String name) {
        return new ParameterCreated(WHERE, new ParameterName(name), ParameterType.STRING);
    }

    /** Hot states over a log of its own on the common database. */
    private static final class Node {

        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final UnitOfWorkFactory units = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
        private final PostgresEventLog log;
        private final EventStore eventStore;
        private final HotStates states;

        Node(TestDatabase database, LogSeal seal) {
            log = PostgresEventLog.open(
                    database.dataSource(),
                    database.dataSource(),
                    new JsonEventCodec(LogConventions.eventTypes()),
                    LogSettings.defaults().withAppendTimeLimit(Duration.ofSeconds(30)),
                    seal,
                    Optional.empty(),
                    meters,
                    Clock.systemUTC());
            MarkerRevealingEngine engine = new MarkerRevealingEngine(log);
            eventStore = new StorageEngineBackedEventStore(engine, new SimpleEventBus(), new EventTagResolver());
            states = new HotStates(
                    eventStore,
                    engine,
                    new StateCache(64 << 20),
                    Optional.of((context, tag, position, eventsMax) ->
                            Tolerances.add(context, Tag.of(tag.key(), tag.value()), position, eventsMax)),
                    log::tellsFromMemory,
                    Snapshots.NONE);
        }

        /** Decides as PutParameter does, anew when it was overtaken; whether there was room for the name. */
        boolean create(String name) {
            return decide(entities -> {
                boolean free = entities.load(Parameter.TYPE, id(name)) instanceof Parameter.Absent;
                return free && ParameterRoom.isLeft(ParameterTier.STANDARD, call(entities))
                        ? List.of(created(name), put(name))
                        : List.of(REFUSED);
            });
        }

        void delete(String name) {
            decide(entities -> {
                entities.load(Parameter.TYPE, id(name));
                return List.of(new ParameterDeleted(WHERE, new ParameterName(name), List.of()));
            });
        }

        ParameterDirectory directory() {
            List<ParameterDirectory> seen = new ArrayList<>();
            decide(entities -> {
                seen.add(entities.load(ParameterDirectory.TYPE, WHERE));
                return List.of(REFUSED);
            });
            return seen.getLast();
        }

        /** Whether the decision was another than a refusal. */
        private boolean decide(Function<Entities, List<Event>> decision) {
            while (true) {
                List<Event> last = new ArrayList<>();
                boolean recorded = attempt(entities -> {
                    last.addAll(decision.apply(entities));
                    return last;
                });
                if (recorded) {
                    return !last.contains(REFUSED);
                }
            }
        }

        /** Whether what was decided has been appended; if not, it was overtaken. */
        boolean attempt(Function<Entities, List<Event>> decision) {
            try {
                units.create()
                        .executeWithResult(context -> {
                            decision.apply(states.in(context)).forEach(event -> append(event, context));
                            return completedFuture("done");
                        })
                        .join();
                return true;
            } catch (CompletionException failed) {
                assertThat(failed).hasRootCauseInstanceOf(AppendEventsTransactionRejectedException.class);
                return false;
            }
        }

        /** Makes so many parameters at once. */
        void fill(int count) {
            for (int from = 0; from < count; from += 1000) {
                int first = from;
                decide(entities -> IntStream.range(first, Math.min(count, first + 1000))
                        .<Event>mapToObj(i -> created("/filled/" + i))
                        .toList());
            }
        }

        double conflicts() {
            return meters.get("attestore.log.conflicts").counter().count();
        }

        private void append(Event event, ProcessingContext context) {
            EventType type = LogConventions.eventTypes().typeOf(event);
            eventStore
                    .transaction(context)
                    .appendEvent(new GenericEventMessage(
                            UUID.randomUUID().toString(),
                            new MessageType(type.name(), type.version()),
                            event,
                            Map.of(),
                            AT));
        }

        private static Call call(Entities entities) {
            CallContext context = new CallContext(
                    UUID.randomUUID().toString(),
                    AT,
                    WHERE,
                    Principal.root(
                            WHERE.account(),
                            new AccessKeyId("AKIAIOSFODNN7EXAMPLE"),
                            WHERE.region().partition()),
                    "ssm.amazonaws.com",
                    "PutParameter",
                    false,
                    "127.0.0.1",
                    "test",
                    "localhost",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return new AuthorisedCall("ssm:PutParameter", context, entities, EVERYTHING, HEAVY_WORK, System.nanoTime());
        }
    }
}
