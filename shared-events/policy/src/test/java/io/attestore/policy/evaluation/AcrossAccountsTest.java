package io.attestore.policy.evaluation;

import static io.attestore.policy.Asking.ACCOUNT;
import static io.attestore.policy.Asking.ALICE_ARN;
import static io.attestore.policy.Asking.ROLE_ARN;
import static io.attestore.policy.Asking.ROOT_ARN;
import static io.attestore.policy.Asking.alice;
import static io.attestore.policy.Asking.managed;
import static io.attestore.policy.Asking.named;
import static io.attestore.policy.Asking.onResource;
import static io.attestore.policy.Asking.reading;
import static io.attestore.policy.Asking.readingAcross;
import static io.attestore.policy.Asking.root;
import static io.attestore.policy.Asking.statement;
import static io.attestore.policy.Asking.trust;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.RequestConditions;
import io.attestore.policy.request.Requester;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Across accounts, to services, to those of no account, and to roles. */
class AcrossAccountsTest {

    private static final AttachedPolicy ALLOWS =
            managed("{\"Effect\":\"Allow\",\"Action\":[\"app:Read\",\"sts:*\"],\"Resource\":\"*\"}");
    private static final ActionName ASSUME = ActionName.of("sts:AssumeRole");
    private static final ActionName ASSUME_BY_TOKEN = ActionName.of("sts:AssumeRoleWithWebIdentity");
    private static final String PROVIDER = "arn:aws:iam::123456789012:oidc-provider/issuer.example";

    @Test
    void bothSidesMustAllow() {
        PolicySet allowed = PolicySet.ofIdentity(List.of(ALLOWS));
        PolicySet none = PolicySet.ofIdentity(List.of());
        for (String principal :
                List.of(named(ALICE_ARN), named(ROOT_ARN), named("123456789012"), named("*"), "\"*\"")) {
            assertThat(across(alice(), allowed.with(adds(statement("Allow", principal))))
                            .isAllowed())
                    .isTrue();
            assertThat(across(alice(), none.with(adds(statement("Allow", principal)))))
                    .isEqualTo(new Verdict.ImplicitlyDenied(Gate.IDENTITY));
        }
        assertThat(across(alice(), allowed)).isEqualTo(new Verdict.ImplicitlyDenied(Gate.RESOURCE));
        assertThat(across(alice(), allowed.with(adds(statement("Allow", named(ROLE_ARN))))))
                .isEqualTo(new Verdict.ImplicitlyDenied(Gate.RESOURCE));
    }

    @Test
    void aBoundaryLimitsEvenWhomThePolicyNames() {
        PolicySet limited = new PolicySet(
                List.of(ALLOWS),
                Optional.of(managed("{\"Effect\":\"Allow\",\"Action\":\"app:Write\",\"Resource\":\"*\"}")),
                List.of(),
                adds(statement("Allow", named(ALICE_ARN))));
        assertThat(across(alice(), limited)).isEqualTo(new Verdict.ImplicitlyDenied(Gate.BOUNDARY));
    }

