package io.attestore.entities.ssm.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Of each parameter the 100 newest versions are kept: the oldest goes when one more comes. A version that has a label is
 * never given up so; while the oldest has one, no version can come.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html">Working with
 *     parameter versions</a>
 */
public sealed interface VersionLimit {

    /** Versions of one parameter that are kept. */
    int VERSIONS_MAX = 100;

    /** One more version can come, and these go: none as long as there is room. */
    record Room(List<ParameterVersion> displaced) implements VersionLimit {

        public Room {
            displaced = List.copyOf(displaced);
        }
    }

    /** No version can come, for this one, the oldest, has a label. */
    record Held(ParameterVersion oldest) implements VersionLimit {}

    /**
     * What one more version means.
     *
     * @param versions the ones that are kept, oldest first
     * @param labelled whether a version has a label
     */
    static VersionLimit oneMore(List<ParameterVersion> versions, Predicate<ParameterVersion> labelled) {
        List<ParameterVersion> displaced = new ArrayList<>();
        for (ParameterVersion oldest : versions.subList(0, Math.max(0, versions.size() + 1 - VERSIONS_MAX))) {
            if (labelled.test(oldest)) {
                return new Held(oldest);
            }
            displaced.add(oldest);
        }
        return new Room(displaced);
    }
}
