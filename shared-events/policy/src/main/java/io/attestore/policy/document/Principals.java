package io.attestore.policy.document;

import io.attestore.policy.request.Requester;
import java.util.List;

/** A statement's Principal or NotPrincipal; a statement of an identity policy has neither and speaks of whoever has it. */
sealed interface Principals {

    /** How a statement that allows names the requester. */
    Reach allowReach(Requester requester);

    /** Whether a statement that denies speaks of the requester. */
    boolean areDenied(Requester requester, boolean hasBoundary);

    /** The holder of an identity policy. */
    record Holder() implements Principals {

        @Override
        public Reach allowReach(Requester requester) {
            return Reach.DIRECT;
        }

        @Override
        public boolean areDenied(Requester requester, boolean hasBoundary) {
            return true;
        }
    }

    /** Those of Principal. */
    record Named(List<PrincipalName> names) implements Principals {

        @Override
        public Reach allowReach(Requester requester) {
            Reach reach = Reach.NONE;
            for (PrincipalName name : names) {
                reach = reach.orStronger(name.reach(requester));
            }
            return reach;
        }

        @Override
        public boolean areDenied(Requester requester, boolean hasBoundary) {
            for (PrincipalName name : names) {
                if (name instanceof PrincipalName.Everybody || name.reach(requester) != Reach.NONE) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * All but those of NotPrincipal, which only denies. To be spared from what is denied, one must be named by every name one has: a session
     * by its own, its role's and its account's. Whoever has a permissions boundary is never spared.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">
     *     IAM: NotPrincipal</a>
     */
    record AllBut(List<PrincipalName> names) implements Principals {

        @Override
        public Reach allowReach(Requester requester) {
            return Reach.NONE;
        }

        @Override
        public boolean areDenied(Requester requester, boolean hasBoundary) {
            return hasBoundary || !isSpared(requester);
        }

        private boolean isSpared(Requester requester) {
            if (!(requester instanceof Requester.InAccount member)) {
                return hasReach(requester, Reach.DIRECT);
            }
            boolean everybody = names.stream().anyMatch(PrincipalName.Everybody.class::isInstance);
            return everybody
                    || switch (member.kind()) {
                        case ROOT -> hasReach(requester, Reach.DIRECT);
                        case USER -> hasReach(requester, Reach.DIRECT) && hasReach(requester, Reach.ACCOUNT);
                        case ROLE_SESSION, FEDERATED_BY_USER ->
                            hasReach(requester, Reach.DIRECT)
                                    && hasReach(requester, Reach.ISSUER)
                                    && hasReach(requester, Reach.ACCOUNT);
                        case FEDERATED_BY_ROOT ->
                            hasReach(requester, Reach.DIRECT) && hasReach(requester, Reach.ACCOUNT);
                    };
        }

        private boolean hasReach(Requester requester, Reach reach) {
            return names.stream().anyMatch(name -> name.reach(requester) == reach);
        }
    }
}
