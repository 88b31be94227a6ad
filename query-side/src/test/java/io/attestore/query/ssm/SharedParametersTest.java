package io.attestore.query.ssm;

import static io.attestore.query.ssm.StoredParameters.names;
import static io.attestore.query.ssm.StoredParameters.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.events.parameter.ResourcePolicyGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What another account may read: the stored parameters are of one account, the caller is of another. */
class SharedParametersTest {

    private static final AccountRegion CONSUMER =
            new AccountRegion(new AccountId("222222222222"), Scenario.WHERE.region());
    private static final String PREFIX = "arn:aws:ssm:eu-west-1:123456789012:parameter";

    private final StoredParameters stored = new StoredParameters();

    @Test
    void a_parameter_is_read_by_its_arn_with_or_without_a_selector() {
        stored.string("/x", "one").string("/x", "two").labelled("/x", 1, "old");

        assertThat(value(parameter(PREFIX + "/x"))).isEqualTo("two");
        assertThat(value(parameter(PREFIX + "/x:1"))).isEqualTo("one");
        assertThat(value(parameter(PREFIX + "/x:old"))).isEqualTo("one");
        assertThat(parameter(PREFIX + "/x").text("ARN")).isEqualTo(PREFIX + "/x");
    }

    @Test
    void a_read_is_recorded_as_one_of_the_owners_parameter() {
        stored.string("/x", "one");

        Outcome.Answered answered = (Outcome.Answered) call("GetParameter", name(PREFIX + "/x"));

        assertThat(answered.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ParameterRead.class, read -> assertThat(read.where()).isEqualTo(Scenario.WHERE));
    }

    @Test
    void a_list_is_recorded_by_owner() {
        stored.string("/x", "one").string("/y", "two");

        Outcome.Answered answered = (Outcome.Answered) call(
                "GetParameters",
                Structure.builder()
                        .putTexts("Names", List.of(PREFIX + "/x", PREFIX + "/y", "/own"))
                        .build());

        assertThat(names(answered.output())).containsExactly("/x", "/y");
        assertThat(answered.output().texts("InvalidParameters")).containsExactly("/own");
        assertThat(answered.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ParameterRead.class,
                        read -> assertThat(read.disclosures()).hasSize(2));
    }

    @Test
    void the_bare_name_is_the_callers_own() {
        stored.string("/x", "one");

        assertThat(fault("GetParameter", name("/x")).code()).isEqualTo("ParameterNotFound");
    }

    @Test
    void a_history_is_read_by_the_arn_and_its_pages_are_bound_to_it() {
        stored.string("/x", "one").string("/x", "two");
        Structure request = Structure.builder()
                .put("Name", PREFIX + "/x")
                .put("MaxResults", 1)
                .build();

        Outcome.Answered first = (Outcome.Answered) call("GetParameterHistory", request);
        String token = first.output().text("NextToken");

        Outcome.Answered second = (Outcome.Answered) call(
                "GetParameterHistory",
                Structure.builder()
                        .put("Name", PREFIX + "/x")
                        .put("NextToken", token)
                        .build());
        assertThat(second.output().structures("Parameters"))
                .singleElement()
                .satisfies(version -> assertThat(value(version)).isEqualTo("two"));
    }

    @Test
    void what_is_not_allowed_is_denied_whether_it_is_there_or_not() {
        stored.string("/x", "one");
        stored.scenario.permitting((action, arn) -> new Decision.Denied("no policy"));

        for (String operation : List.of("GetParameter", "GetParameterHistory")) {
            AwsFault there = fault(operation, name(PREFIX + "/x"));
            AwsFault none = fault(operation, name(PREFIX + "/none"));

            assertThat(there.code()).isEqualTo("AccessDeniedException");
            assertThat(none.text()).isEqualTo(there.text().replace("/x", "/none"));
        }
    }

    @Test
    void another_region_has_nothing_to_share() {
        stored.string("/x", "one");
        AccountRegion elsewhere = new AccountRegion(CONSUMER.account(), new Region("us-east-1"));

        Outcome outcome = stored.scenario.when(stored.operation("GetParameter"), name(PREFIX + "/x"), elsewhere);

        assertThat(((Outcome.Refused) outcome).fault().code()).isEqualTo("ParameterNotFound");
    }

