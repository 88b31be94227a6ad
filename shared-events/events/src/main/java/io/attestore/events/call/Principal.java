package io.attestore.events.call;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * Who made a call, in the terms of CloudTrail's userIdentity element. Holds no secret: a session's credentials and token
 * are no part of it.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     CloudTrail userIdentity element</a>
 */
public sealed interface Principal {

    PrincipalType type();

    /** The account that owns the principal: for a session that of the role or user that it was made from. */
    AccountId account();

    Arn arn();

    /** Unique for ever, unlike a name: what STS's GetCallerIdentity calls UserId. */
    String principalId();

    /** The access key that signed the call; empty for a service, which signs nothing. */
    Optional<AccessKeyId> accessKeyId();

    /** The session that the credentials belong to; empty for those that do not expire. */
    Optional<Session> session();

    /** The root of an account. Root's ARN has no Region; its partition is that of the Region that was called. */
    static Root root(AccountId account, AccessKeyId key, String partition) {
        return new Root(account, new Arn("arn:" + partition + ":iam::" + account + ":root"), key, Optional.empty());
    }

    /**
     * A service that acts by itself in an account, on nobody's behalf.
     *
     * @param name e.g. {@code ssm.amazonaws.com}
     */
    static Service service(String name, AccountId account, String partition) {
        return new Service(name, account, new Arn("arn:" + partition + ":iam::" + account + ":service/" + name));
    }

    /** The root user of an account. */
    record Root(AccountId account, Arn arn, AccessKeyId key, Optional<Session> session) implements Principal {

        @Override
        public PrincipalType type() {
            return PrincipalType.ROOT;
        }

        @Override
        public String principalId() {
            return account.value();
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.of(key);
        }
    }

    /**
     * A user of IAM.
     *
     * @param arn {@code arn:aws:iam::ACCOUNT:user/PATH/NAME}
     * @param userId {@code AIDA…}
     */
    record IamUser(Arn arn, String userId, AccessKeyId key, Optional<Session> session) implements Principal {

        public IamUser {
            PrincipalTexts.requireIam(arn, "user");
            PrincipalTexts.requireId(userId);
        }

        /** At most 64 characters. */
        public String name() {
            return PrincipalTexts.name(arn);
        }

        /** {@code /}, or as {@code /division/team/}. */
        public String path() {
            return PrincipalTexts.path(arn);
        }

        @Override
        public PrincipalType type() {
            return PrincipalType.IAM_USER;
        }

        @Override
        public AccountId account() {
            return new AccountId(arn.account());
        }

        @Override
        public String principalId() {
            return userId;
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.of(key);
        }
    }

    /**
     * Somebody who has assumed a role.
     *
     * @param role the role, {@code AROA…} and its ARN
     * @param sessionName 2 to 64 characters, as the one who assumed the role chose it
     * @param session empty in events of versions that did not record it
     */
    record RoleSession(SessionIssuer role, String sessionName, AccessKeyId key, Optional<Session> session)
            implements Principal {

        public RoleSession {
            if (role.type() != SessionIssuer.Type.ROLE) {
                throw new IllegalArgumentException("A role's session is issued by a role");
            }
            PrincipalTexts.requireName(sessionName, 2, 64, "A session name");
        }

        @Override
        public PrincipalType type() {
            return PrincipalType.ASSUMED_ROLE;
        }

        @Override
        public AccountId account() {
            return role.account();
        }

        /** {@code arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION}: the role's path is not in it. */
        @Override
        public Arn arn() {
            return role.stsArn("assumed-role/" + PrincipalTexts.name(role.arn()) + "/" + sessionName);
        }

        @Override
        public String principalId() {
            return role.principalId() + ":" + sessionName;
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.of(key);
        }
    }

    /**
     * Whom a user or the root of an account gave credentials by GetFederationToken.
     *
     * @param issuer that user or root
     * @param name 2 to 32 characters
     */
    record FederatedUser(SessionIssuer issuer, String name, AccessKeyId key, Optional<Session> session)
            implements Principal {

        public FederatedUser {
            if (issuer.type() == SessionIssuer.Type.ROLE) {
                throw new IllegalArgumentException("A role issues no federated user's session");
            }
            PrincipalTexts.requireName(name, 2, 32, "A federated user's name");
        }

        @Override
        public PrincipalType type() {
            return PrincipalType.FEDERATED_USER;
        }

        @Override
        public AccountId account() {
            return issuer.account();
        }

        @Override
        public Arn arn() {
            return issuer.stsArn("federated-user/" + name);
        }

        @Override
        public String principalId() {
            return account() + ":" + name;
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.of(key);
        }
    }

    /** A service that acts by itself, on nobody's behalf. */
    record Service(String name, AccountId account, Arn arn) implements Principal {

        @Override
        public PrincipalType type() {
            return PrincipalType.AWS_SERVICE;
        }

        @Override
        public String principalId() {
            return name;
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.empty();
        }

        @Override
        public Optional<Session> session() {
            return Optional.empty();
        }
    }
}
