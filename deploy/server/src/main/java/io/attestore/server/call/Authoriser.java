package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.state.Entities;
import io.attestore.events.call.Principal;

/**
 * Decides what a principal may do. What it loads to decide becomes part of the call's append condition, so that a
 * permission that was withdrawn meanwhile never counts. Safe for many threads.
 */
@FunctionalInterface
public interface Authoriser {

    Decision decide(Principal principal, Access access, Entities entities);
}
