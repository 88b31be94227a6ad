package io.attestore.policy.request;

import java.util.List;

/**
 * The request's context: the values of condition keys. It is asked only for keys that a statement in question names, so a
 * value that is dear to compute costs nothing where no policy looks at it.
 */
@FunctionalInterface
public interface RequestConditions {

    /** A context without any key. */
    RequestConditions NONE = key -> List.of();

    /**
     * The values of a key in the request.
     *
     * @param key in lower case, as {@code aws:sourceip} or {@code aws:principaltag/team}
     * @return empty where the request's context has no such key
     */
    List<String> values(String key);
}
