package io.attestore.events.parameter;

import io.attestore.events.Event;

/** An event of Parameter Store. */
public sealed interface ParameterEvent extends Event
        permits ParameterCreated,
                ParameterVersionPut,
                ParameterVersionDestroyed,
                ParameterDeleted,
                ParameterRestored,
                DeletedParameterDestroyed,
                ParameterRead {}
