package io.attestore.contract.operation;

import io.attestore.contract.state.Entities;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import java.util.Optional;
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

    /** The operation's own action, e.g. {@code ssm:GetParameter}. */
    String action();

    /** Permission for the operation's own action on a resource. */
    default Access access(Arn resource) {
        return Access.to(action(), resource);
    }

    /**
     * May the caller do this? What an operation needs for itself is decided before its handler is asked; this is for what
     * another service does on the caller's behalf, such as a key's use, and for which items of a list he may see.
     */
    Decision decide(Access access);

    /**
     * Whether a lock refuses everybody this resource. What the call itself is about was looked at before its handler is
     * asked; this is for what it discloses besides, such as the parameters under a path.
     */
    default Optional<Decision.Denied> locked(Arn resource) {
        return Optional.empty();
    }

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
