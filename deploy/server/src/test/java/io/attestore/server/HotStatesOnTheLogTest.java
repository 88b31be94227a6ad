package io.attestore.server;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.entities.hot.HotStates;
import io.attestore.entities.iam.AccessKey;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccessKeyCreated;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.TooManyUpdatesException;

/** Hot states over the real log, and what callers see of them. */
class HotStatesOnTheLogTest {

    private static final AccountId ACCOUNT = new AccountId("123456789012");

    private final RunningServer server = RunningServer.shared();
    private final HotStates states = server.bean(HotStates.class);
    private final UnitOfWorkFactory units = server.bean(AxonConfiguration.class).getComponent(UnitOfWorkFactory.class);
    private final EventStore eventStore = server.bean(AxonConfiguration.class).getComponent(EventStore.class);

    @Test
    void an_append_based_on_a_state_that_changed_meanwhile_is_rejected_by_the_log() {
        AccessKeyId id = newId();
        assertThat(load(id)).isInstanceOf(AccessKey.Absent.class);

        assertThatThrownBy(() -> units.create()
                        .executeWithResult(context -> {
                            states.load(AccessKey.TYPE, id, context);
                            create(id);
                            append(id, context);
                            return completedFuture("done");
                        })
                        .join())
                .hasRootCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(load(id)).isInstanceOf(AccessKey.Active.class);
    }

    @Test
    void a_thousand_loads_read_nothing_from_the_database() {
        AccessKeyId id = newId();
        create(id);
        load(id);
        double before = historiesRead();

        for (int i = 0; i < 1000; i++) {
            assertThat(load(id)).isInstanceOf(AccessKey.Active.class);
        }

        assertThat(historiesRead()).isEqualTo(before);
    }

    @Test
    void concurrent_writers_of_one_parameter_get_every_version_once() throws Exception {
        String name = "/hot/" + UUID.randomUUID();
        try (SsmClient ssm = server.client(SsmClient.builder());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> writer = () -> IntStream.range(0, 10)
                    .mapToObj(i -> put(ssm, name, "value-" + i))
                    .toList();
            List<Future<List<Long>>> writers =
                    IntStream.range(0, 4).mapToObj(i -> executor.submit(writer)).toList();

            TreeSet<Long> versions = new TreeSet<>();
            for (Future<List<Long>> each : writers) {
                versions.addAll(each.get());
            }

            assertThat(versions).hasSize(40).first().isEqualTo(1L);
            assertThat(versions.last()).isEqualTo(40L);
            assertThat(ssm.getParameter(get -> get.name(name)).parameter().version())
                    .isEqualTo(40L);
        }
    }

    /** Whoever was overtaken too often is refused, as by AWS, and asks again: a refusal takes no version. */
    private static long put(SsmClient ssm, String name, String value) {
        for (int attempt = 1; ; attempt++) {
            try {
                return ssm.putParameter(put -> put.name(name)
                                .value(value)
                                .type(ParameterType.STRING)
                                .overwrite(true))
                        .version();
            } catch (TooManyUpdatesException overtaken) {
                assertThat(attempt).isLessThan(20);
            }
        }
    }

    private AccessKey load(AccessKeyId id) {
        return units.create()
                .executeWithResult(context -> completedFuture(states.load(AccessKey.TYPE, id, context)))
                .join();
    }

    private void create(AccessKeyId id) {
        units.create()
                .executeWithResult(context -> {
                    append(id, context);
                    return completedFuture("done");
                })
                .join();
    }

    /** Carries the metadata of another call, since whoever reads the trail expects some. */
    private void append(AccessKeyId id, ProcessingContext context) {
        Map<String, String> metadata =
                server.bean(PostgresEventLog.class).read(0, 1).getFirst().metadata();
        eventStore
                .transaction(context)
                .appendEvent(new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType("iam.AccessKeyCreated", "1"),
                        new AccessKeyCreated(ACCOUNT, id, "none/" + id),
                        metadata,
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    private double historiesRead() {
        return server.bean(MeterRegistry.class)
                .get("attestore.log.sourcing.sql")
                .counter()
                .count();
    }

    private static AccessKeyId newId() {
        return new AccessKeyId(
                "AKIA" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    }
}
