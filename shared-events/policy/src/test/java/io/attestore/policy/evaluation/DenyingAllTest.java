package io.attestore.policy.evaluation;

import static io.attestore.policy.Asking.RESOURCE;
import static io.attestore.policy.Asking.ROLE_ARN;
import static io.attestore.policy.Asking.alice;
import static io.attestore.policy.Asking.managed;
import static io.attestore.policy.Asking.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in for a document that cannot be read any more. */
class DenyingAllTest {

    private static final AttachedPolicy ALLOWING =
            managed("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}");

    @Test
    void identity_policy_denies_what_others_allow() {
        AttachedPolicy unreadable =
                new AttachedPolicy(new PolicySource.Inline("arn", "p"), PolicyDocument.denyingAll(PolicyKind.IDENTITY));

        assertThat(decide(PolicySet.ofIdentity(List.of(ALLOWING, unreadable)))).isInstanceOf(Verdict.Denied.class);
        assertThat(decide(PolicySet.ofIdentity(List.of(ALLOWING)))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void resource_policy_denies_what_the_caller_may() {
        ResourcePolicy unreadable = new ResourcePolicy.Adds(Optional.of(new AttachedPolicy(
                new PolicySource.Inline(RESOURCE, "p"), PolicyDocument.denyingAll(PolicyKind.RESOURCE))));

        assertThat(decide(PolicySet.ofIdentity(List.of(ALLOWING)).with(unreadable)))
                .isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void trust_policy_trusts_nobody() {
        ResourcePolicy unreadable = new ResourcePolicy.Trusts(new AttachedPolicy(
                new PolicySource.Inline(ROLE_ARN, "trust"), PolicyDocument.denyingAll(PolicyKind.TRUST)));

        assertThat(decide(PolicySet.ofIdentity(List.of(ALLOWING)).with(unreadable)))
                .isInstanceOf(Verdict.Denied.class);
    }

    private static Verdict decide(PolicySet policies) {
        return PolicyEvaluation.decide(reading(alice()), policies);
    }
}
