package io.attestore.events.parameter;

import io.attestore.events.Event;

/** An event of Parameter Store. */
public sealed interface ParameterEvent extends Event
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
                DeletedParameterDestroyed,
                ParameterRead {}
