package io.attestore.command.attestore.lock;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.lock.Locks;
import io.attestore.events.lock.LockKind;

/** The refusals of locks; the words are ours. */
final class LockFaults {

    private LockFaults() {}

    static AwsFault notFound(String name) {
        return AwsFault.client("LockNotFoundException", "There is no lock named " + name + ".");
    }

    static AwsFault limitExceeded() {
        return AwsFault.client(
                "LockLimitExceededException",
                "An account has up to " + Locks.MAX + " locks, those that have ended included. Delete one first.");
    }

    static AwsFault notA(LockKind kind) {
        return AwsFault.validation(
                switch (kind) {
                    case PRINCIPAL -> "Target must be the ARN of a user, a role or a session.";
                    case ACCESS_KEY -> "Target must be the id of an access key.";
                    case SESSION -> "Target must be a session's name: 2 to 64 letters, digits and any of _+=,.@-";
                    case NETWORK -> "Target must be an address of IPv4 or IPv6, or a block of them in CIDR notation.";
                    case RESOURCE -> "Target must be an ARN, in which * and ? are wildcards.";
                });
    }
}
