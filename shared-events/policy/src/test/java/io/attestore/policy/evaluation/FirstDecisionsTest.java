package io.attestore.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.RequestConditions;
import io.attestore.policy.request.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstDecisionsTest {

    private static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final Requester ALICE = new Requester.InAccount(
            Requester.Kind.USER, ACCOUNT, "arn:aws:iam::123456789012:user/alice", "AIDAALICEALICEALICE", "", "");

    @Test
    void aUserMayWhatAnIdentityPolicyAllows() {
        assertThat(decide("app:Read", "arn:aws:app:us-east-1:123456789012:thing/prod/x")
                        .isAllowed())
                .isTrue();
        assertThat(decide("app:Write", "arn:aws:app:us-east-1:123456789012:thing/prod/x"))
                .isEqualTo(new Verdict.ImplicitlyDenied(Gate.IDENTITY));
    }

    @Test
    void aDenyNamesItsPolicy() {
        Verdict verdict = decide("app:Read", "arn:aws:app:us-east-1:123456789012:thing/prod/secret");
        assertThat(verdict).isInstanceOfSatisfying(Verdict.ExplicitlyDenied.class, denied -> {
            assertThat(denied.by().statement().sid()).contains("NoSecrets");
            assertThat(denied.reason(ActionName.of("app:Read")))
                    .isEqualTo("with an explicit deny in an identity-based policy:"
                            + " arn:aws:iam::123456789012:policy/readers");
        });
    }

    private static Verdict decide(String action, String resource) {
        PolicyDocument document =
                PolicyDocument.parse("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "app:R*", "Resource": "arn:aws:app:*:123456789012:thing/prod/*"},
                  {"Sid": "NoSecrets", "Effect": "Deny", "Action": "app:*", "Resource": "*secret"}]}
                """.replace("*secret", "arn:aws:app:*secret"), PolicyKind.IDENTITY);
        AttachedPolicy policy = new AttachedPolicy(
                new PolicySource.Managed(new Arn("arn:aws:iam::123456789012:policy/readers")), document);
        return PolicyEvaluation.decide(
                new AccessRequest(ALICE, ActionName.of(action), resource, ACCOUNT, RequestConditions.NONE),
                PolicySet.ofIdentity(List.of(policy)));
    }
}
