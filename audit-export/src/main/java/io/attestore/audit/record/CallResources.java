package io.attestore.audit.record;

import io.attestore.events.NamedResource;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.Arn;
import io.attestore.events.log.RecordedEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the record of a call is about: first what permission was asked for, answered or refused alike, then what its
 * events changed or disclosed besides. Each resource appears once.
 *
 * <p>Events of older versions do not say what permission was asked for. Of them what the events changed or disclosed
 * comes first, then what the {@linkplain RequestedResources request names}.
 *
 * <p>Keys that another service used are not among them; those uses have records of their own.
 */
final class CallResources {

    /** They ask for permission by a path, which an ARN cannot be told from a parameter's by. */
    private static final Set<String> OF_A_PATH = Set.of("GetParametersByPath");

    private static final String KEY_SERVICE = "kms";

    private CallResources() {}

    static List<RecordResource> of(CallContext context, List<RecordedEvent> events) {
        Map<String, RecordResource> named = namedBy(events, context);
        if (context.resources().isEmpty()) {
            addAll(named, RequestedResources.of(context));
            return List.copyOf(named.values());
        }
        Map<String, RecordResource> byArn = new LinkedHashMap<>();
        if (!OF_A_PATH.contains(context.eventName())) {
            for (Arn arn : context.resources().get()) {
                // By the name that its owner wrote, if an event has it: an ARN cannot tell x from /x.
                Optional.ofNullable(named.get(arn.value()))
                        .or(() -> ResourceType.asked(arn))
                        .ifPresent(resource -> byArn.put(arn.value(), resource));
            }
        }
        addAll(byArn, named.values());
        return List.copyOf(byArn.values());
    }

    private static Map<String, RecordResource> namedBy(List<RecordedEvent> events, CallContext context) {
        boolean ofKeyService = context.eventSource().equals(KeyServiceRecords.EVENT_SOURCE);
        Map<String, RecordResource> byArn = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            for (NamedResource named : recorded.event().resources()) {
                if (ofKeyService || !named.arn().service().equals(KEY_SERVICE)) {
                    ResourceType.of(named)
                            .ifPresent(resource -> byArn.putIfAbsent(named.arn().value(), resource));
                }
            }
        }
        return byArn;
    }

    private static void addAll(Map<String, RecordResource> byArn, Collection<RecordResource> resources) {
        resources.forEach(resource -> byArn.putIfAbsent(resource.arn().value(), resource));
    }
}
