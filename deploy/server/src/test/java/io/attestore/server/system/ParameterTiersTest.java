package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;
import software.amazon.awssdk.services.ssm.model.ServiceSetting;
import tools.jackson.databind.JsonNode;

/** Advanced parameters: what they hold, how they are encrypted, and the setting that makes them the default. */
class ParameterTiersTest {

    private static final String DEFAULT_TIER = "/ssm/parameter-store/default-parameter-tier";
    private static final String LARGE = "S3cure!!".repeat(1024);
    private static final String EXPIRATION =
            "{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2040-12-02T21:34:33.000Z\"}}";

    private final Tenant tenant = SystemServer.newTenant();
    private final Lookup lookup = new Lookup(tenant);

    @Test
    void an_advanced_secure_string_of8192_bytes_is_read_by_every_operation() {
        put("/tiers/large", LARGE, ParameterTier.ADVANCED);

        assertThat(tenant.ssm()
                        .getParameter(request -> request.name("/tiers/large").withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo(LARGE);
        assertThat(tenant.ssm()
                        .getParameters(request -> request.names("/tiers/large").withDecryption(true))
                        .parameters())
                .extracting("value")
                .containsExactly(LARGE);
        assertThat(tenant.ssm()
                        .getParametersByPath(request -> request.path("/tiers").withDecryption(true))
                        .parameters())
                .extracting("value")
                .containsExactly(LARGE);
        assertThat(history("/tiers/large")).extracting(ParameterHistory::value).containsExactly(LARGE);
    }

    @Test
    void putting_asks_kms_for_a_data_key_and_reading_decrypts_it_and_both_are_on_record() {
        PutParameterResponse put = put("/tiers/recorded", "value", ParameterTier.ADVANCED);
        GetParameterResponse got = tenant.ssm()
                .getParameter(request -> request.name("/tiers/recorded").withDecryption(true));

        JsonNode generated = keyUse("GenerateDataKey", put.responseMetadata().requestId());
        JsonNode decrypted = keyUse("Decrypt", got.responseMetadata().requestId());
        assertThat(generated.at("/requestParameters/keySpec").asString()).isEqualTo("AES_256");
        for (JsonNode use : List.of(generated, decrypted)) {
            assertThat(use.at("/userIdentity/invokedBy").asString()).isEqualTo("ssm.amazonaws.com");
            assertThat(use.at("/requestParameters/encryptionContext/PARAMETER_ARN")
                            .asString())
                    .isEqualTo(tenant.arn("ssm", "parameter/tiers/recorded"));
        }
    }

    @Test
    void a_parameter_that_becomes_advanced_keeps_its_standard_versions() {
        put("/tiers/grows", "small", ParameterTier.STANDARD);

        PutParameterResponse large = tenant.ssm()
                .putParameter(request -> request.name("/tiers/grows")
                        .value(LARGE)
                        .overwrite(true)
                        .tier(ParameterTier.INTELLIGENT_TIERING));

        assertThat(large.tier()).isEqualTo(ParameterTier.ADVANCED);
        assertThat(history("/tiers/grows")).extracting(ParameterHistory::value).containsExactly("small", LARGE);
        assertThat(history("/tiers/grows"))
                .extracting(ParameterHistory::tier)
                .containsExactly(ParameterTier.STANDARD, ParameterTier.ADVANCED);
    }

    @Test
    void policies_are_shown() {
        tenant.ssm()
                .putParameter(request -> request.name("/tiers/expires")
                        .value("value")
                        .type(ParameterType.STRING)
                        .tier(ParameterTier.ADVANCED)
                        .policies("[" + EXPIRATION + "]"));

        assertThat(history("/tiers/expires").getFirst().policies())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.policyType()).isEqualTo("Expiration");
                    assertThat(policy.policyText()).isEqualTo(EXPIRATION);
                    assertThat(policy.policyStatus()).isEqualTo("Pending");
                });
    }

    @Test
    void the_default_tier_is_a_setting_of_the_account_in_the_region() {
        Tenant elsewhere = tenant.in("eu-west-1");
        tenant.ssm()
                .updateServiceSetting(request -> request.settingId(DEFAULT_TIER).settingValue("Advanced"));

        assertThat(putWithoutTier("/tiers/by-default").tier()).isEqualTo(ParameterTier.ADVANCED);
        ServiceSetting setting = setting(tenant);
        assertThat(setting.settingValue()).isEqualTo("Advanced");
        assertThat(setting.status()).isEqualTo("Customized");
        assertThat(setting.lastModifiedUser()).isEqualTo("arn:aws:iam::" + tenant.account() + ":root");
        assertThat(setting.arn()).isEqualTo(tenant.arn("ssm", "servicesetting" + DEFAULT_TIER));
        assertThat(setting(elsewhere).status()).isEqualTo("Default");

        ServiceSetting reset = tenant.ssm()
                .resetServiceSetting(request -> request.settingId(DEFAULT_TIER))
                .serviceSetting();
        assertThat(reset.settingValue()).isEqualTo("Standard");
        assertThat(reset.status()).isEqualTo("Default");
        assertThat(putWithoutTier("/tiers/after-reset").tier()).isEqualTo(ParameterTier.STANDARD);
    }

    private PutParameterResponse put(String name, String value, ParameterTier tier) {
        return tenant.ssm()
                .putParameter(request -> request.name(name)
                        .value(value)
                        .type(ParameterType.SECURE_STRING)
                        .tier(tier));
    }

    private PutParameterResponse putWithoutTier(String name) {
        return tenant.ssm()
                .putParameter(request -> request.name(name).value("value").type(ParameterType.STRING));
    }

    private List<ParameterHistory> history(String name) {
        return tenant.ssm()
                .getParameterHistory(request -> request.name(name).withDecryption(true))
                .parameters();
    }

    private static ServiceSetting setting(Tenant of) {
        return of.ssm()
                .getServiceSetting(request -> request.settingId(DEFAULT_TIER))
                .serviceSetting();
    }

    private JsonNode keyUse(String operation, String requestId) {
        List<JsonNode> uses = Lookup.records(lookup.events(LookupAttributeKey.EVENT_NAME, operation), requestId);
        assertThat(uses).hasSize(1);
        return uses.getFirst();
    }
}
