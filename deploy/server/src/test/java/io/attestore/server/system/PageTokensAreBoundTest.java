package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.kms.model.InvalidMarkerException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A token continues the pages that it was made for, and nothing else: it tells where somebody's list goes on. */
class PageTokensAreBoundTest {

    private final Tenant tenant = SystemServer.newTenant();
    private final Tenant otherAccount = SystemServer.newTenant();
    private final Tenant otherRegion = tenant.in("us-west-2");

    @BeforeEach
    void everybodyHasMoreThanOnePage() {
        for (Tenant each : new Tenant[] {tenant, otherAccount, otherRegion}) {
            put(each, "/a/one", false);
            put(each, "/a/two", false);
            put(each, "/a/one", true);
            IntStream.range(0, 2).forEach(number -> each.kms().createKey(request -> {}));
            String keyId = each.kms().listKeys().keys().getFirst().keyId();
            IntStream.range(0, 2)
                    .forEach(number -> each.kms()
                            .createAlias(request ->
                                    request.aliasName("alias/number-" + number).targetKeyId(keyId)));
        }
    }

    @Test
    void a_token_of_parameters_by_path_goes_on_with_its_own_request_only() {
        String token = byPath(tenant, "/a", "");

        byPath(tenant, "/a", token);
        assertRefusedBySsm(() -> byPath(otherAccount, "/a", token));
        assertRefusedBySsm(() -> byPath(otherRegion, "/a", token));
        assertRefusedBySsm(() -> byPath(tenant, "/", token));
        assertRefusedBySsm(() -> history(tenant, token));
        assertRefusedBySsm(() -> byPath(tenant, "/a", changed(token)));
    }

    @Test
    void a_token_of_descriptions_goes_on_with_its_own_request_only() {
        String token = described(tenant, "/a", "");

        described(tenant, "/a", token);
        assertRefusedBySsm(() -> described(otherAccount, "/a", token));
        assertRefusedBySsm(() -> described(otherRegion, "/a", token));
        assertRefusedBySsm(() -> described(tenant, "/", token));
        assertRefusedBySsm(() -> byPath(tenant, "/a", token));
        assertRefusedBySsm(() -> described(tenant, "/a", changed(token)));
    }

    @Test
    void a_token_of_a_history_goes_on_with_its_own_parameter_only() {
        String token = history(tenant, "");

        history(tenant, token);
        assertRefusedBySsm(() -> history(otherAccount, token));
        assertRefusedBySsm(() -> history(otherRegion, token));
        assertRefusedBySsm(() -> tenant.ssm()
                .getParameterHistory(request -> request.name("/a/two").nextToken(token)));
        assertRefusedBySsm(() -> byPath(tenant, "/a", token));
    }

    @Test
    void a_marker_of_a_list_of_keys_is_one_of_no_other_list() {
        String keys = tenant.kms().listKeys(request -> request.limit(1)).nextMarker();
        String aliases = tenant.kms().listAliases(request -> request.limit(1)).nextMarker();

        assertThat(tenant.kms().listKeys(request -> request.marker(keys)).keys())
                .isNotEmpty();
        assertThat(tenant.kms().listAliases(request -> request.marker(aliases)).aliases())
                .isNotEmpty();
        for (Tenant stranger : new Tenant[] {otherAccount, otherRegion}) {
            assertThatThrownBy(() -> stranger.kms().listKeys(request -> request.marker(keys)))
                    .isInstanceOf(InvalidMarkerException.class);
            assertThatThrownBy(() -> stranger.kms().listAliases(request -> request.marker(aliases)))
                    .isInstanceOf(InvalidMarkerException.class);
        }
        assertThatThrownBy(() -> tenant.kms().listKeys(request -> request.marker(aliases)))
                .isInstanceOf(InvalidMarkerException.class);
        assertThatThrownBy(() -> tenant.kms().listAliases(request -> request.marker(keys)))
                .isInstanceOf(InvalidMarkerException.class);
    }

    @Test
    void a_token_of_the_trail_goes_on_with_its_own_question_only() {
        String token = trail(tenant, "PutParameter", "");

        trail(tenant, "PutParameter", token);
        assertThatThrownBy(() -> trail(otherAccount, "PutParameter", token))
                .isInstanceOf(InvalidNextTokenException.class);
        assertThatThrownBy(() -> trail(otherRegion, "PutParameter", token))
                .isInstanceOf(InvalidNextTokenException.class);
        assertThatThrownBy(() -> trail(tenant, "CreateKey", token)).isInstanceOf(InvalidNextTokenException.class);
        String ofAnotherService = byPath(tenant, "/a", "");
        assertThatThrownBy(() -> trail(tenant, "PutParameter", ofAnotherService))
                .isInstanceOf(InvalidNextTokenException.class);
    }

    private static void assertRefusedBySsm(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(software.amazon.awssdk.services.ssm.model.InvalidNextTokenException.class);
    }

    private static void put(Tenant tenant, String name, boolean overwrite) {
        tenant.ssm()
                .putParameter(request -> request.name(name)
                        .value("value")
                        .type(ParameterType.STRING)
                        .overwrite(overwrite));
    }

    /** The token of the page after one of a single parameter. */
    private static String byPath(Tenant tenant, String path, String token) {
        return String.valueOf(tenant.ssm()
                .getParametersByPath(request ->
                        request.path(path).recursive(true).maxResults(1).nextToken(token))
                .nextToken());
    }

    private static String described(Tenant tenant, String path, String token) {
        return String.valueOf(tenant.ssm()
                .describeParameters(request -> request.parameterFilters(
                                filter -> filter.key("Path").option("Recursive").values(path))
                        .maxResults(1)
                        .nextToken(token))
                .nextToken());
    }

    private static String history(Tenant tenant, String token) {
        return String.valueOf(tenant.ssm()
                .getParameterHistory(
                        request -> request.name("/a/one").maxResults(1).nextToken(token))
                .nextToken());
    }

    private static String trail(Tenant tenant, String eventName, String token) {
        return String.valueOf(tenant.cloudTrail()
                .lookupEvents(request -> {
                    request.maxResults(1)
                            .lookupAttributes(attribute -> attribute
                                    .attributeKey(LookupAttributeKey.EVENT_NAME)
                                    .attributeValue(eventName));
                    if (!token.isEmpty()) {
                        request.nextToken(token);
                    }
                })
                .nextToken());
    }

    private static String changed(String token) {
        char last = token.charAt(token.length() / 2);
        return token.replace(last, last == 'A' ? 'B' : 'A');
    }
}
