package io.attestore.audit.record;

import java.util.List;

/** Which versions of one parameter an answer held, in the answer's order. */
public record DisclosedVersions(String name, List<Long> versions) {

    public DisclosedVersions {
        versions = List.copyOf(versions);
    }
}
