package io.attestore.audit.record;

import io.attestore.events.call.CallContext;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyEnabled;
import io.attestore.events.key.KeyEvent;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterEvent;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPolicyActed;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterUntagged;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the record of a call is about: first what its events changed or disclosed, then what the request names besides,
 * so that an attempt which was refused is found by its target, too. Each resource appears once.
 *
 * <p>Keys that another service used are not among them; those uses have records of their own.
 */
final class CallResources {

    private CallResources() {}

    static List<RecordResource> of(CallContext context, List<RecordedEvent> events) {
        Map<String, RecordResource> byArn = new LinkedHashMap<>();
        boolean ofKeyService = context.eventSource().equals(KeyServiceRecords.EVENT_SOURCE);
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ParameterEvent event) {
                addAll(byArn, parameters(event));
            }
            if (ofKeyService && recorded.event() instanceof KeyEvent event) {
                addAll(byArn, keys(event));
            }
        }
        addAll(byArn, RequestedResources.of(context));
        return List.copyOf(byArn.values());
    }

    private static void addAll(Map<String, RecordResource> byArn, Collection<RecordResource> resources) {
        resources.forEach(resource -> byArn.putIfAbsent(resource.arn().value(), resource));
    }

    private static List<RecordResource> parameters(ParameterEvent event) {
        return switch (event) {
            case ParameterCreated it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterMadeAdvanced it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterVersionPut it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterPoliciesPut it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterAttributesChanged it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterVersionLabelled it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterVersionUnlabelled it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterUntagged it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterTagged it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterVersionDestroyed it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterDeleted it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterPolicyActed it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterRestored it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterResourcePolicyPut it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterResourcePolicyDeleted it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case DeletedParameterDestroyed it -> List.of(RecordResource.parameter(it.where(), it.name()));
            case ParameterRead it ->
                it.disclosures().stream()
                        .map(disclosure -> RecordResource.parameter(it.where(), disclosure.name()))
                        .toList();
        };
    }

    private static List<RecordResource> keys(KeyEvent event) {
        return switch (event) {
            case KeyCreated it -> List.of(RecordResource.key(it.where(), it.keyId()));
            case KeyEnabled it -> List.of(RecordResource.key(it.where(), it.keyId()));
            case KeyDisabled it -> List.of(RecordResource.key(it.where(), it.keyId()));
            case KeyMaterialRotated it -> List.of(RecordResource.key(it.where(), it.keyId()));
            case KeyUsed it -> List.of(RecordResource.key(it.where(), it.keyId()));
            case KeyUseRefused it -> List.of(RecordResource.key(it.where(), it.keyId()));
            case AliasCreated it ->
                List.of(RecordResource.alias(it.where(), it.alias()), RecordResource.key(it.where(), it.target()));
        };
    }
}
