package io.attestore.policy.document;

import io.attestore.events.id.AccountId;
import io.attestore.policy.request.Requester;

/** One principal that a statement names. */
sealed interface PrincipalName {

    Reach reach(Requester requester);

    /**
     * Everybody: {@code *} also those who are of no account, {@code "AWS": "*"} everybody who is of one. The difference is
     * made for what a statement allows; what it denies, it denies everybody.
     */
    record Everybody(boolean withoutAccount) implements PrincipalName {

        @Override
        public Reach reach(Requester requester) {
            return withoutAccount || requester instanceof Requester.InAccount ? Reach.DIRECT : Reach.NONE;
        }
    }

    /** An account, named by its id or by the ARN of its root. Its root user is thereby named himself. */
    record Account(AccountId account) implements PrincipalName {

        @Override
        public Reach reach(Requester requester) {
            if (!(requester instanceof Requester.InAccount member)
                    || !member.account().equals(account)) {
                return Reach.NONE;
            }
            return member.kind() == Requester.Kind.ROOT ? Reach.DIRECT : Reach.ACCOUNT;
        }
    }

    /** A user, role or session, by its ARN or by the id that is unique for ever. */
    record Identity(String text) implements PrincipalName {

        @Override
        public Reach reach(Requester requester) {
            if (!(requester instanceof Requester.InAccount member)) {
                return Reach.NONE;
            }
            if (text.equals(member.arn()) || text.equals(member.id())) {
                return Reach.DIRECT;
            }
            boolean isIssuer = text.equals(member.issuerArn()) || text.equals(member.issuerId());
            return isIssuer ? Reach.ISSUER : Reach.NONE;
        }
    }

    record Service(String name) implements PrincipalName {

        @Override
        public Reach reach(Requester requester) {
            return requester instanceof Requester.Service(String service) && service.equals(name)
                    ? Reach.DIRECT
                    : Reach.NONE;
        }
    }

    /** An identity provider. */
    record Federated(String provider) implements PrincipalName {

        @Override
        public Reach reach(Requester requester) {
            return requester instanceof Requester.Federated(String shown) && shown.equals(provider)
                    ? Reach.DIRECT
                    : Reach.NONE;
        }
    }

    /** A principal that nobody here can be. */
    record Nobody(String text) implements PrincipalName {

        @Override
        public Reach reach(Requester requester) {
            return Reach.NONE;
        }
    }
}
