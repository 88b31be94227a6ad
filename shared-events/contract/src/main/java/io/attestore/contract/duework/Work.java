package io.attestore.contract.duework;

import io.attestore.events.id.AccountRegion;
import java.time.Instant;

/**
 * What due work is about, but for the time.
 *
 * @param name of the instance that it is done to, unique in its namespace and written in one way only, since it is stored
 * @param subject what of the instance it is about, if there can be several such; else empty
 */
public record Work(DueWorkKind kind, AccountRegion where, String name, String subject) {

    public DueWork at(Instant dueAt) {
        return new DueWork(this, dueAt);
    }

    /** Text that no other work has. */
    public String text() {
        return kind + " " + where.prefix() + name + "\n" + subject;
    }
}
