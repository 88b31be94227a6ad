package io.attestore.policy.evaluation;

import io.attestore.events.id.Arn;

/** Where a policy comes from: what a record and a message name it by. */
public sealed interface PolicySource {

    /** A text for a record. */
    String label();

    /** A managed policy, named by its ARN. */
    record Managed(Arn arn) implements PolicySource {

        @Override
        public String label() {
            return arn.value();
        }
    }

    /** A document that is nobody's, such as one that is only tried out. */
    record Named(String name) implements PolicySource {

        @Override
        public String label() {
            return name;
        }
    }

    /**
     * A policy that is part of its owner.
     *
     * @param owner whom it belongs to: the user, group, role, session or resource
     * @param name its name at the owner
     */
    record Inline(String owner, String name) implements PolicySource {

        @Override
        public String label() {
            return owner + " " + name;
        }
    }
}
