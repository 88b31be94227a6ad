package io.attestore.query.ssm.parameter.listing;

import java.util.function.Predicate;

/** What a list asks of a parameter: to be in reach, and to be accepted. */
record Criterion(Reach reach, Predicate<Candidate> accepts) {

    static Criterion reaching(Reach reach) {
        return new Criterion(reach, candidate -> true);
    }

    static Criterion accepting(Predicate<Candidate> accepts) {
        return new Criterion(Reach.EVERYWHERE, accepts);
    }
}
