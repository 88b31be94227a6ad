package io.attestore.events.parameter;

import io.attestore.events.NamedResource;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.List;

/** An event of one parameter. */
public sealed interface OneParameterEvent extends ParameterEvent
        permits ParameterCreated,
                ParameterMadeAdvanced,
                ParameterVersionPut,
                ParameterPoliciesPut,
                ParameterPolicyActed,
                ParameterAttributesChanged,
                ParameterTagged,
                ParameterUntagged,
                ParameterVersionLabelled,
                ParameterVersionUnlabelled,
                ParameterVersionDestroyed,
                ParameterDeleted,
                ParameterRestored,
                ParameterResourcePolicyPut,
                ParameterResourcePolicyDeleted,
                DeletedParameterDestroyed {

    ParameterName name();

    @Override
    default List<NamedResource> resources() {
        return List.of(new NamedResource(ParameterId.of(where(), name()).arn(), name().value()));
    }
}