    @Test
    void a_secure_string_is_shared_as_ciphertext_and_opened_only_with_the_key() {
        stored.secureString("/x", "hidden");
        stored.scenario.permitting((action, arn) ->
                action.startsWith("kms:") ? new Decision.Denied("no key policy") : new Decision.Allowed());

        assertThat(value(parameter(PREFIX + "/x"))).isNotEqualTo("hidden");
        Outcome.Refused refused = (Outcome.Refused) call(
                "GetParameter",
                Structure.builder()
                        .put("Name", PREFIX + "/x")
                        .put("WithDecryption", true)
                        .build());

        assertThat(refused.fault().code()).isEqualTo("AccessDeniedException");
        assertThat(refused.fault().text()).contains("kms:Decrypt").doesNotContain("hidden");
        assertThat(refused.events()).singleElement().isInstanceOfSatisfying(KeyUseRefused.class, use -> {
            assertThat(use.where()).isEqualTo(Scenario.WHERE);
            assertThat(use.encryptionContext()).isEqualTo(Map.of("PARAMETER_ARN", PREFIX + "/x"));
        });
    }

    @Test
    void what_is_shared_is_listed_page_by_page() {
        for (String name : List.of("/c", "/a", "/b")) {
            stored.string(name, "1");
            share(name);
        }
        stored.string("/d", "1");

        Outcome.Answered first = (Outcome.Answered)
                call("DescribeParameters", shared().put("MaxResults", 2).build());
        Outcome.Answered second = (Outcome.Answered) call(
                "DescribeParameters",
                shared().put("NextToken", first.output().text("NextToken")).build());

        assertThat(names(first.output())).containsExactly("/a", "/b");
        assertThat(names(second.output())).containsExactly("/c");
        assertThat(second.output().has("NextToken")).isFalse();
        assertThat(first.output().structures("Parameters").getFirst().text("ARN"))
                .isEqualTo(PREFIX + "/a");
    }

    @Test
    void what_may_not_be_described_is_not_listed() {
        stored.string("/a", "1").string("/b", "1");
        share("/a");
        share("/b");
        stored.scenario.permitting(
                (action, arn) -> action.equals("ssm:DescribeParameters") && (arn.endsWith(":*") || arn.endsWith("/b"))
                        ? new Decision.Allowed()
                        : new Decision.Denied("none"));

        assertThat(listed(shared())).containsExactly("/b");
    }

    @Test
    void filters_choose_among_what_is_shared_but_tags_are_their_owners() {
        stored.string("/a", "1").secureString("/b/c", "1").tagged("/a", Map.of("k", "v"));
        share("/a");
        share("/b/c");

        assertThat(listed(filtered("Type", "Equals", "SecureString"))).containsExactly("/b/c");
        assertThat(listed(filtered("Name", "BeginsWith", "/a"))).containsExactly("/a");
        assertThat(listed(filtered("Path", "Recursive", "/b"))).containsExactly("/b/c");
        assertThat(listed(filtered("tag:k", "Equals", "v"))).isEmpty();
    }

    @Test
    void many_that_may_not_be_described_make_a_short_page_and_not_a_long_call() {
        for (int number = 1000; number < 1250; number++) {
            stored.string("/n" + number, "1");
            share("/n" + number);
        }
        stored.scenario.permitting(
                (action, arn) -> arn.endsWith(":*") ? new Decision.Allowed() : new Decision.Denied("none"));

        Outcome.Answered first = (Outcome.Answered) call("DescribeParameters", shared().build());

        assertThat(names(first.output())).isEmpty();
        assertThat(first.output().has("NextToken")).isTrue();
        assertThat(listed(shared().put("NextToken", first.output().text("NextToken"))))
                .isEmpty();
    }

    private void share(String name) {
        ResourcePolicyGrant grant = new ResourcePolicyGrant(
                List.of(new ResourcePolicyGrant.Consumer(CONSUMER.account(), Optional.empty())),
                List.of("ssm:DescribeParameters"));
        stored.scenario.given(new ParameterResourcePolicyPut(
                Scenario.WHERE, new ParameterName(name), "policy", "hash", "{}", List.of(grant), List.of()));
    }

    private List<String> listed(Structure.Builder request) {
        Outcome.Answered answered = (Outcome.Answered) call("DescribeParameters", request.build());
        return new ArrayList<>(names(answered.output()));
    }

    private Structure parameter(String name) {
        return (Structure) ((Outcome.Answered) call("GetParameter", name(name)))
                .output()
                .members()
                .get("Parameter");
    }

    private AwsFault fault(String operation, Structure input) {
        return ((Outcome.Refused) call(operation, input)).fault();
    }

    private Outcome call(String operation, Structure input) {
        return stored.scenario.when(stored.operation(operation), input, CONSUMER);
    }

    private static Structure name(String name) {
        return Structure.builder().put("Name", name).build();
    }

    private static Structure.Builder shared() {
        return Structure.builder().put("Shared", true);
    }

    private static Structure.Builder filtered(String key, String option, String value) {
        return shared().putAll(
                        "ParameterFilters",
                        List.of(Structure.builder()
                                .put("Key", key)
                                .put("Option", option)
                                .putTexts("Values", List.of(value))
                                .build()));
    }
}
