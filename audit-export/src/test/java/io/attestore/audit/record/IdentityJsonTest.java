package io.attestore.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.audit.record.RecordIdentity.Caller;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.call.Session;
import io.attestore.events.call.SessionIssuer;
import io.attestore.events.call.WebIdentity;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.Arn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The userIdentity of each kind of caller, as AWS's documentation and records show it. */
class IdentityJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AccessKeyId KEY = new AccessKeyId("ASIAIOSFODNN7EXAMPLE");
    private static final Instant CREATED = Instant.parse("2026-11-21T23:40:00.987654Z");
    private static final SessionIssuer ROLE =
            SessionIssuer.role("AROAIDPPEZS35WEXAMPLE", new Arn("arn:aws:iam::123456789012:role/ci/RoleToBeAssumed"));

    @Test
    void root_has_neither_a_name_nor_a_session() {
        assertThat(identity(Calls.ROOT))
                .isEqualTo("{\"type\":\"Root\",\"principalId\":\"123456789012\","
                        + "\"arn\":\"arn:aws:iam::123456789012:root\",\"accountId\":\"123456789012\","
                        + "\"accessKeyId\":\"AKIAIOSFODNN7EXAMPLE\"}");
        assertThat(lookupName(Calls.ROOT)).contains("root");
    }

    @Test
    void a_user_has_its_name() {
        Principal user = Calls.user("team/Alice");

        assertThat(identity(user))
                .isEqualTo("{\"type\":\"IAMUser\",\"principalId\":\"AIDACKCEVSQ6C2EXAMPLE\","
                        + "\"arn\":\"arn:aws:iam::123456789012:user/team/Alice\",\"accountId\":\"123456789012\","
                        + "\"accessKeyId\":\"AKIAI44QH8DHBEXAMPLE\",\"userName\":\"Alice\"}");
        assertThat(lookupName(user)).contains("Alice");
    }

    @Test
    void a_users_own_session_has_no_issuer() {
        Principal user = new Principal.IamUser(
                new Arn("arn:aws:iam::123456789012:user/Alice"),
                "AIDACKCEVSQ6C2EXAMPLE",
                KEY,
                Optional.of(new Session(CREATED, true)));

        assertThat(identity(user))
                .endsWith("\"userName\":\"Alice\",\"sessionContext\":{\"sessionIssuer\":{},\"webIdFederationData\":{},"
                        + "\"attributes\":{\"creationDate\":\"2026-11-21T23:40:00Z\",\"mfaAuthenticated\":\"true\"}}}");
    }

    @Test
    void a_roles_session_tells_the_role() {
        Session told = new Session(CREATED, false, Optional.of("alice@example.com"), Optional.empty());
        Principal session = new Principal.RoleSession(ROLE, "MySessionName", KEY, Optional.of(told));

        assertThat(identity(session))
                .isEqualTo("{\"type\":\"AssumedRole\",\"principalId\":\"AROAIDPPEZS35WEXAMPLE:MySessionName\","
                        + "\"arn\":\"arn:aws:sts::123456789012:assumed-role/RoleToBeAssumed/MySessionName\","
                        + "\"accountId\":\"123456789012\",\"accessKeyId\":\"ASIAIOSFODNN7EXAMPLE\","
                        + "\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\","
                        + "\"principalId\":\"AROAIDPPEZS35WEXAMPLE\","
                        + "\"arn\":\"arn:aws:iam::123456789012:role/ci/RoleToBeAssumed\","
                        + "\"accountId\":\"123456789012\",\"userName\":\"RoleToBeAssumed\"},"
                        + "\"webIdFederationData\":{},\"attributes\":{\"creationDate\":\"2026-11-21T23:40:00Z\","
                        + "\"mfaAuthenticated\":\"false\"},\"sourceIdentity\":\"alice@example.com\"}}");
        assertThat(lookupName(session)).contains("MySessionName");
    }

    @Test
    void a_session_by_web_identity_tells_the_provider() {
        WebIdentity web = WebIdentity.of(
                "accounts.google.com",
                Map.of("accounts.google.com:sub", "user-id", "accounts.google.com:aud", "application-id"));
        Principal session = new Principal.RoleSession(
                ROLE,
                "MySessionName",
                KEY,
                Optional.of(new Session(CREATED, false, Optional.empty(), Optional.of(web))));

        assertThat(identity(session))
                .contains("\"webIdFederationData\":{\"federatedProvider\":\"accounts.google.com\",\"attributes\":{"
                        + "\"accounts.google.com:aud\":\"application-id\",\"accounts.google.com:sub\":\"user-id\"}}");
    }

    @Test
    void a_federated_user_tells_who_vouched_for_it() {
        Optional<Session> told = Optional.of(new Session(CREATED, false));
        SessionIssuer alice = SessionIssuer.user((Principal.IamUser) Calls.ALICE);
        SessionIssuer root = SessionIssuer.root((Principal.Root) Calls.ROOT);
        Principal ofAlice = new Principal.FederatedUser(alice, "mary", KEY, told);

        assertThat(identity(ofAlice))
                .isEqualTo("{\"type\":\"FederatedUser\",\"principalId\":\"123456789012:mary\","
                        + "\"arn\":\"arn:aws:sts::123456789012:federated-user/mary\",\"accountId\":\"123456789012\","
                        + "\"accessKeyId\":\"ASIAIOSFODNN7EXAMPLE\",\"sessionContext\":{\"sessionIssuer\":{"
                        + "\"type\":\"IAMUser\",\"principalId\":\"AIDACKCEVSQ6C2EXAMPLE\","
                        + "\"arn\":\"arn:aws:iam::123456789012:user/alice\",\"accountId\":\"123456789012\","
                        + "\"userName\":\"alice\"},\"webIdFederationData\":{},\"attributes\":{"
                        + "\"creationDate\":\"2026-11-21T23:40:00Z\",\"mfaAuthenticated\":\"false\"}}}");
        assertThat(identity(new Principal.FederatedUser(root, "mary", KEY, told)))
                .contains("\"sessionIssuer\":{\"type\":\"Root\",\"principalId\":\"123456789012\","
                        + "\"arn\":\"arn:aws:iam::123456789012:root\",\"accountId\":\"123456789012\"}");
        assertThat(lookupName(ofAlice)).contains("mary");
    }

    @Test
    void a_service_that_calls_another_is_named_and_has_no_key() {
        Principal service = Principal.service("ssm.amazonaws.com", Calls.WHERE.account(), "aws");
        Caller caller = new Caller(service, Optional.empty());

        assertThat(Json.object(json -> IdentityJson.write(caller, json)))
                .isEqualTo("{\"userIdentity\":{\"type\":\"AWSService\",\"invokedBy\":\"ssm.amazonaws.com\"}}");
        assertThat(caller.accessKeyId()).isEmpty();
    }

    private static String identity(Principal principal) {
        CallContext call = Calls.by(principal, Calls.getParameter("/a"));
        String record = CloudTrailRecords.of(new MemoryLog().append(call, new CallAnswered()))
                .getFirst()
                .json();
        return JSON.readTree(record).get("userIdentity").toString();
    }

    private static Optional<String> lookupName(Principal principal) {
        return new Caller(principal, Optional.empty()).lookupName();
    }
}
