package io.attestore.query.ssm.parameter.listing;

import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import java.util.Optional;

/** A parameter that a list looks at: what the directory tells of it, and the parameter itself where that is not enough. */
interface Candidate {

    ParameterDirectory.Entry entry();

    /** Costs a load; empty if it is not there. */
    Optional<Parameter.Present> parameter();

    default String path() {
        return entry().name().path();
    }
}
