package io.attestore.query.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Outcome;
import java.util.List;

/**
 * The lists of what this server does not offer to make, so that whoever walks an account is told the truth: there is
 * none.
 */
final class EmptyLists {

    private EmptyLists() {}

    static Outcome of(String list) {
        return Outcome.answered(
                Structure.builder().putAll(list, List.<Structure>of()).build());
    }

    static Outcome paged(String list) {
        return Outcome.answered(Structure.builder()
                .putAll(list, List.<Structure>of())
                .put("IsTruncated", false)
                .build());
    }
}
