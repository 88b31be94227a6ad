package io.attestore.query.attestore;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.past.PastStates;
import io.attestore.query.attestore.inventory.DescribeInventory;
import java.util.List;

/** The operations that AWS does not have and that change nothing, for whoever serves them. */
public final class AttestoreQueries {

    private final PastStates past;
    private final PageTokens tokens;

    public AttestoreQueries(PastStates past, PageTokens tokens) {
        this.past = past;
        this.tokens = tokens;
    }

    public List<Operation> all() {
        return List.of(new DescribeInventory(past, tokens).operation(), ListLocks.operation());
    }
}
