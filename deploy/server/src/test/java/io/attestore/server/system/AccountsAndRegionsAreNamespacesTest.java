package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** One server, many accounts and Regions, and none of them sees anything of another. */
class AccountsAndRegionsAreNamespacesTest {

    private static final String NAME = "/shared/name";

    private final Tenant tenant = SystemServer.newTenant();
    private final Tenant otherAccount = SystemServer.newTenant();
    private final Tenant otherRegion = tenant.in("us-west-2");
    private final Tenant china = tenant.in("cn-north-1");
    private final Tenant government = tenant.in("us-gov-west-1");
    private final List<Tenant> strangers = List.of(otherAccount, otherRegion, china, government);
    private String keyId = "";

    @BeforeEach
    void theTenantHasAParameterAndAKey() {
        put(tenant, "the tenant's");
        keyId = tenant.kms().createKey(request -> {}).keyMetadata().keyId();
        tenant.kms().createAlias(request -> request.aliasName("alias/own").targetKeyId(keyId));
    }

    @Test
    void a_parameter_is_there_for_its_own_account_and_region_only() {
        for (Tenant stranger : strangers) {
            assertThatThrownBy(() -> get(stranger)).isInstanceOf(ParameterNotFoundException.class);
            assertThatThrownBy(() -> stranger.ssm().deleteParameter(request -> request.name(NAME)))
                    .isInstanceOf(ParameterNotFoundException.class);
            assertThatThrownBy(() -> stranger.ssm().getParameterHistory(request -> request.name(NAME)))
                    .isInstanceOf(ParameterNotFoundException.class);
            assertThat(stranger.ssm()
                            .getParameters(request -> request.names(NAME))
                            .invalidParameters())
                    .containsExactly(NAME);
            assertThat(stranger.ssm()
                            .deleteParameters(request -> request.names(NAME))
                            .deletedParameters())
                    .isEmpty();
            assertThat(stranger.ssm()
                            .getParametersByPath(request -> request.path("/").recursive(true))
                            .parameters())
                    .isEmpty();
        }
        assertThat(get(tenant).value()).isEqualTo("the tenant's");
    }

    @Test
    void one_name_is_many_parameters() {
        for (Tenant stranger : strangers) {
            put(stranger, "of " + stranger.account() + " in " + stranger.region());
        }
        otherAccount.ssm().deleteParameter(request -> request.name(NAME));

        assertThat(get(tenant).value()).isEqualTo("the tenant's");
        assertThat(get(china).value()).isEqualTo("of " + tenant.account() + " in cn-north-1");
        assertThat(get(china).arn()).isEqualTo("arn:aws-cn:ssm:cn-north-1:" + tenant.account() + ":parameter" + NAME);
        assertThat(get(government).arn())
                .isEqualTo("arn:aws-us-gov:ssm:us-gov-west-1:" + tenant.account() + ":parameter" + NAME);
        assertThat(get(otherRegion).arn()).isEqualTo("arn:aws:ssm:us-west-2:" + tenant.account() + ":parameter" + NAME);
        assertThatThrownBy(() -> get(otherAccount)).isInstanceOf(ParameterNotFoundException.class);
    }

    @Test
    void an_arn_opens_no_door_to_another_account() {
        String arn = tenant.arn("ssm", "parameter" + NAME);

        assertThatThrownBy(() -> otherAccount.ssm().getParameter(request -> request.name(arn)))
                .isInstanceOfSatisfying(
                        SsmException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("AccessDeniedException"));
        assertThatThrownBy(() -> otherRegion.ssm().getParameter(request -> request.name(arn)))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThat(tenant.ssm()
                        .getParameter(request -> request.name(arn).withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo("the tenant's");
    }

    @Test
    void a_key_is_there_for_its_own_account_and_region_only() {
        String arn = tenant.arn("kms", "key/" + keyId);
        SdkBytes blob = tenant.kms()
                .encrypt(request -> request.keyId(keyId).plaintext(SdkBytes.fromUtf8String("for the tenant")))
                .ciphertextBlob();

        for (Tenant stranger : strangers) {
            assertThatThrownBy(() -> stranger.kms().describeKey(request -> request.keyId(keyId)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> stranger.kms().disableKey(request -> request.keyId(keyId)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> stranger.kms().describeKey(request -> request.keyId("alias/own")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> stranger.kms().decrypt(request -> request.ciphertextBlob(blob)))
                    .isInstanceOfSatisfying(
                            KmsException.class,
                            fault -> assertThat(fault.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDeniedException"));
            assertThatThrownBy(() -> stranger.kms()
                            .decrypt(request -> request.ciphertextBlob(blob).keyId(arn)))
                    .isInstanceOf(KmsException.class);
            assertThat(stranger.kms().listKeys().keys())
                    .extracting(KeyListEntry::keyId)
                    .doesNotContain(keyId);
            assertThat(stranger.kms().listAliases().aliases())
                    .extracting(AliasListEntry::aliasName)
                    .doesNotContain("alias/own");
        }
        assertThatThrownBy(() -> otherAccount.kms().describeKey(request -> request.keyId(arn)))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("AccessDeniedException"));
        assertThat(tenant.kms()
                        .decrypt(request -> request.ciphertextBlob(blob).keyId(arn))
                        .plaintext()
                        .asUtf8String())
                .isEqualTo("for the tenant");
    }

    @Test
    void each_account_has_a_key_of_its_own_for_parameter_store_in_each_region() {
        strangers.forEach(stranger -> put(stranger, "a value"));

        List<String> keys = strangers.stream().map(this::parameterStoreKey).toList();
        assertThat(keys).doesNotHaveDuplicates().doesNotContain(parameterStoreKey(tenant));
        assertThat(parameterStoreKey(china)).startsWith("arn:aws-cn:kms:cn-north-1:");
        assertThat(parameterStoreKey(government)).startsWith("arn:aws-us-gov:kms:us-gov-west-1:");
    }

    @Test
    void a_trail_tells_of_its_own_account_and_region_only() {
        for (Tenant stranger : strangers) {
            put(stranger, "a value");

            List<Event> events = new Lookup(stranger).events();
            assertThat(events).isNotEmpty().allSatisfy(event -> {
                assertThat(Lookup.record(event).at("/recipientAccountId").asString())
                        .isEqualTo(stranger.account());
                assertThat(Lookup.record(event).at("/awsRegion").asString()).isEqualTo(stranger.region());
            });
            String eventId = events.getFirst().eventId();
            assertThat(new Lookup(tenant).events())
                    .extracting(Event::eventId)
                    .isNotEmpty()
                    .doesNotContain(eventId);
        }
    }

    private String parameterStoreKey(Tenant of) {
        return of.kms()
                .describeKey(request -> request.keyId("alias/aws/ssm"))
                .keyMetadata()
                .arn();
    }

    private static void put(Tenant tenant, String value) {
        tenant.ssm().putParameter(request -> request.name(NAME).value(value).type(ParameterType.SECURE_STRING));
    }

    private static Parameter get(Tenant tenant) {
        return tenant.ssm()
                .getParameter(request -> request.name(NAME).withDecryption(true))
                .parameter();
    }
}
