package io.attestore.audit.record;

import io.attestore.audit.record.RecordIdentity.AnotherAccount;
import io.attestore.audit.record.RecordIdentity.AwsInternal;
import io.attestore.audit.record.RecordIdentity.Caller;
import io.attestore.audit.record.RecordIdentity.Service;
import io.attestore.events.call.Principal;
import io.attestore.events.call.Session;
import io.attestore.events.call.SessionIssuer;
import io.attestore.events.call.WebIdentity;
import io.attestore.events.id.AccountId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes who did it with the fields and in the order of CloudTrail's userIdentity element. Its sessionContext has
 * sessionIssuer and webIdFederationData always, empty where there is none, as AWS's records do.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     CloudTrail userIdentity element</a>
 */
final class IdentityJson {

    private final JsonGenerator json;

    private IdentityJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(RecordIdentity identity, JsonGenerator json) {
        json.writeObjectPropertyStart("userIdentity");
        new IdentityJson(json).members(identity);
        json.writeEndObject();
    }

    private void members(RecordIdentity identity) {
        switch (identity) {
            case Caller(Principal.Service service, Optional<String> invokedBy) -> {
                json.writeStringProperty("type", service.type().wireName());
                json.writeStringProperty("invokedBy", invokedBy.orElse(service.name()));
            }
            case Caller(Principal principal, Optional<String> invokedBy) -> {
                caller(principal);
                invokedBy.ifPresent(service -> json.writeStringProperty("invokedBy", service));
            }
            case AnotherAccount(AccountId account, String principalId, Optional<String> invokedBy) -> {
                json.writeStringProperty("type", "AWSAccount");
                json.writeStringProperty("principalId", principalId);
                json.writeStringProperty("accountId", account.value());
                invokedBy.ifPresent(service -> json.writeStringProperty("invokedBy", service));
            }
            case Service(AccountId account, String invokedBy) -> {
                json.writeStringProperty("accountId", account.value());
                json.writeStringProperty("invokedBy", invokedBy);
            }
            case AwsInternal internal -> {
                json.writeStringProperty("accountId", internal.account().value());
                json.writeStringProperty("invokedBy", AwsInternal.INVOKED_BY);
            }
        }
    }

    private void caller(Principal principal) {
        json.writeStringProperty("type", principal.type().wireName());
        json.writeStringProperty("principalId", principal.principalId());
        json.writeStringProperty("arn", principal.arn().value());
        json.writeStringProperty("accountId", principal.account().value());
        principal.accessKeyId().ifPresent(key -> json.writeStringProperty("accessKeyId", key.value()));
        if (principal instanceof Principal.IamUser user) {
            json.writeStringProperty("userName", user.name());
        }
        principal.session().ifPresent(session -> sessionContext(session, issuer(principal)));
    }

    /** None for the session of a user's or root's own, by GetSessionToken. */
    private static Optional<SessionIssuer> issuer(Principal principal) {
        return switch (principal) {
            case Principal.RoleSession session -> Optional.of(session.role());
            case Principal.FederatedUser user -> Optional.of(user.issuer());
            case Principal.Root _, Principal.IamUser _, Principal.Service _ -> Optional.empty();
        };
    }

    private void sessionContext(Session session, Optional<SessionIssuer> issuer) {
        json.writeObjectPropertyStart("sessionContext");
        json.writeObjectPropertyStart("sessionIssuer");
        issuer.ifPresent(this::issuer);
        json.writeEndObject();
        json.writeObjectPropertyStart("webIdFederationData");
        session.webIdentity().ifPresent(this::webIdentity);
        json.writeEndObject();
        json.writeObjectPropertyStart("attributes");
        json.writeStringProperty(
                "creationDate",
                session.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeStringProperty("mfaAuthenticated", Boolean.toString(session.mfaAuthenticated()));
        json.writeEndObject();
        session.sourceIdentity().ifPresent(identity -> json.writeStringProperty("sourceIdentity", identity));
        json.writeEndObject();
    }

    private void issuer(SessionIssuer issuer) {
        json.writeStringProperty("type", issuer.type().wireName());
        json.writeStringProperty("principalId", issuer.principalId());
        json.writeStringProperty("arn", issuer.arn().value());
        json.writeStringProperty("accountId", issuer.account().value());
        issuer.userName().ifPresent(name -> json.writeStringProperty("userName", name));
    }

    private void webIdentity(WebIdentity identity) {
        json.writeStringProperty("federatedProvider", identity.federatedProvider());
        json.writeObjectPropertyStart("attributes");
        identity.attributes().forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
