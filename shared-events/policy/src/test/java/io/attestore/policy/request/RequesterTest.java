package io.attestore.policy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.events.call.Principal;
import io.attestore.events.call.SessionIssuer;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.Arn;
import io.attestore.policy.Asking;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequesterTest {

    private static final AccessKeyId KEY = new AccessKeyId("AKIAIOSFODNN7EXAMPLE");
    private static final Principal.Root ROOT = Principal.root(Asking.ACCOUNT, KEY, "aws");
    private static final Principal.IamUser ALICE =
            new Principal.IamUser(new Arn(Asking.ALICE_ARN), "AIDAALICEALICEALICE", KEY, Optional.empty());

    @Test
    void aPrincipalIsSeenByAllItsNames() {
        assertThat(Requester.of(ROOT)).isEqualTo(Asking.root());
        assertThat(Requester.of(ALICE)).isEqualTo(Asking.alice());
        SessionIssuer role = SessionIssuer.role("AROAAPPAPPAPPAPPAPP", new Arn(Asking.ROLE_ARN));
        assertThat(Requester.of(new Principal.RoleSession(role, "s1", KEY, Optional.empty())))
                .isEqualTo(Asking.session());
        assertThat(Requester.of(new Principal.FederatedUser(SessionIssuer.user(ALICE), "fred", KEY, Optional.empty())))
                .isEqualTo(Asking.federated());
        assertThat(Requester.of(new Principal.FederatedUser(SessionIssuer.root(ROOT), "fred", KEY, Optional.empty())))
                .isEqualTo(Asking.federatedByRoot());
        assertThat(Requester.of(Principal.service("ssm.amazonaws.com", Asking.ACCOUNT, "aws")))
                .isEqualTo(new Requester.Service("ssm.amazonaws.com"));
    }

    @Test
    void anActionIsComparedWithoutRegardToCaseAndShownAsGiven() {
        assertThat(ActionName.of("App:READ"))
                .isEqualTo(Asking.READ)
                .hasSameHashCodeAs(Asking.READ)
                .hasToString("App:READ");
        assertThat(ActionName.of("app:Write")).isNotEqualTo(Asking.READ);
        assertThat(ActionName.of("log:Read")).isNotEqualTo(Asking.READ);
        for (String text : new String[] {"", "app", ":Read", "app:", "a:" + "b".repeat(200)}) {
            assertThatThrownBy(() -> ActionName.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
