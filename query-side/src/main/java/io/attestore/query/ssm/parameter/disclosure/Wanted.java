package io.attestore.query.ssm.parameter.disclosure;

import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.id.ParameterName;
import java.util.Optional;

/**
 * One version whose value an answer is to hold.
 *
 * @param name what the answer calls it: the name that it was asked for by, or that it was put by if no name was asked for
 * @param selector the version number or label that it was asked for by
 */
public record Wanted(
        Parameter.Present parameter, ParameterVersion version, ParameterName name, Optional<String> selector) {

    /** Of a parameter that was found otherwise than by its name. */
    public Wanted(Parameter.Present parameter, ParameterVersion version, Optional<String> selector) {
        this(parameter, version, parameter.name(), selector);
    }

    /** The newest version; empty if its value was destroyed. */
    public static Optional<Wanted> current(Parameter.Present parameter) {
        return parameter.readableCurrent().map(version -> new Wanted(parameter, version, Optional.empty()));
    }
}
