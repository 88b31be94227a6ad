package io.attestore.events.call;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link Principal} is written into an event's metadata and read back.
 *
 * <pre>
 * principalType principalId principalArn principalAccount     of all
 * accessKeyId                                                 of all but services
 * userName                                                    of an IAM user
 * roleArn                                                     of a role's session
 * issuerType issuerId issuerArn                               of a federated user
 * sessionCreatedAt sessionMfaAuthenticated                    of a session, and where there is one:
 *   sourceIdentity webIdentityProvider webIdentity/ATTRIBUTE
 * </pre>
 *
 * Events of older versions have a role's session without roleArn and session, and an accessKeyId that stands for none
 * in those of services.
 */
final class PrincipalMetadata {

    private static final String ATTRIBUTE_PREFIX = "webIdentity/";

    private PrincipalMetadata() {}

    static void write(Principal principal, Map<String, String> metadata) {
        metadata.put("principalType", principal.type().wireName());
        metadata.put("principalId", principal.principalId());
        metadata.put("principalArn", principal.arn().value());
        metadata.put("principalAccount", principal.account().value());
        principal.accessKeyId().ifPresent(key -> metadata.put("accessKeyId", key.value()));
        switch (principal) {
            case Principal.Root _, Principal.Service _ -> {
                // All of it is said.
            }
            case Principal.IamUser user -> metadata.put("userName", user.name());
            case Principal.RoleSession session ->
                metadata.put("roleArn", session.role().arn().value());
            case Principal.FederatedUser user -> {
                metadata.put("issuerType", user.issuer().type().wireName());
                metadata.put("issuerId", user.issuer().principalId());
                metadata.put("issuerArn", user.issuer().arn().value());
            }
        }
        principal.session().ifPresent(session -> write(session, metadata));
    }

    private static void write(Session session, Map<String, String> metadata) {
        metadata.put("sessionCreatedAt", InstantText.write(session.createdAt()));
        metadata.put("sessionMfaAuthenticated", Boolean.toString(session.mfaAuthenticated()));
        session.sourceIdentity().ifPresent(identity -> metadata.put("sourceIdentity", identity));
        session.webIdentity().ifPresent(identity -> {
            metadata.put("webIdentityProvider", identity.federatedProvider());
            identity.attributes().forEach((name, value) -> metadata.put(ATTRIBUTE_PREFIX + name, value));
        });
    }

    static Principal read(Map<String, String> metadata) {
        Arn arn = new Arn(CallMetadata.required(metadata, "principalArn"));
        String id = CallMetadata.required(metadata, "principalId");
        return switch (PrincipalType.ofWireName(CallMetadata.required(metadata, "principalType"))) {
            case ROOT -> new Principal.Root(account(metadata), arn, key(metadata), session(metadata));
            case IAM_USER -> new Principal.IamUser(arn, id, key(metadata), session(metadata));
            case ASSUMED_ROLE -> roleSession(arn, id, metadata);
            case FEDERATED_USER ->
                new Principal.FederatedUser(issuer(metadata), afterColon(id), key(metadata), session(metadata));
            case AWS_SERVICE -> new Principal.Service(id, account(metadata), arn);
        };
    }

    private static Principal.RoleSession roleSession(Arn arn, String id, Map<String, String> metadata) {
        String sessionName = afterColon(id);
        String roleId = id.substring(0, id.length() - sessionName.length() - 1);
        Arn role = Optional.ofNullable(metadata.get("roleArn")).map(Arn::new).orElseGet(() -> withoutPath(arn));
        return new Principal.RoleSession(
                SessionIssuer.role(roleId, role), sessionName, key(metadata), session(metadata));
    }

    /** The ARN of the role that {@code assumed-role/ROLE/SESSION} names, if the role has no path. */
    private static Arn withoutPath(Arn session) {
        String[] parts = session.resource().split("/", -1);
        if (parts.length != 3 || !parts[0].equals("assumed-role")) {
            throw new IllegalArgumentException("Not the ARN of a role's session");
        }
        return new Arn("arn:" + session.partition() + ":iam::" + session.account() + ":role/" + parts[1]);
    }

    private static SessionIssuer issuer(Map<String, String> metadata) {
        return new SessionIssuer(
                SessionIssuer.Type.ofWireName(CallMetadata.required(metadata, "issuerType")),
                CallMetadata.required(metadata, "issuerId"),
                new Arn(CallMetadata.required(metadata, "issuerArn")));
    }

    private static Optional<Session> session(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get("sessionCreatedAt"))
                .map(createdAt -> new Session(
                        InstantText.read(createdAt),
                        Boolean.parseBoolean(CallMetadata.required(metadata, "sessionMfaAuthenticated")),
                        Optional.ofNullable(metadata.get("sourceIdentity")),
                        Optional.ofNullable(metadata.get("webIdentityProvider"))
                                .map(provider -> WebIdentity.of(provider, attributes(metadata)))));
    }

    private static Map<String, String> attributes(Map<String, String> metadata) {
        Map<String, String> attributes = new LinkedHashMap<>();
        metadata.forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE_PREFIX)) {
                attributes.put(name.substring(ATTRIBUTE_PREFIX.length()), value);
            }
        });
        return attributes;
    }

    private static AccountId account(Map<String, String> metadata) {
        return new AccountId(CallMetadata.required(metadata, "principalAccount"));
    }

    private static AccessKeyId key(Map<String, String> metadata) {
        return new AccessKeyId(CallMetadata.required(metadata, "accessKeyId"));
    }

    private static String afterColon(String id) {
        int colon = id.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("The id of a session's principal has a colon");
        }
        return id.substring(colon + 1);
    }
}
