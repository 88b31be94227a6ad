package io.attestore.policy.evaluation;

import static io.attestore.policy.Asking.ALICE_ARN;
import static io.attestore.policy.Asking.OTHER_ACCOUNT;
import static io.attestore.policy.Asking.READ;
import static io.attestore.policy.Asking.RESOURCE;
import static io.attestore.policy.Asking.context;
import static io.attestore.policy.Asking.managed;
import static io.attestore.policy.Asking.named;
import static io.attestore.policy.Asking.onResource;
import static io.attestore.policy.Asking.reading;
import static io.attestore.policy.Asking.readingAcross;
import static io.attestore.policy.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.policy.Asking;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.document.Position;
import io.attestore.policy.evaluation.Explanation.Match;
import io.attestore.policy.evaluation.Verdict.Allowed;
import io.attestore.policy.evaluation.Verdict.ExplicitlyDenied;
import io.attestore.policy.evaluation.Verdict.ImplicitlyDenied;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.RequestConditions;
import io.attestore.policy.request.Requester;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final String ALLOW = "{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":\"app:*\",\"Resource\":\"*\"}";
    private static final String ALLOW_TOO =
            "{\"Sid\":\"B\",\"Effect\":\"Allow\",\"Action\":\"app:Read\",\"Resource\":\"" + RESOURCE + "\"}";
    private static final String DENY = "{\"Sid\":\"D\",\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}";
    private static final String OTHER =
            "{\"Sid\":\"O\",\"Effect\":\"Allow\",\"Action\":\"app:Write\",\"Resource\":\"*\"}";

    @Test
    void tellsEveryStatementThatAllowsWhereTheDecisionEndsWithTheFirst() {
        Explanation explained =
                explain(PolicySet.ofIdentity(List.of(managed(ALLOW + "," + OTHER), managed(ALLOW_TOO))));

        assertThat(explained.verdict()).isInstanceOf(Allowed.class);
        assertThat(labels(explained)).containsExactly("IDENTITY A", "IDENTITY B");
        assertThat(explained.allowedByBoundary()).isEmpty();
        assertThat(explained.acrossAccounts()).isEmpty();
        assertThat(explained.missingKeys()).isEmpty();
    }

    @Test
    void tellsNothingButWhatDeniesOfWhatIsDenied() {
        Explanation explained = explain(new PolicySet(
                List.of(managed(ALLOW + "," + DENY)),
                Optional.of(managed(ALLOW + "," + DENY)),
                List.of(managed(DENY)),
                new ResourcePolicy.Adds(Optional.of(onResource(statement("Deny", "\"*\""))))));

        assertThat(explained.verdict()).isInstanceOf(ExplicitlyDenied.class);
        assertThat(labels(explained)).containsExactly("IDENTITY D", "BOUNDARY D", "SESSION D", "RESOURCE [0]");
        assertThat(explained.allowedByBoundary()).contains(false);
    }

    @Test
    void tellsNoStatementWhereNothingAllows() {
        Explanation explained = explain(PolicySet.ofIdentity(List.of(managed(OTHER))));

        assertThat(explained.verdict()).isEqualTo(new ImplicitlyDenied(Gate.IDENTITY));
        assertThat(explained.matched()).isEmpty();
    }

    @Test
    void tellsWhetherTheBoundaryAllows() {
        assertThat(boundedBy(ALLOW).allowedByBoundary()).contains(true);
        assertThat(labels(boundedBy(ALLOW)))
                .as("a boundary allows nothing by itself")
                .containsExactly("IDENTITY A");
        assertThat(boundedBy(OTHER).allowedByBoundary()).contains(false);
        assertThat(boundedBy(OTHER).verdict()).isEqualTo(new ImplicitlyDenied(Gate.BOUNDARY));
        assertThat(boundedBy(ALLOW + "," + DENY).allowedByBoundary()).contains(false);
        assertThat(labels(boundedBy(DENY))).containsExactly("BOUNDARY D");
    }

    @Test
    void tellsTheResourcesStatementsThatNameTheRequester() {
        ResourcePolicy resource = new ResourcePolicy.Adds(Optional.of(
                onResource(statement("Allow", named(ALICE_ARN)) + "," + statement("Allow", named(Asking.ROLE_ARN)))));

        assertThat(labels(explain(PolicySet.ofIdentity(List.of()).with(resource))))
                .containsExactly("RESOURCE [0]");
    }

    @Test
    void aSessionPolicyOnlyLimits() {
        assertThat(labels(explain(new PolicySet(
                        List.of(managed(ALLOW)), Optional.empty(), List.of(managed(ALLOW_TOO)), ResourcePolicy.NONE))))
                .containsExactly("IDENTITY A");
    }

    @Test
    void tellsWhatTheTrustPolicyDenies() {
        AttachedPolicy trust = Asking.trust("""
            {"Sid":"T","Effect":"Deny","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}\
            """.formatted(ALICE_ARN));
        AccessRequest assuming = new AccessRequest(
                Asking.alice(),
                ActionName.of("sts:AssumeRole"),
                Asking.ROLE_ARN,
                Asking.ACCOUNT,
                RequestConditions.NONE);

        assertThat(labels(PolicySimulation.explain(
                        assuming, PolicySet.ofIdentity(List.of()).with(new ResourcePolicy.Trusts(trust)))))
                .containsExactly("TRUST T");
    }

    @Test
    void tellsWhatEachOfTwoAccountsSays() {
        Explanation both = across(ALLOW, statement("Allow", named(ALICE_ARN)));
        assertThat(both.verdict()).isInstanceOf(Allowed.class);
        assertThat(sides(both)).containsExactly("Allowed", "Allowed");
        assertThat(labels(both)).containsExactly("IDENTITY A", "RESOURCE [0]");

        assertThat(sides(across(OTHER, statement("Allow", named(ALICE_ARN)))))
                .containsExactly("ImplicitlyDenied", "Allowed");
        assertThat(sides(across(ALLOW, statement("Allow", named(Asking.ROLE_ARN)))))
                .containsExactly("Allowed", "ImplicitlyDenied");
        assertThat(sides(across(DENY, statement("Deny", "\"*\""))))
                .containsExactly("ExplicitlyDenied", "ExplicitlyDenied");
    }

    @Test
    void ofTwoAccountsThereIsNothingToTellWithoutAPolicyOfTheResource() {
        assertThat(PolicySimulation.explain(
                                readingAcross(Asking.alice()), PolicySet.ofIdentity(List.of(managed(ALLOW))))
                        .acrossAccounts())
                .isEmpty();
    }

    @Test
    void whoIsOfNoAccountHasNoSideOfHisOwn() {
        AccessRequest request =
                new AccessRequest(new Requester.Anonymous(), READ, RESOURCE, OTHER_ACCOUNT, RequestConditions.NONE);

        assertThat(PolicySimulation.explain(
                                request,
                                PolicySet.ofIdentity(List.of())
                                        .with(new ResourcePolicy.Adds(
                                                Optional.of(onResource(statement("Allow", "\"*\""))))))
                        .acrossAccounts())
                .isEmpty();
    }

    @Test
    void tellsTheKeysThatAStatementAboutTheActionLooksAtAndThatHaveNoValue() {
        String conditional = """
            {"Effect":"Allow","Action":"app:Read","Resource":"*","Condition":{
              "StringEquals":{"aws:PrincipalTag/Team":"${aws:Username}","app:Kind":"x"},
              "Bool":{"AWS:USERNAME":"true"}}},
            {"Effect":"Allow","Action":"app:Write","Resource":"*","Condition":{"Bool":{"app:Write":"true"}}},
            {"Effect":"Allow","Action":"app:Read","Resource":"arn:aws:app:*:*:other/*",
             "Condition":{"Bool":{"app:Other":"true"}}},
            {"Effect":"Deny","Action":"app:Read","Resource":"arn:aws:app:*:*:thing/${app:Home}"}\
            """;
        AccessRequest request = new AccessRequest(
                Asking.alice(), READ, RESOURCE, Asking.ACCOUNT, context(Map.of("app:kind", List.of("x"))));

        assertThat(PolicySimulation.explain(request, PolicySet.ofIdentity(List.of(managed(conditional))))
                        .missingKeys())
                .containsExactly("aws:PrincipalTag/Team", "aws:Username", "app:Home");
    }

    /** The document and the positions of AWS's example of {@code simulate-custom-policy}. */
    @Test
    void countsPositionsAsAwsDoes() {
        PolicyDocument document = PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\","
                        + "\"Resource\":\"*\",\"Condition\":{"
                        + "\"DateGreaterThan\":{\"aws:CurrentTime\":\"2018-08-16T12:00:00Z\"}}}}",
                PolicyKind.IDENTITY);
        AccessRequest request = new AccessRequest(
                Asking.alice(),
                ActionName.of("dynamodb:CreateBackup"),
                "*",
                Asking.ACCOUNT,
                context(Map.of("aws:currenttime", List.of("2019-04-25T11:00:00Z"))));

        Explanation explained = PolicySimulation.explain(
                request,
                PolicySet.ofIdentity(
                        List.of(new AttachedPolicy(new PolicySource.Named("PolicyInputList.1"), document))));

        assertThat(explained.matched()).singleElement().satisfies(match -> {
            assertThat(match.by().policy().source().label()).isEqualTo("PolicyInputList.1");
            assertThat(match.by().statement().start()).isEqualTo(new Position(1, 38));
            assertThat(match.by().statement().end()).isEqualTo(new Position(1, 167));
        });
        AccessRequest before = new AccessRequest(
                request.requester(),
                request.action(),
                "*",
                Asking.ACCOUNT,
                context(Map.of("aws:currenttime", List.of("2018-04-25T11:00:00Z"))));
        assertThat(PolicySimulation.explain(
                                before,
                                PolicySet.ofIdentity(List.of(
                                        new AttachedPolicy(new PolicySource.Named("PolicyInputList.1"), document))))
                        .verdict())
                .isEqualTo(new ImplicitlyDenied(Gate.IDENTITY));
    }

    private static Explanation boundedBy(String boundary) {
        return explain(
                new PolicySet(List.of(managed(ALLOW)), Optional.of(managed(boundary)), List.of(), ResourcePolicy.NONE));
    }

    private static Explanation across(String identity, String resource) {
        return PolicySimulation.explain(
                readingAcross(Asking.alice()),
                PolicySet.ofIdentity(List.of(managed(identity)))
                        .with(new ResourcePolicy.Adds(Optional.of(onResource(resource)))));
    }

    private static Explanation explain(PolicySet policies) {
        return PolicySimulation.explain(reading(Asking.alice()), policies);
    }

    private static List<String> labels(Explanation explained) {
        return explained.matched().stream().map(ExplanationTest::label).toList();
    }

    private static String label(Match match) {
        return match.gate() + " " + match.by().statement().label();
    }

    private static List<String> sides(Explanation explained) {
        Explanation.Sides sides = explained.acrossAccounts().orElseThrow();
        return List.of(
                sides.identity().getClass().getSimpleName(),
                sides.resource().getClass().getSimpleName());
    }
}