    @Test
    void rootOfAnotherAccountNeedsTheResourcesPolicy() {
        PolicySet none = PolicySet.ofIdentity(List.of());
        assertThat(across(root(), none)).isEqualTo(new Verdict.ImplicitlyDenied(Gate.RESOURCE));
        assertThat(across(root(), none.with(adds(statement("Allow", named(ROOT_ARN)))))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void aGrantAcrossAccountsNeedsTheIdentityToo() {
        Grants grants = () -> Optional.of(new Grants.Grant("g", true));
        ResourcePolicy gate = new ResourcePolicy.Gates(onResource(statement("Allow", named(ROLE_ARN))), grants);
        assertThat(across(alice(), PolicySet.ofIdentity(List.of(ALLOWS)).with(gate))
                        .isAllowed())
                .isTrue();
        assertThat(across(alice(), PolicySet.ofIdentity(List.of()).with(gate)).isAllowed())
                .isFalse();
    }

    @Test
    void aServiceIsAllowedOnlyByAPolicyThatNamesIt() {
        Requester service = new Requester.Service("backup.amazonaws.com");
        PolicySet none = PolicySet.ofIdentity(List.of());
        assertThat(PolicyEvaluation.decide(reading(service), none).isAllowed()).isFalse();
        assertThat(service(service, "{\"Service\":\"backup.amazonaws.com\"}", "Allow")
                        .isAllowed())
                .isTrue();
        assertThat(service(service, "{\"Service\":\"other.amazonaws.com\"}", "Allow")
                        .isAllowed())
                .isFalse();
        assertThat(service(service, named("*"), "Allow").isAllowed()).isFalse();
        assertThat(service(service, named("*"), "Deny")).isInstanceOf(Verdict.ExplicitlyDenied.class);
    }

    @Test
    void anybodyIsAllowedOnlyByAPolicyForEverybody() {
        Requester anybody = new Requester.Anonymous();
        assertThat(service(anybody, "\"*\"", "Allow").isAllowed()).isTrue();
        assertThat(service(anybody, named("*"), "Allow").isAllowed()).isFalse();
    }

    @Test
    void aRoleIsAssumedByThoseWhomItTrusts() {
        PolicySet none = PolicySet.ofIdentity(List.of());
        PolicySet allowed = PolicySet.ofIdentity(List.of(ALLOWS));
        assertThat(assume(alice(), allowed, trusting(named(ROLE_ARN))))
                .isEqualTo(new Verdict.ImplicitlyDenied(Gate.TRUST));
        assertThat(assume(alice(), none, trusting(named(ALICE_ARN))).isAllowed())
                .isTrue();
        assertThat(assume(alice(), none, trusting(named(ROOT_ARN))))
                .isEqualTo(new Verdict.ImplicitlyDenied(Gate.IDENTITY));
        assertThat(assume(alice(), allowed, trusting(named(ROOT_ARN))).isAllowed())
                .isTrue();
    }

    @Test
    void aTokenOfAProviderIsTrustedByTheRolesPolicyAlone() {
        String trust = """
                {"Effect":"Allow","Principal":{"Federated":"%s"},"Action":"sts:AssumeRoleWithWebIdentity",
                 "Condition":{"StringEquals":{"issuer.example:sub":"me"}}}""".formatted(PROVIDER);
        RequestConditions me = key -> key.equals("issuer.example:sub") ? List.of("me") : List.of();
        PolicySet policies = PolicySet.ofIdentity(List.of()).with(new ResourcePolicy.Trusts(trust(trust)));
        Requester token = new Requester.Federated(PROVIDER);
        assertThat(PolicyEvaluation.decide(new AccessRequest(token, ASSUME_BY_TOKEN, ROLE_ARN, ACCOUNT, me), policies)
                        .isAllowed())
                .isTrue();
        assertThat(PolicyEvaluation.decide(
                        new AccessRequest(token, ASSUME_BY_TOKEN, ROLE_ARN, ACCOUNT, RequestConditions.NONE), policies))
                .isEqualTo(new Verdict.ImplicitlyDenied(Gate.TRUST));
    }

    private static String trusting(String principal) {
        return "{\"Effect\":\"Allow\",\"Principal\":" + principal + ",\"Action\":\"sts:AssumeRole\"}";
    }

    private static Verdict assume(Requester requester, PolicySet policies, String trust) {
        return PolicyEvaluation.decide(
                new AccessRequest(requester, ASSUME, ROLE_ARN, ACCOUNT, RequestConditions.NONE),
                policies.with(new ResourcePolicy.Trusts(trust(trust))));
    }

    private static Verdict service(Requester requester, String principal, String effect) {
        return PolicyEvaluation.decide(
                reading(requester), PolicySet.ofIdentity(List.of()).with(adds(statement(effect, principal))));
    }

    private static Verdict across(Requester requester, PolicySet policies) {
        return PolicyEvaluation.decide(readingAcross(requester), policies);
    }

    private static ResourcePolicy adds(String statements) {
        return new ResourcePolicy.Adds(Optional.of(onResource(statements)));
    }
}
