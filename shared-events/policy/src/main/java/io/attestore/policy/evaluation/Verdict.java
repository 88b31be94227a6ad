package io.attestore.policy.evaluation;

import io.attestore.policy.document.Statement;
import io.attestore.policy.request.ActionName;

/** What policies say to a request, and which statement or gate said it. */
public sealed interface Verdict {

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    record Allowed(Grounds by) implements Verdict {}

    /** Not allowed. */
    sealed interface Denied extends Verdict {

        /** The kind of policy that it failed at. */
        Gate gate();

        /** The end of AWS's message, from "because" or "with". */
        String reason(ActionName action);
    }

    /** A statement denies it: nothing that allows it would help. */
    record ExplicitlyDenied(Gate gate, Grounds.ByStatement by) implements Denied {

        /** A managed policy is named by its ARN. */
        @Override
        public String reason(ActionName action) {
            String text = "with an explicit deny in " + gate.denying();
            return by.policy().source() instanceof PolicySource.Managed managed ? text + ": " + managed.arn() : text;
        }
    }

    /** Nothing allows it where something must. */
    record ImplicitlyDenied(Gate gate) implements Denied {

        @Override
        public String reason(ActionName action) {
            return "because " + gate.notAllowing() + " allows the " + action.value() + " action";
        }
    }

    /** Whose word decided. */
    sealed interface Grounds {

        /** A statement of a policy. */
        record ByStatement(AttachedPolicy policy, Statement statement) implements Grounds {}

        /** The root of the account that owns the resource needs no policy. */
        record ByRoot() implements Grounds {}

        /** A grant beside the resource's policy. */
        record ByGrant(String grantId) implements Grounds {}
    }
}
