package io.attestore.policy.evaluation;

import static io.attestore.policy.Asking.ALICE_ARN;
import static io.attestore.policy.Asking.FEDERATED_ARN;
import static io.attestore.policy.Asking.READ;
import static io.attestore.policy.Asking.ROLE_ARN;
import static io.attestore.policy.Asking.ROOT_ARN;
import static io.attestore.policy.Asking.SESSION_ARN;
import static io.attestore.policy.Asking.alice;
import static io.attestore.policy.Asking.federated;
import static io.attestore.policy.Asking.federatedByRoot;
import static io.attestore.policy.Asking.managed;
import static io.attestore.policy.Asking.named;
import static io.attestore.policy.Asking.onResource;
import static io.attestore.policy.Asking.reading;
import static io.attestore.policy.Asking.root;
import static io.attestore.policy.Asking.session;
import static io.attestore.policy.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.policy.request.Requester;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** AWS's evaluation logic within one account, for each kind of principal that its page tells apart. */
class SameAccountTest {

    private static final AttachedPolicy ALLOWS =
            managed("{\"Effect\":\"Allow\",\"Action\":\"app:Read\",\"Resource\":\"*\"}");
    private static final AttachedPolicy SILENT =
            managed("{\"Effect\":\"Allow\",\"Action\":\"app:Write\",\"Resource\":\"*\"}");
    private static final AttachedPolicy DENIES =
            managed("{\"Effect\":\"Deny\",\"Action\":\"app:Read\",\"Resource\":\"*\"}");

    @Test
    void nothingIsAllowedWithoutAPolicy() {
        assertThat(decide(alice(), PolicySet.ofIdentity(List.of()))).isEqualTo(implicitly(Gate.IDENTITY));
    }

    @Test
    void rootNeedsNoPolicyAndADenyOfTheResourceStopsIt() {
        PolicySet none = PolicySet.ofIdentity(List.of());
        assertThat(decide(root(), none)).isEqualTo(new Verdict.Allowed(new Verdict.Grounds.ByRoot()));
        assertThat(decide(root(), none.with(adds(statement("Deny", "\"*\"")))))
                .isInstanceOf(Verdict.ExplicitlyDenied.class);
        assertThat(decide(root(), none.with(gates(statement("Allow", named(ALICE_ARN))))))
                .isEqualTo(implicitly(Gate.RESOURCE));
    }

    @Test
    void boundaryAndSessionPoliciesLimitWhatIdentityPoliciesAllow() {
        assertThat(decide(alice(), set(ALLOWS, Optional.of(ALLOWS), List.of())).isAllowed())
                .isTrue();
        assertThat(decide(alice(), set(ALLOWS, Optional.of(SILENT), List.of()))).isEqualTo(implicitly(Gate.BOUNDARY));
        assertThat(decide(session(), set(ALLOWS, Optional.empty(), List.of(SILENT))))
                .isEqualTo(implicitly(Gate.SESSION));
        assertThat(decide(session(), set(ALLOWS, Optional.empty(), List.of(SILENT, ALLOWS)))
                        .isAllowed())
                .isTrue();
        assertThat(decide(session(), set(SILENT, Optional.of(ALLOWS), List.of(ALLOWS))))
                .isEqualTo(implicitly(Gate.IDENTITY));
    }

    @Test
    void aDenyOfEachKindStopsWhatAllElseAllows() {
        assertDenied(Gate.IDENTITY, new PolicySet(List.of(ALLOWS, DENIES), Optional.empty(), List.of(), everybody()));
        assertDenied(Gate.BOUNDARY, set(ALLOWS, Optional.of(DENIES), List.of()).with(everybody()));
        assertDenied(
                Gate.SESSION,
                set(ALLOWS, Optional.empty(), List.of(ALLOWS, DENIES)).with(everybody()));
        assertDenied(
                Gate.RESOURCE, set(ALLOWS, Optional.empty(), List.of()).with(adds(statement("Deny", named(ROOT_ARN)))));
    }

    @Test
    void aPolicyThatNamesTheUserIsNotLimitedByWhatHisOwnDoNotAllow() {
        PolicySet narrow = set(SILENT, Optional.of(SILENT), List.of());
        assertThat(decide(alice(), narrow.with(adds(statement("Allow", named(ALICE_ARN)))))
                        .isAllowed())
                .isTrue();
        assertThat(decide(alice(), narrow.with(adds(statement("Allow", named("AIDAALICEALICEALICE")))))
                        .isAllowed())
                .isTrue();
        assertThat(decide(alice(), narrow.with(everybody())).isAllowed()).isTrue();
    }

