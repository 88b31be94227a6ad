package io.attestore.audit.trail;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search, newest first.
 *
 * @param next where the next page continues; empty if there is nothing older
 */
public record TrailPage(List<TrailEntry> entries, Optional<TrailPlace> next) {

    public TrailPage {
        entries = List.copyOf(entries);
    }
}
