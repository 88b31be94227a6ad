package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;

/**
 * Decides what the principal of a call may do. What it loads to decide becomes part of the call's append condition, so that
 * a permission that was withdrawn meanwhile never counts. Safe for many threads.
 */
@FunctionalInterface
public interface Authoriser {

    Decision decide(Call call, Access access);
}
