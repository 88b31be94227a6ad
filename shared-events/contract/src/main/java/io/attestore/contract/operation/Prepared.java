package io.attestore.contract.operation;

import java.util.List;
import java.util.function.Supplier;

/**
 * One attempt at a call before it is decided. Not for sharing between threads.
 *
 * @param access what it needs permission for: all of it, in this order
 * @param decision the handler's, to be asked once permission is given
 */
public record Prepared(List<Access> access, Supplier<Outcome> decision) {

    /** The same of a request that tells policies more. */
    public Prepared where(ConditionValues request) {
        return new Prepared(access.stream().map(each -> each.where(request)).toList(), decision);
    }
}
