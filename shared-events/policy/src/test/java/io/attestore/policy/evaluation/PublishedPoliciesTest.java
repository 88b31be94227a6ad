package io.attestore.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.id.AccountId;
import io.attestore.policy.Asking;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.Requester;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies as they are published in guides, word for word, and what they are published for. */
class PublishedPoliciesTest {

    private static final AccountId ACCOUNT = Asking.ACCOUNT;
    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";
    private static final String PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/";
    private static final Requester APPLICATION = new Requester.InAccount(
            Requester.Kind.ROLE_SESSION,
            ACCOUNT,
            "arn:aws:sts::123456789012:assumed-role/MyAppRole/i-1",
            "AROAMYAPPROLEMYAPPR:i-1",
            "arn:aws:iam::123456789012:role/MyAppRole",
            "AROAMYAPPROLEMYAPPR");

    @Test
    void anApplicationReadsItsOwnParameters() {
        PolicySet policies = identity("application-identity");
        assertThat(allows(policies, "ssm:GetParameter", PARAMETER + "myapp/db/password"))
                .isTrue();
        assertThat(allows(policies, "SSM:getparameters", PARAMETER + "myapp/x")).isTrue();
        assertThat(allows(policies, "ssm:GetParametersByPath", PARAMETER + "myapp/x"))
                .isFalse();
        assertThat(allows(policies, "ssm:GetParameter", PARAMETER + "otherapp/x"))
                .isFalse();
        assertThat(allows(policies, "ssm:PutParameter", PARAMETER + "myapp/x")).isFalse();
    }

    @Test
    void aKeyOpensForTheRoleThatItsPolicyNames() {
        PolicySet named = PolicySet.ofIdentity(List.of()).with(gate("application-key"));
        assertThat(allows(named, "kms:Decrypt", KEY)).isTrue();
        assertThat(allows(named, "kms:Encrypt", KEY)).isFalse();
    }

    @Test
    void theDefaultKeyPolicyLeavesItToTheAccount() {
        assertThat(allows(identity("application-identity").with(gate("default-key")), "kms:Decrypt", KEY))
                .isTrue();
        assertThat(allows(PolicySet.ofIdentity(List.of()).with(gate("default-key")), "kms:Decrypt", KEY))
                .isFalse();
        assertThat(allows(identity("application-identity").with(gate("application-key")), "kms:DescribeKey", KEY))
                .as("a key whose policy does not let the account in")
                .isFalse();
    }

    @Test
    void aServicesKeyOpensThroughTheServiceOnly() {
        PolicySet policies = PolicySet.ofIdentity(List.of()).with(gate("service-key"));
        Map<String, List<String>> through = Map.of(
                "kms:viaservice", List.of("ssm.us-east-1.amazonaws.com"), "kms:calleraccount", List.of("123456789012"));
        assertThat(allows(policies, "kms:Decrypt", KEY, through)).isTrue();
        assertThat(allows(policies, "kms:ReEncryptTo", KEY, through)).isTrue();
        assertThat(allows(policies, "kms:Decrypt", KEY)).isFalse();
        Map<String, List<String>> fromElsewhere = new HashMap<>(through);
        fromElsewhere.put("kms:calleraccount", List.of("210987654321"));
        assertThat(allows(policies, "kms:Decrypt", KEY, fromElsewhere)).isFalse();
    }

    @Test
    void aSecretIsReadUnderItsPrefix() {
        PolicySet policies = identity("secret-identity");
        String secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
        assertThat(allows(policies, "secretsmanager:GetSecretValue", secret + "prod/db-a1b2c3"))
                .isTrue();
        assertThat(allows(policies, "secretsmanager:GetSecretValue", secret + "dev/db-a1b2c3"))
                .isFalse();
    }

    @Test
    void withoutASecondFactorLittleIsAllowed() {
        PolicySet policies = identity("deny-without-mfa");
        Map<String, List<String>> without = Map.of("aws:multifactorauthpresent", List.of("false"));
        assertThat(allows(policies, "ssm:GetParameter", PARAMETER + "x", without))
                .isFalse();
        assertThat(allows(policies, "ssm:GetParameter", PARAMETER + "x"))
                .as("with a key of long term")
                .isFalse();
        assertThat(allows(policies, "sts:GetSessionToken", "*", without)).isTrue();
        assertThat(allows(
                        policies,
                        "ssm:GetParameter",
                        PARAMETER + "x",
                        Map.of("aws:multifactorauthpresent", List.of("true"))))
                .isTrue();
    }

    @Test
    void fromElsewhereNothingIsAllowedButThroughAServiceItIs() {
        PolicySet policies = identity("deny-by-source-address");
        assertThat(allows(policies, "ssm:GetParameter", "*", from("203.0.113.9", "false")))
                .isTrue();
        assertThat(allows(policies, "ssm:GetParameter", "*", from("198.51.100.9", "false")))
                .isFalse();
        assertThat(allows(policies, "ssm:GetParameter", "*", from("198.51.100.9", "true")))
                .isTrue();
    }

    @Test
    void aTeamReadsWhatCarriesItsTag() {
        PolicySet policies = identity("own-by-tag");
        Map<String, List<String>> own =
                Map.of("aws:resourcetag/owner", List.of("blue"), "aws:principaltag/team", List.of("blue"));
        assertThat(allows(policies, "ssm:GetParameterHistory", PARAMETER + "x", own))
                .isTrue();
        assertThat(allows(
                        policies,
                        "ssm:GetParameter",
                        PARAMETER + "x",
                        Map.of("aws:resourcetag/owner", List.of("blue"))))
                .isFalse();
        Map<String, List<String>> tagging = new HashMap<>(own);
        tagging.put("aws:tagkeys", List.of("Owner", "Cost"));
        assertThat(allows(policies, "ssm:AddTagsToResource", PARAMETER + "x", tagging))
                .isFalse();
    }

    private static Map<String, List<String>> from(String address, String viaService) {
        return Map.of("aws:sourceip", List.of(address), "aws:viaawsservice", List.of(viaService));
    }

    private static boolean allows(PolicySet policies, String action, String resource) {
        return allows(policies, action, resource, Map.of());
    }

    private static boolean allows(
            PolicySet policies, String action, String resource, Map<String, List<String>> context) {
        return PolicyEvaluation.decide(
                        new AccessRequest(
                                APPLICATION, ActionName.of(action), resource, ACCOUNT, Asking.context(context)),
                        policies)
                .isAllowed();
    }

    private static PolicySet identity(String name) {
        return PolicySet.ofIdentity(List.of(published(name, PolicyKind.IDENTITY)));
    }

    private static ResourcePolicy gate(String name) {
        return new ResourcePolicy.Gates(published(name, PolicyKind.RESOURCE), () -> Optional.empty());
    }

    private static AttachedPolicy published(String name, PolicyKind kind) {
        String file = "/io/attestore/policy/published/" + name + ".json";
        try (InputStream text = Objects.requireNonNull(PublishedPoliciesTest.class.getResourceAsStream(file), file)) {
            return new AttachedPolicy(
                    new PolicySource.Inline("published", name),
                    PolicyDocument.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8), kind));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
