package io.attestore.server.system;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * An account with as many standard parameters as it may have. The log says so: nobody waits for ten thousand puts. The
 * parameters have no version, so they are of no other use.
 */
final class FullAccount {

    private static final int PARAMETERS_MAX = 10_000;
    private static final int EVENTS_PER_APPEND = 200;

    private FullAccount() {}

    /** Fills the namespace of a tenant of the shared server. */
    static Tenant of(Tenant tenant) {
        AccountRegion where = new AccountRegion(new AccountId(tenant.account()), new Region(tenant.region()));
        PostgresEventLog log = SystemServer.running().bean(PostgresEventLog.class);
        for (int first = 0; first < PARAMETERS_MAX; first += EVENTS_PER_APPEND) {
            List<TaggedEventMessage<?>> events = IntStream.range(first, first + EVENTS_PER_APPEND)
                    .<TaggedEventMessage<?>>mapToObj(number -> created(where, "/full/" + number))
                    .toList();
            log.appendEvents(AppendCondition.none(), null, events)
                    .join()
                    .commit(null)
                    .join();
        }
        return tenant;
    }

    private static TaggedEventMessage<?> created(AccountRegion where, String name) {
        ParameterCreated event = new ParameterCreated(where, new ParameterName(name), ParameterType.STRING);
        GenericEventMessage message = new GenericEventMessage(
                UUID.randomUUID().toString(),
                new MessageType("ssm.ParameterCreated", "1"),
                event,
                Map.of(),
                Instant.parse("2026-01-01T00:00:00Z"));
        return new GenericTaggedEventMessage<>(
                message,
                event.tags().stream().map(tag -> Tag.of(tag.key(), tag.value())).collect(Collectors.toSet()));
    }
}
