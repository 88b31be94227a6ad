package io.attestore.door.operation;

import io.attestore.entities.Entities;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;

/**
 * One attempt at one authenticated call, as its handler sees it. What the handler loads becomes part of the condition
 * under which the outcome is appended. Not for sharing between threads.
 */
public interface Call extends Entities {

    CallContext context();

    /** The namespace the call is about: the caller's account, the Region of the credential scope. */
    default AccountRegion where() {
        return context().where();
    }

    /** May the caller do this, too? For what an operation needs beyond its own action, e.g. {@code kms:Decrypt}. */
    Decision decide(String action, Arn resource);
}
