package io.attestore.query.parameters.disclosure;

import io.attestore.entities.parameter.Parameter;
import io.attestore.entities.parameter.ParameterVersion;
import java.util.Optional;

/**
 * One version whose value an answer is to hold.
 *
 * @param selector the version number or label that it was asked for by
 */
public record Wanted(Parameter.Present parameter, ParameterVersion version, Optional<String> selector) {

    /** The newest version; empty if its value was destroyed. */
    public static Optional<Wanted> current(Parameter.Present parameter) {
        return parameter.readableCurrent().map(version -> new Wanted(parameter, version, Optional.empty()));
    }
}
