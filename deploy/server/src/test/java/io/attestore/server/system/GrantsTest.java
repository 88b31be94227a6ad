package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CreateGrantResponse;
import software.amazon.awssdk.services.kms.model.DryRunOperationException;
import software.amazon.awssdk.services.kms.model.GrantConstraints;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.kms.model.InvalidArnException;
import software.amazon.awssdk.services.kms.model.InvalidGrantTokenException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import tools.jackson.databind.JsonNode;

/** A grant lets its grantee use a key beside what policies say, until it is ended, and no Deny is weakened by it. */
class GrantsTest {

    private static final SdkBytes TEXT = SdkBytes.fromUtf8String("text");
    private static final String NOT_ALLOWED = "because no identity-based policy allows the kms:Encrypt action";

    private final Tenant root = SystemServer.newTenant();
    private final String key = root.kms().createKey().keyMetadata().arn();
    private final Tenant user = root.newUser("app");
    private final String userArn = "arn:aws:iam::" + root.account() + ":user/app";

    @Test
    void a_grantee_uses_the_key_until_the_grant_is_revoked() {
        assertThatThrownBy(() -> encrypt(user, Map.of())).hasMessageContaining(NOT_ALLOWED);

        CreateGrantResponse grant = grant(GrantOperation.ENCRYPT, GrantOperation.DESCRIBE_KEY);
        SdkBytes blob = encrypt(user, Map.of());
        user.kms().describeKey(r -> r.keyId(key).grantTokens(grant.grantToken()));
        assertThatThrownBy(() -> user.kms().decrypt(r -> r.ciphertextBlob(blob)))
                .isInstanceOf(AwsServiceException.class);

        root.kms().revokeGrant(r -> r.keyId(key).grantId(grant.grantId()));
        assertThatThrownBy(() -> encrypt(user, Map.of())).hasMessageContaining(NOT_ALLOWED);
        assertThatThrownBy(() -> root.kms().revokeGrant(r -> r.keyId(key).grantId(grant.grantId())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_record_names_the_grant_and_hides_its_token() {
        CreateGrantResponse grant = grant(GrantOperation.ENCRYPT);
        String use = user.kms()
                .encrypt(r -> r.keyId(key).plaintext(TEXT))
                .responseMetadata()
                .requestId();

        Lookup lookup = new Lookup(root);
        assertThat(lookup.call("Encrypt", use)
                        .at("/additionalEventData/attestore:allowedBy/grant")
                        .asString())
                .isEqualTo(grant.grantId());
        JsonNode created = lookup.call("CreateGrant", grant.responseMetadata().requestId());
        assertThat(created.at("/responseElements/grantId").asString()).isEqualTo(grant.grantId());
        assertThat(created.toString()).doesNotContain(grant.grantToken());
    }

    @Test
    void a_deny_beats_a_grant() {
        grant(GrantOperation.ENCRYPT);
        root.iam().putUserPolicy(r -> r.userName("app").policyName("deny").policyDocument("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "kms:*", "Resource": "*"}]}"""));

        assertThatThrownBy(() -> encrypt(user, Map.of())).hasMessageContaining("with an explicit deny");
    }

    @Test
    void a_constraint_holds_the_encryption_context_to_what_it_says() {
        Map<String, String> department = Map.of("Department", "IT");
        Map<String, String> both = Map.of("Department", "IT", "Purpose", "Test");
        constrained(
                GrantConstraints.builder().encryptionContextSubset(department).build());
        encrypt(user, department);
        encrypt(user, both);
        assertThatThrownBy(() -> encrypt(user, Map.of())).hasMessageContaining(NOT_ALLOWED);
        assertThatThrownBy(() -> encrypt(user, Map.of("department", "IT"))).hasMessageContaining(NOT_ALLOWED);
        assertThatThrownBy(() -> encrypt(user, Map.of("Department", "it"))).hasMessageContaining(NOT_ALLOWED);

        Tenant exact = root.newUser("exact");
        root.kms()
                .createGrant(r -> r.keyId(key)
                        .granteePrincipal("arn:aws:iam::" + root.account() + ":user/exact")
                        .operations(GrantOperation.ENCRYPT)
                        .constraints(c -> c.encryptionContextEquals(department)));
        encrypt(exact, department);
        assertThatThrownBy(() -> encrypt(exact, both)).hasMessageContaining(NOT_ALLOWED);
    }

    @Test
    void a_grant_that_is_made_by_a_grant_allows_no_more_than_that() {
        root.newUser("other");
        String other = "arn:aws:iam::" + root.account() + ":user/other";
        root.kms()
                .createGrant(r -> r.keyId(key)
                        .granteePrincipal(userArn)
                        .operations(GrantOperation.CREATE_GRANT, GrantOperation.ENCRYPT)
                        .constraints(c -> c.encryptionContextSubset(Map.of("Department", "IT"))));

        assertThatThrownBy(() -> user.kms()
                        .createGrant(r -> r.keyId(key).granteePrincipal(other).operations(GrantOperation.ENCRYPT)))
                .hasMessageContaining("is not authorized to perform: kms:CreateGrant");
        assertThatThrownBy(() -> user.kms()
                        .createGrant(r -> r.keyId(key)
                                .granteePrincipal(other)
                                .operations(GrantOperation.DECRYPT)
                                .constraints(c -> c.encryptionContextSubset(Map.of("Department", "IT")))))
                .hasMessageContaining("is not authorized to perform: kms:CreateGrant");
        assertThat(user.kms()
                        .createGrant(r -> r.keyId(key)
                                .granteePrincipal(other)
                                .operations(GrantOperation.ENCRYPT)
                                .constraints(
                                        c -> c.encryptionContextEquals(Map.of("Department", "IT", "Purpose", "Test"))))
                        .grantId())
                .hasSize(64);
    }

    @Test
    void a_named_grant_is_made_once_however_often_it_is_asked_for() {
        CreateGrantResponse first = named("retry");
        assertThat(named("retry").grantId()).isEqualTo(first.grantId());
        assertThat(named("other").grantId()).isNotEqualTo(first.grantId());
        assertThat(grant(GrantOperation.ENCRYPT).grantId())
                .isNotEqualTo(grant(GrantOperation.ENCRYPT).grantId());
        assertThat(root.kms().listGrants(r -> r.keyId(key)).grants()).hasSize(4);
    }

    @Test
    void whom_it_names_retires_a_grant_and_the_grantee_where_it_says_so() {
        Tenant admin = root.newUser("admin");
        String adminArn = "arn:aws:iam::" + root.account() + ":user/admin";
        CreateGrantResponse grant = root.kms()
                .createGrant(r -> r.keyId(key)
                        .granteePrincipal(userArn)
                        .retiringPrincipal(adminArn)
                        .operations(GrantOperation.ENCRYPT));
        assertThatThrownBy(() -> user.kms().retireGrant(r -> r.grantToken(grant.grantToken())))
                .hasMessageContaining("is not authorized to perform: kms:RetireGrant");
        assertThat(root.kms()
                        .listRetirableGrants(r -> r.retiringPrincipal(adminArn))
                        .grants())
                .extracting(GrantListEntry::grantId)
                .containsExactly(grant.grantId());

        admin.kms().retireGrant(r -> r.grantToken(grant.grantToken()));
        assertThat(root.kms()
                        .listRetirableGrants(r -> r.retiringPrincipal(adminArn))
                        .grants())
                .isEmpty();
        assertThatThrownBy(() -> encrypt(user, Map.of())).hasMessageContaining(NOT_ALLOWED);

        CreateGrantResponse own = grant(GrantOperation.ENCRYPT, GrantOperation.RETIRE_GRANT);
        user.kms().retireGrant(r -> r.keyId(key).grantId(own.grantId()));
        assertThat(root.kms().listGrants(r -> r.keyId(key)).grants()).isEmpty();
    }

    @Test
    void grants_are_listed_by_pages_and_filters_with_all_that_they_say() {
        CreateGrantResponse grant = root.kms()
                .createGrant(r -> r.keyId(key)
                        .granteePrincipal(userArn)
                        .operations(GrantOperation.ENCRYPT, GrantOperation.ENCRYPT, GrantOperation.DECRYPT)
                        .name("n")
                        .constraints(c -> c.encryptionContextEquals(Map.of("a", "b"))));
        grant(GrantOperation.ENCRYPT);
        grant(GrantOperation.ENCRYPT);

        assertThat(root.kms().listGrantsPaginator(r -> r.keyId(key).limit(1)).grants())
                .hasSize(3);
        GrantListEntry entry = root.kms()
                .listGrants(r -> r.keyId(key).grantId(grant.grantId()))
                .grants()
                .getFirst();
        assertThat(entry.keyId()).isEqualTo(key);
        assertThat(entry.name()).isEqualTo("n");
        assertThat(entry.granteePrincipal()).isEqualTo(userArn);
        assertThat(entry.issuingAccount()).isEqualTo("arn:aws:iam::" + root.account() + ":root");
        assertThat(entry.operations()).containsExactly(GrantOperation.ENCRYPT, GrantOperation.DECRYPT);
        assertThat(entry.constraints().encryptionContextEquals()).isEqualTo(Map.of("a", "b"));
        assertThat(root.kms()
                        .listGrants(r -> r.keyId(key).granteePrincipal(userArn + "x"))
                        .grants())
                .isEmpty();
    }

    @Test
    void whoever_gets_a_grantees_name_later_is_not_meant() {
        grant(GrantOperation.ENCRYPT);
        root.iam().deleteAccessKey(r -> r.userName("app").accessKeyId(user.accessKey()));
        root.iam().deleteUser(r -> r.userName("app"));
        Tenant another = root.newUser("app");

        assertThatThrownBy(() -> encrypt(another, Map.of())).hasMessageContaining(NOT_ALLOWED);
    }

    @Test
    void a_grantee_of_another_account_needs_his_own_account_s_permission_too() {
        Tenant theirs = SystemServer.newTenant().in(root.region());
        Tenant member = theirs.newUser("member");
        root.kms()
                .createGrant(r -> r.keyId(key)
                        .granteePrincipal("arn:aws:iam::" + theirs.account() + ":user/member")
                        .operations(GrantOperation.ENCRYPT));
        assertThatThrownBy(() -> encrypt(member, Map.of())).hasMessageContaining(NOT_ALLOWED);

        theirs.iam().putUserPolicy(r -> r.userName("member").policyName("p").policyDocument("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*"}]}"""));
        encrypt(member, Map.of());
    }

    @Test
    void what_is_no_grant_is_refused() {
        KmsClient kms = root.kms();
        assertThatThrownBy(() -> kms.createGrant(
                        r -> r.keyId(key).granteePrincipal(userArn + "x").operations(GrantOperation.ENCRYPT)))
                .isInstanceOf(InvalidArnException.class)
                .hasMessageContaining("ARN does not refer to a valid principal: " + userArn + "x");
        assertThatThrownBy(() -> grant(GrantOperation.SIGN))
                .hasMessageContaining(
                        "Operations [Sign] are not valid for a KMS key with the KeyUsage ENCRYPT_DECRYPT.");
        assertThatThrownBy(() -> constrained(GrantConstraints.builder()
                        .encryptionContextEquals(Map.of("a", "b".repeat(385)))
                        .build()))
                .hasMessageContaining("up to 8 pairs");
        assertThatThrownBy(() -> kms.retireGrant(r -> r.grantToken("nonsense")))
                .isInstanceOf(InvalidGrantTokenException.class);
        assertThatThrownBy(() -> kms.encrypt(r -> r.keyId(key).plaintext(TEXT).grantTokens("nonsense")))
                .isInstanceOf(InvalidGrantTokenException.class);
        assertThatThrownBy(() -> kms.retireGrant(r -> r.keyId(key)))
                .hasMessageContaining("Specify either a grant token, or a key ID and a grant ID.");
        assertThatThrownBy(() -> kms.createGrant(r -> r.keyId(key)
                        .granteePrincipal(userArn)
                        .operations(GrantOperation.ENCRYPT)
                        .dryRun(true)))
                .isInstanceOf(DryRunOperationException.class);
        assertThat(kms.listGrants(r -> r.keyId(key)).grants()).isEmpty();
    }

    private CreateGrantResponse grant(GrantOperation... operations) {
        return root.kms()
                .createGrant(r -> r.keyId(key).granteePrincipal(userArn).operations(List.of(operations)));
    }

    private CreateGrantResponse named(String name) {
        return root.kms()
                .createGrant(r -> r.keyId(key)
                        .granteePrincipal(userArn)
                        .operations(GrantOperation.ENCRYPT)
                        .name(name));
    }

    private CreateGrantResponse constrained(GrantConstraints constraints) {
        return root.kms()
                .createGrant(r -> r.keyId(key)
                        .granteePrincipal(userArn)
                        .operations(GrantOperation.ENCRYPT)
                        .constraints(constraints));
    }

    private SdkBytes encrypt(Tenant tenant, Map<String, String> context) {
        return tenant.kms()
                .encrypt(r -> r.keyId(key).plaintext(TEXT).encryptionContext(context))
                .ciphertextBlob();
    }
}
