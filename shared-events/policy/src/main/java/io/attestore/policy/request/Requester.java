package io.attestore.policy.request;

import io.attestore.events.call.Principal;
import io.attestore.events.call.SessionIssuer;
import io.attestore.events.id.AccountId;

/** Who asks, seen by the names under which a policy may speak of him. */
public sealed interface Requester {

    /** The ARN of exactly this one: of the user, of the session; a service's name. */
    String arn();

    static Requester of(Principal principal) {
        return switch (principal) {
            case Principal.Root root ->
                new InAccount(Kind.ROOT, root.account(), root.arn().value(), root.principalId(), "", "");
            case Principal.IamUser user ->
                new InAccount(Kind.USER, user.account(), user.arn().value(), user.userId(), "", "");
            case Principal.RoleSession session -> session(Kind.ROLE_SESSION, session, session.role());
            case Principal.FederatedUser session ->
                session(
                        session.issuer().type() == SessionIssuer.Type.ROOT
                                ? Kind.FEDERATED_BY_ROOT
                                : Kind.FEDERATED_BY_USER,
                        session,
                        session.issuer());
            case Principal.Service service -> new Service(service.name());
        };
    }

    private static Requester session(Kind kind, Principal principal, SessionIssuer issuer) {
        return new InAccount(
                kind,
                principal.account(),
                principal.arn().value(),
                principal.principalId(),
                issuer.arn().value(),
                issuer.principalId());
    }

    /** What policies tell apart among those that belong to an account. */
    enum Kind {
        ROOT,
        USER,
        ROLE_SESSION,
        FEDERATED_BY_USER,
        FEDERATED_BY_ROOT
    }

    /**
     * Somebody of an account.
     *
     * @param id unique for ever: of a user {@code AIDA…}, of a role's session {@code AROA…:NAME}
     * @param issuerArn of a session the ARN of the role, user or root that it was made from; else empty
     * @param issuerId of a session the unique id of that; else empty
     */
    record InAccount(Kind kind, AccountId account, String arn, String id, String issuerArn, String issuerId)
            implements Requester {}

    /** A service that acts by itself. Only a resource's policy can let it in. */
    record Service(String arn) implements Requester {}

    /**
     * Somebody who shows a token of an identity provider and is of no account yet.
     *
     * @param arn the provider: its ARN or, of the built-in ones, its name
     */
    record Federated(String arn) implements Requester {}

    /** Somebody who shows nothing. Only a policy for everybody lets him in. */
    record Anonymous() implements Requester {

        @Override
        public String arn() {
            return "*";
        }
    }
}
