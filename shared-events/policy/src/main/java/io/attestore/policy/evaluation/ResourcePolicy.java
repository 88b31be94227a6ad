package io.attestore.policy.evaluation;

import io.attestore.policy.document.PolicyKind;
import java.util.Optional;

/** The policy of the resource, and what weight it has beside those of the identity. */
public sealed interface ResourcePolicy {

    Optional<AttachedPolicy> policy();

    /** For resources without a policy. */
    ResourcePolicy NONE = new Adds(Optional.empty());

    /** In the same account it adds to what identity policies allow; across accounts it must allow, too. */
    record Adds(Optional<AttachedPolicy> policy) implements ResourcePolicy {

        public Adds {
            policy.ifPresent(one -> one.require(PolicyKind.RESOURCE));
        }
    }

    /**
     * Nothing is allowed past it: it must allow the requester himself or let his account in, and only then do the account's
     * identity policies count. Grants stand beside it.
     */
    record Gates(AttachedPolicy gate, Grants grants) implements ResourcePolicy {

        public Gates {
            gate.require(PolicyKind.RESOURCE);
        }

        @Override
        public Optional<AttachedPolicy> policy() {
            return Optional.of(gate);
        }
    }

    /** A role's trust policy: a gate, too, without grants. */
    record Trusts(AttachedPolicy trust) implements ResourcePolicy {

        public Trusts {
            trust.require(PolicyKind.TRUST);
        }

        @Override
        public Optional<AttachedPolicy> policy() {
            return Optional.of(trust);
        }
    }
}
