package io.attestore.query.parameters.getparametersbypath;

import io.attestore.query.parameters.disclosure.Wanted;
import java.util.List;
import java.util.Optional;

/**
 * One page.
 *
 * @param continueAfter the last path that was looked at; empty if there is nothing beyond
 */
record PathPage(List<Wanted> wanted, Optional<String> continueAfter) {

    PathPage {
        wanted = List.copyOf(wanted);
    }
}
