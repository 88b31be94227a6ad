package io.attestore.events.call;

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

    private static String cut(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX);
    }
}
