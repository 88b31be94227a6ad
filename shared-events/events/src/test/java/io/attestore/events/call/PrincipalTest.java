package io.attestore.events.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.attestore.events.call.Principal.FederatedUser;
import io.attestore.events.call.Principal.IamUser;
import io.attestore.events.call.Principal.RoleSession;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalTest {

    private static final AccessKeyId KEY = new AccessKeyId("AKIAIOSFODNN7EXAMPLE");
    private static final String USER_ID = "AIDACKCEVSQ6C2EXAMPLE";
    private static final String ROLE_ID = "AROACKCEVSQ6C2EXAMPLE";
    private static final Arn ROLE = new Arn("arn:aws:iam::123456789012:role/ci/deployer");

    @Test
    void a_user_is_named_by_its_arn() {
        IamUser user = user("arn:aws-cn:iam::123456789012:user/division/team/alice");

        assertThat(user.name()).isEqualTo("alice");
        assertThat(user.path()).isEqualTo("/division/team/");
        assertThat(user.account()).isEqualTo(new AccountId("123456789012"));
        assertThat(user("arn:aws:iam::123456789012:user/alice").path()).isEqualTo("/");
    }

    @Test
    void a_roles_session_has_an_arn_of_sts_without_the_roles_path() {
        RoleSession session = session("deploy-42");

        assertThat(session.arn()).isEqualTo(new Arn("arn:aws:sts::123456789012:assumed-role/deployer/deploy-42"));
        assertThat(session.principalId()).isEqualTo(ROLE_ID + ":deploy-42");
        assertThat(session.account()).isEqualTo(new AccountId("123456789012"));
    }

    @Test
    void a_federated_user_belongs_to_its_issuers_account() {
        FederatedUser user = federated("mary");

        assertThat(user.arn()).isEqualTo(new Arn("arn:aws:sts::123456789012:federated-user/mary"));
        assertThat(user.principalId()).isEqualTo("123456789012:mary");
    }

    @Test
    void a_service_has_no_access_key() {
        Principal service = Principal.service("ssm.amazonaws.com", new AccountId("123456789012"), "aws");

        assertThat(service.accessKeyId()).isEmpty();
        assertThat(service.arn()).isEqualTo(new Arn("arn:aws:iam::123456789012:service/ssm.amazonaws.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:user/",
                "arn:aws:iam::123456789012:user/al ice",
                "arn:aws:iam::123456789012:user/al\u0000ice",
                "arn:aws:iam::123456789012:user/a b/alice",
                "arn:aws:iam::123456789012:role/alice",
                "arn:aws:iam::12345:user/alice",
                "arn:aws:iam:eu-west-1:123456789012:user/alice",
                "arn:aws:sts::123456789012:user/alice",
            })
    void what_is_no_users_arn_is_refused(String arn) {
        assertThatIllegalArgumentException().isThrownBy(() -> user(arn));
    }

    @Test
    void names_have_the_limits_of_iam_and_sts() {
        String prefix = "arn:aws:iam::123456789012:user/";
        assertThat(user(prefix + "x".repeat(64)).name()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> user(prefix + "x".repeat(65)));
        assertThat(user(prefix + "p".repeat(510) + "/x").path()).hasSize(512);
        assertThatIllegalArgumentException().isThrownBy(() -> user(prefix + "p".repeat(511) + "/x"));
        assertThat(session("x".repeat(64)).sessionName()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> session("x".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> session("x"));
        assertThat(federated("x".repeat(32)).name()).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> federated("x".repeat(33)));
        assertThat(sourceIdentity("x".repeat(64)).sourceIdentity()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> sourceIdentity("x".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> new IamUser(arn(), "AIDA", KEY, Optional.empty()));
    }

    @Test
    void a_web_identity_has_few_and_short_attributes() {
        Map<String, String> nine =
                Map.of("a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6", "g", "7", "h", "8", "i", "9");

        assertThat(WebIdentity.of("accounts.google.com", Map.of("sub", "x".repeat(255)))
                        .attributes())
                .hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> WebIdentity.of("accounts.google.com", nine));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebIdentity.of("accounts.google.com", Map.of("sub", "x".repeat(256))));
        assertThatIllegalArgumentException().isThrownBy(() -> WebIdentity.of("", Map.of()));
    }

    @Test
    void a_session_is_issued_by_whom_it_can_be() {
        SessionIssuer user = SessionIssuer.user(user("arn:aws:iam::123456789012:user/alice"));
        SessionIssuer role = SessionIssuer.role(ROLE_ID, ROLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoleSession(user, "deploy-42", KEY, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new FederatedUser(role, "mary", KEY, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionIssuer.role(ROLE_ID, arn()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionIssuer(SessionIssuer.Type.ROOT, "123456789012", ROLE));
    }

    private static Arn arn() {
        return new Arn("arn:aws:iam::123456789012:user/alice");
    }

    private static IamUser user(String arn) {
        return new IamUser(new Arn(arn), USER_ID, KEY, Optional.empty());
    }

    private static RoleSession session(String name) {
        return new RoleSession(SessionIssuer.role(ROLE_ID, ROLE), name, KEY, Optional.empty());
    }

    private static FederatedUser federated(String name) {
        SessionIssuer root = SessionIssuer.root(Principal.root(new AccountId("123456789012"), KEY, "aws"));
        return new FederatedUser(root, name, KEY, Optional.empty());
    }

    private static Session sourceIdentity(String identity) {
        return new Session(Instant.EPOCH, false, Optional.of(identity), Optional.empty());
    }
}
