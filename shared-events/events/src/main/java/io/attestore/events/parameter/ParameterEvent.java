package io.attestore.events.parameter;

import io.attestore.events.Event;
import io.attestore.events.id.AccountRegion;

/** An event of Parameter Store. */
public sealed interface ParameterEvent extends Event permits OneParameterEvent, ParameterRead {

    /** The namespace that the parameters live in. */
    AccountRegion where();
}
