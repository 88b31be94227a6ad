package io.attestore.events.call;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * Whom a session's credentials came from: CloudTrail's sessionIssuer.
 *
 * @param principalId {@code AROA…}, {@code AIDA…}, or the account's id for root
 */
public record SessionIssuer(Type type, String principalId, Arn arn) {

    /** In CloudTrail's words. */
    public enum Type {
        ROOT("Root"),
        IAM_USER("IAMUser"),
        ROLE("Role");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        static Type ofWireName(String name) {
            for (Type type : values()) {
                if (type.wireName.equals(name)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("No type of session issuers");
        }
    }

    public SessionIssuer {
        switch (type) {
            case ROOT -> requireRoot(principalId, arn);
            case IAM_USER -> {
                PrincipalTexts.requireIam(arn, "user");
                PrincipalTexts.requireId(principalId);
            }
            case ROLE -> {
                PrincipalTexts.requireIam(arn, "role");
                PrincipalTexts.requireId(principalId);
            }
        }
    }

    private static void requireRoot(String principalId, Arn arn) {
        boolean root = arn.service().equals("iam")
                && arn.resource().equals("root")
                && AccountId.isValid(principalId)
                && arn.account().equals(principalId);
        if (!root) {
            throw new IllegalArgumentException("Not the root of an account");
        }
    }

    /** @param roleId {@code AROA…} */
    public static SessionIssuer role(String roleId, Arn arn) {
        return new SessionIssuer(Type.ROLE, roleId, arn);
    }

    public static SessionIssuer user(Principal.IamUser user) {
        return new SessionIssuer(Type.IAM_USER, user.userId(), user.arn());
    }

    public static SessionIssuer root(Principal.Root root) {
        return new SessionIssuer(Type.ROOT, root.principalId(), root.arn());
    }

    public AccountId account() {
        return new AccountId(arn.account());
    }

    /** The name of the user or role; root has none. */
    public Optional<String> userName() {
        return switch (type) {
            case ROOT -> Optional.empty();
            case IAM_USER, ROLE -> Optional.of(PrincipalTexts.name(arn));
        };
    }

    Arn stsArn(String resource) {
        return new Arn("arn:" + arn.partition() + ":sts::" + arn.account() + ":" + resource);
    }
}
