package io.attestore.contract.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The values of the condition keys of one request, e.g. of {@code kms:EncryptionContext:AppName}. Each is asked for by
 * its key, only when a policy has a condition on it, which most have not: what a value costs is paid then. Not for
 * sharing between threads: what is loaded to answer belongs to the call.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">IAM: condition
 *     elements</a>
 */
@FunctionalInterface
public interface ConditionValues {

    ConditionValues NONE = key -> Optional.empty();

    /**
     * To be implemented; callers ask {@link #values}.
     *
     * @param lowerCaseKey a key in lower case
     */
    Optional<List<String>> given(String lowerCaseKey);

    /**
     * The values of a key, which is compared without regard to case; empty if this request does not have the key, which
     * conditions tell from having it without a value.
     */
    default Optional<List<String>> values(String key) {
        return given(key.toLowerCase(Locale.ROOT));
    }

    /** The same and, of keys that these have no values for, others. */
    default ConditionValues or(ConditionValues others) {
        return key -> given(key).or(() -> others.given(key));
    }

    /** A key that has one value. */
    static Optional<List<String>> one(String value) {
        return Optional.of(List.of(value));
    }

    static Optional<List<String>> one(boolean value) {
        return one(Boolean.toString(value));
    }

    /** A key that a request with no values does not have. */
    static Optional<List<String>> some(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /**
     * The values of a key that ends in a name of the caller's own, such as a tag's. Names that differ only in case are one
     * key of several values.
     *
     * @param prefix all that precedes the name, in lower case
     * @param byName not asked for where the key has another prefix
     */
    static Optional<List<String>> named(
            String lowerCaseKey, String prefix, Supplier<Stream<Map.Entry<String, String>>> byName) {
        if (!lowerCaseKey.startsWith(prefix)) {
            return Optional.empty();
        }
        String name = lowerCaseKey.substring(prefix.length());
        return some(byName.get()
                .filter(pair -> pair.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(Map.Entry::getValue)
                .distinct()
                .toList());
    }
}