    @Test
    void aPolicyThatNamesTheRoleIsLimitedByBoundaryAndSessionPolicies() {
        ResourcePolicy role = adds(statement("Allow", named(ROLE_ARN)));
        assertThat(decide(session(), set(SILENT, Optional.empty(), List.of()).with(role))
                        .isAllowed())
                .isTrue();
        assertThat(decide(session(), set(SILENT, Optional.of(SILENT), List.of()).with(role)))
                .isEqualTo(implicitly(Gate.BOUNDARY));
        assertThat(decide(
                        session(),
                        set(SILENT, Optional.empty(), List.of(SILENT)).with(role)))
                .isEqualTo(implicitly(Gate.SESSION));
    }

    @Test
    void aPolicyThatNamesTheSessionIsNotLimited() {
        PolicySet narrow = set(SILENT, Optional.of(SILENT), List.of(SILENT));
        assertThat(decide(session(), narrow.with(adds(statement("Allow", named(SESSION_ARN)))))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void aFederatedUserHasNothingWithoutASessionPolicyUnlessNamedHimself() {
        PolicySet none = set(ALLOWS, Optional.empty(), List.of());
        assertThat(decide(federated(), none)).isEqualTo(implicitly(Gate.SESSION));
        assertThat(decide(federated(), set(ALLOWS, Optional.empty(), List.of(ALLOWS)))
                        .isAllowed())
                .isTrue();
        assertThat(decide(federated(), none.with(adds(statement("Allow", named(FEDERATED_ARN)))))
                        .isAllowed())
                .isTrue();
        assertThat(decide(federated(), none.with(adds(statement("Allow", named(ALICE_ARN))))))
                .isEqualTo(implicitly(Gate.SESSION));
        assertThat(decide(federatedByRoot(), PolicySet.ofIdentity(List.of()))).isEqualTo(implicitly(Gate.SESSION));
        assertThat(decide(
                                federatedByRoot(),
                                new PolicySet(List.of(), Optional.empty(), List.of(ALLOWS), ResourcePolicy.NONE))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void anAccountInAPolicyThatAddsLetsNobodyInByItself() {
        PolicySet silent = set(SILENT, Optional.empty(), List.of());
        assertThat(decide(alice(), silent.with(adds(statement("Allow", named(ROOT_ARN))))))
                .isEqualTo(implicitly(Gate.IDENTITY));
        assertThat(decide(alice(), silent.with(adds(statement("Allow", named("123456789012"))))))
                .isEqualTo(implicitly(Gate.IDENTITY));
    }

    @Test
    void aGateMustNameTheRequesterOrLetHisAccountIn() {
        PolicySet allowed = set(ALLOWS, Optional.empty(), List.of());
        PolicySet silent = set(SILENT, Optional.empty(), List.of());
        assertThat(decide(alice(), allowed.with(gates(statement("Allow", named(ROLE_ARN))))))
                .isEqualTo(implicitly(Gate.RESOURCE));
        assertThat(decide(alice(), allowed.with(gates(statement("Allow", named(ROOT_ARN)))))
                        .isAllowed())
                .isTrue();
        assertThat(decide(alice(), silent.with(gates(statement("Allow", named(ROOT_ARN))))))
                .isEqualTo(implicitly(Gate.IDENTITY));
        assertThat(decide(alice(), silent.with(gates(statement("Allow", named(ALICE_ARN)))))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void aGrantStandsBesideTheGateAndADenyStopsIt() {
        PolicySet silent = set(SILENT, Optional.empty(), List.of());
        Grants grants = () -> Optional.of(new Grants.Grant("g1", true));
        String nobody = statement("Allow", named(ROLE_ARN));
        assertThat(decide(alice(), silent.with(new ResourcePolicy.Gates(onResource(nobody), grants))))
                .isEqualTo(new Verdict.Allowed(new Verdict.Grounds.ByGrant("g1")));
        assertThat(decide(
                        alice(), silent.with(new ResourcePolicy.Gates(onResource(statement("Deny", "\"*\"")), grants))))
                .isInstanceOf(Verdict.ExplicitlyDenied.class);
        Grants toTheRole = () -> Optional.of(new Grants.Grant("g2", false));
        PolicySet limited = set(SILENT, Optional.empty(), List.of(SILENT));
        assertThat(decide(
                        session(),
                        limited.with(
                                new ResourcePolicy.Gates(onResource(statement("Allow", named(ALICE_ARN))), toTheRole))))
                .isEqualTo(implicitly(Gate.SESSION));
    }

    @Test
    void notPrincipalSparesOnlyThoseWhoAreNamedByEveryName() {
        PolicySet allowed = set(ALLOWS, Optional.empty(), List.of());
        assertThat(decide(alice(), allowed.with(adds(allBut(ALICE_ARN)))).isAllowed())
                .isFalse();
        assertThat(decide(alice(), allowed.with(adds(allBut(ALICE_ARN, ROOT_ARN))))
                        .isAllowed())
                .isTrue();
        assertThat(decide(session(), allowed.with(adds(allBut(ROLE_ARN, ROOT_ARN))))
                        .isAllowed())
                .isFalse();
        assertThat(decide(session(), allowed.with(adds(allBut(SESSION_ARN, ROLE_ARN, ROOT_ARN))))
                        .isAllowed())
                .isTrue();
        assertThat(decide(alice(), set(ALLOWS, Optional.of(ALLOWS), List.of()).with(adds(allBut(ALICE_ARN, ROOT_ARN))))
                        .isAllowed())
                .as("whoever has a boundary is never spared")
                .isFalse();
    }

    @Test
    void aDocumentStandsOnlyWhereItsKindBelongs() {
        AttachedPolicy ofResource = onResource(statement("Allow", "\"*\""));
        assertThatThrownBy(() -> PolicySet.ofIdentity(List.of(ofResource)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> set(ALLOWS, Optional.of(ofResource), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> set(ALLOWS, Optional.empty(), List.of(ofResource)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResourcePolicy.Adds(Optional.of(ALLOWS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResourcePolicy.Gates(ALLOWS, Grants.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResourcePolicy.Trusts(ofResource)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalEndsInTheWordsOfAws() {
        assertThat(((Verdict.Denied) decide(alice(), PolicySet.ofIdentity(List.of()))).reason(READ))
                .isEqualTo("because no identity-based policy allows the app:Read action");
        assertThat(((Verdict.Denied) decide(alice(), set(ALLOWS, Optional.of(DENIES), List.of()))).reason(READ))
                .isEqualTo("with an explicit deny in a permissions boundary: arn:aws:iam::123456789012:policy/p");
        assertThat(((Verdict.Denied) decide(
                                alice(),
                                set(ALLOWS, Optional.empty(), List.of()).with(adds(statement("Deny", "\"*\"")))))
                        .reason(READ))
                .isEqualTo("with an explicit deny in a resource-based policy");
    }

    private static String[] quoted(String... arns) {
        return List.of(arns).stream().map(arn -> "\"" + arn + "\"").toArray(String[]::new);
    }

    private static String allBut(String... arns) {
        return """
                {"Effect":"Deny","NotPrincipal":{"AWS":[%s]},"Action":"*","Resource":"*"}""".formatted(String.join(",", quoted(arns)));
    }

    private static void assertDenied(Gate gate, PolicySet policies) {
        assertThat(decide(alice(), policies))
                .isInstanceOfSatisfying(
                        Verdict.ExplicitlyDenied.class,
                        denied -> assertThat(denied.gate()).isEqualTo(gate));
    }

    private static PolicySet set(
            AttachedPolicy identity, Optional<AttachedPolicy> boundary, List<AttachedPolicy> session) {
        return new PolicySet(List.of(identity), boundary, session, ResourcePolicy.NONE);
    }

    private static ResourcePolicy everybody() {
        return adds(statement("Allow", "\"*\""));
    }

    private static ResourcePolicy adds(String statements) {
        return new ResourcePolicy.Adds(Optional.of(onResource(statements)));
    }

    private static ResourcePolicy gates(String statements) {
        return new ResourcePolicy.Gates(onResource(statements), Grants.NONE);
    }

    private static Verdict implicitly(Gate gate) {
        return new Verdict.ImplicitlyDenied(gate);
    }

    private static Verdict decide(Requester requester, PolicySet policies) {
        return PolicyEvaluation.decide(reading(requester), policies);
    }
}
