package io.attestore.query.ssm.parameter.listing;

import io.attestore.entities.ssm.parameter.ParameterDirectory;
import java.util.List;
import java.util.Optional;

/**
 * One page.
 *
 * @param next where the next page begins; empty if nothing is beyond
 */
public record DirectoryPage(List<ParameterDirectory.Entry> entries, Optional<String> next) {

    public DirectoryPage {
        entries = List.copyOf(entries);
    }
}
