package io.attestore.contract.operation;

import io.attestore.contract.state.Entities;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import java.util.function.Supplier;

/**
 * One attempt at one authenticated call, as its handler sees it. What the handler loads becomes part of the condition
 * under which the outcome is appended. Not for sharing between threads.
 */
public interface Call extends Entities {

    /** The items of a page that a call makes by itself. */
    int LIGHT_PAGE_MAX = 10;

    CallContext context();

    /** The namespace the call is about: the caller's account, the Region of the credential scope. */
    default AccountRegion where() {
        return context().where();
    }

    /** May the caller do this, too? For what an operation needs beyond its own action, e.g. {@code kms:Decrypt}. */
    Decision decide(String action, Arn resource);

    /**
     * Does work that takes much of a processor, such as a large page, where it keeps nobody else waiting: within the
     * account's share of the threads that are for such work. Returns when it is done; it may run in another thread, but
     * in none at the same time as the caller. What it throws is thrown.
     *
     * @throws io.attestore.events.log.LogOverloadedException if too much of the account's work is waiting
     * @throws io.attestore.events.log.LogUnavailableException if its turn has not come within the call's time limit
     */
    default <T> T heavy(Supplier<T> work) {
        return work.get();
    }

    /** Makes a page, which is heavy if it has more than {@value #LIGHT_PAGE_MAX} items. */
    default <T> T page(int items, Supplier<T> work) {
        return items > LIGHT_PAGE_MAX ? heavy(work) : work.get();
    }
}
