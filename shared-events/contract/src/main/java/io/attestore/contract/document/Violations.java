package io.attestore.contract.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what does not fit. Counts all of it and describes the first {@value #DESCRIBED_MAX}. */
final class Violations {

    static final int DESCRIBED_MAX = 10;

    private final List<String> described = new ArrayList<>();
    private int count;

    void add(String value, Place place, String constraint) {
        count++;
        if (described.size() < DESCRIBED_MAX) {
            described.add(value + " at '" + place.text() + "' failed to satisfy constraint: " + constraint);
        }
    }

    Optional<String> message() {
        if (count == 0) {
            return Optional.empty();
        }
        String errors = count == 1 ? " validation error detected: " : " validation errors detected: ";
        return Optional.of(count + errors + String.join("; ", described));
    }
}
