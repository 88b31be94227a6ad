package io.attestore.events.call;

import java.util.Map;
import java.util.Optional;

/**
 * What decided whether a caller was allowed: for the record, not for the caller, who would learn what policies others have.
 * Of root in its own account there is none.
 */
public sealed interface DecidedBy {

    /** Of names that somebody has chosen, no more than so many characters are kept. */
    int LENGTH_MAX = 512;

    boolean allows();

    /**
     * A statement that allows, or one that denies.
     *
     * @param policy the ARN of a managed policy; of another its owner's ARN and its name
     * @param statement its Sid, or its index in brackets
     */
    record Statement(boolean allows, String policy, String statement) implements DecidedBy {

        public Statement {
            policy = cut(policy);
            statement = cut(statement);
        }
    }

    /** A grant beside the resource's policy. */
    record Grant(String id) implements DecidedBy {

        public Grant {
            id = cut(id);
        }

        @Override
        public boolean allows() {
            return true;
        }
    }

    /**
     * Nothing allows it in the kind of policy where something must.
     *
     * @param kind such as {@code identity-based policy}
     */
    record Missing(String kind) implements DecidedBy {

        @Override
        public boolean allows() {
            return false;
        }
    }

    /** A lock, which beats all that allows. */
    record Lock(String name) implements DecidedBy {

        @Override
        public boolean allows() {
            return false;
        }
    }

    /** Writes it into an event's metadata. */
    default void write(Map<String, String> metadata) {
        switch (this) {
            case Statement(boolean allows, String policy, String statement) -> {
                metadata.put(allows ? "allowedBy.policy" : "deniedBy.policy", policy);
                metadata.put("decidedBy.statement", statement);
            }
            case Grant(String id) -> metadata.put("allowedBy.grant", id);
            case Missing(String kind) -> metadata.put("deniedBy.missing", kind);
            case Lock(String name) -> metadata.put("deniedBy.lock", name);
        }
    }

    /** Reads it back; events of older versions have none. */
    static Optional<DecidedBy> read(Map<String, String> metadata) {
        String statement = metadata.get("decidedBy.statement");
        if (statement != null) {
            String allowing = metadata.get("allowedBy.policy");
            return Optional.of(
                    allowing != null
                            ? new Statement(true, allowing, statement)
                            : new Statement(false, CallMetadata.required(metadata, "deniedBy.policy"), statement));
        }
        String grant = metadata.get("allowedBy.grant");
        if (grant != null) {
            return Optional.of(new Grant(grant));
        }
        String missing = metadata.get("deniedBy.missing");
        return missing != null
                ? Optional.of(new Missing(missing))
                : Optional.ofNullable(metadata.get("deniedBy.lock")).map(Lock::new);
    }

    private static String cut(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX);
    }
}
