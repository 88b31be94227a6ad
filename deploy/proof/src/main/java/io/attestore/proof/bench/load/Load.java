package io.attestore.proof.bench.load;

import java.time.Duration;

/** Something that can be kept busy for a while, and measured. */
@FunctionalInterface
public interface Load {

    /** @throws Exception if one answer was not as it had to be: a figure with errors in it is none */
    Measurement during(Duration time) throws Exception;
}
