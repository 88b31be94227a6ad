package io.attestore.door.sigv4;

import io.attestore.events.id.AccessKeyId;
import java.util.Optional;

/**
 * The access keys that may sign. Asked for every request, so a key that was deleted or disabled is refused from the
 * next request on. The secret of an id never changes while the process runs. Safe for many threads.
 */
@FunctionalInterface
public interface AccessKeys {

    /** The key if it exists and is active, with a secret of its own: whoever asks closes it. */
    Optional<AccessKey> find(AccessKeyId id);
}
