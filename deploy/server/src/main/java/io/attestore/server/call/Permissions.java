package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Decision;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * What the caller may in one attempt at a call. All that an answer is based on is loaded as the call's states, and so is part
 * of its append condition: nothing that was withdrawn meanwhile, on whichever node, counts. Not for sharing between threads.
 */
public interface Permissions {

    Decision decide(Access access);

    /** The lock that refuses the caller everything. */
    Optional<Decision.Denied> lockOnCaller();

    /** The lock that refuses everybody this resource, or refuses its owner's to the caller. */
    Optional<Decision.Denied> lockOn(Arn resource);
}
