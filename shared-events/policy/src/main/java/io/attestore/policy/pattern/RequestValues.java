package io.attestore.policy.pattern;

import java.util.List;
import java.util.Optional;

/**
 * The values of the condition keys of one request. Asked for only what a policy asks for, and usually that is nothing. Safe
 * for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS: global
 *     condition context keys</a>
 */
@FunctionalInterface
public interface RequestValues {

    /** A request that tells nothing of itself. */
    RequestValues NONE = key -> Optional.empty();

    /**
     * The values of a key; empty if the request does not have it, which is not the same as having it with no value.
     *
     * @param key in lower case, e.g. {@code aws:sourceip}
     */
    Optional<List<String>> of(String key);
}
