package io.attestore.audit.record;

import static io.attestore.audit.fixture.Calls.KEY;
import static io.attestore.audit.fixture.Calls.WHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.events.Event;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterDeleted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a record is about: what permission was asked for, then what the events add. */
class CallResourcesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PARAMETERS = "arn:aws:ssm:eu-central-1:123456789012:parameter";
    private static final CallRefused DENIED = new CallRefused("AccessDeniedException", "denied");

    @Test
    void what_permission_was_asked_for_comes_first() {
        CallContext call = Calls.getParameter("/guessed");

        assertThat(arns(call, List.of(PARAMETERS + "/b", PARAMETERS + "/a"), Calls.disclosed("/c", "/a")))
                .containsExactly(PARAMETERS + "/b", PARAMETERS + "/a", PARAMETERS + "/c");
    }

    @Test
    void a_refused_call_is_found_by_what_it_asked_for() {
        assertThat(arns(Calls.getParameter("/guessed"), List.of(PARAMETERS + "/a"), DENIED))
                .containsExactly(PARAMETERS + "/a");
    }

    @Test
    void nothing_is_guessed_where_it_is_known_that_nothing_was_asked_for() {
        assertThat(arns(Calls.getParameter("/guessed"), List.of(), DENIED)).isEmpty();
    }

    @Test
    void what_a_call_of_an_older_version_was_about_is_guessed() {
        assertThat(records(Calls.getParameter("/guessed"), DENIED).getFirst().resources())
                .containsExactly(RecordResource.parameter(WHERE, new ParameterName("/guessed")));
    }

    @Test
    void a_read_by_path_is_about_the_parameters_and_not_about_the_path() {
        CallContext call = Calls.reading("ssm", "GetParametersByPath", "{\"path\":\"/prod\"}");

        assertThat(arns(call, List.of(PARAMETERS + "/prod"), Calls.disclosed("/prod/a")))
                .containsExactly(PARAMETERS + "/prod/a");
    }

    @Test
    void a_parameter_goes_by_the_name_that_its_owner_wrote() {
        CallContext call = Calls.getParameter("x").withResources(List.of(new Arn(PARAMETERS + "/x")));

        assertThat(records(call, Calls.disclosed("x")).getFirst().resources())
                .containsExactly(RecordResource.parameter(WHERE, new ParameterName("x")));
        assertThat(records(call, DENIED).getFirst().resources())
                .containsExactly(RecordResource.parameter(WHERE, new ParameterName("/x")));
    }

    @Test
    void a_key_that_another_service_used_is_in_the_record_of_that_use() {
        CallContext call = Calls.getParameter("/a").withResources(List.of(new Arn(PARAMETERS + "/a")));
        List<CloudTrailRecord> records = records(call, Calls.decrypted("/a"), Calls.keyUsed("Decrypt", "/a"));

        assertThat(records.getFirst().resources())
                .extracting(resource -> resource.arn().value())
                .containsExactly(PARAMETERS + "/a");
        assertThat(records.get(1).resources()).containsExactly(RecordResource.key(WHERE, KEY));
    }

    @Test
    void a_key_that_kms_was_asked_for_is_in_the_calls_record_once() {
        CallContext call =
                Calls.reading("kms", "Decrypt", "{\"keyId\":\"alias/app\"}").withResources(List.of(KEY.arn(WHERE)));

        assertThat(records(call, Calls.keyUsed("Decrypt", "/a")).getFirst().resources())
                .containsExactly(RecordResource.key(WHERE, KEY));
    }

    @Test
    void a_resource_of_another_account_keeps_its_account() {
        CallContext call = Calls.getParameter("/a")
                .withResources(List.of(new Arn("arn:aws:ssm:eu-central-1:210987654321:parameter/a")));

        JsonNode record = JSON.readTree(records(call, DENIED).getFirst().json());

        assertThat(record.at("/recipientAccountId").asString()).isEqualTo("123456789012");
        assertThat(record.at("/resources/0/accountId").asString()).isEqualTo("210987654321");
    }

    @Test
    void an_event_says_by_itself_what_it_is_about() {
        Event deleted = new ParameterDeleted(WHERE, new ParameterName("b"), List.of("data-key-1"));

        assertThat(arns(Calls.writing("ssm", "DeleteParameters", "{}", "{}"), List.of(), deleted, deleted))
                .containsExactly(PARAMETERS + "/b");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ssm:eu-central-1:123456789012:parameter/a/b, AWS::SSM::Parameter, /a/b",
        "arn:aws:kms:eu-central-1:123456789012:alias/app/x, AWS::KMS::Alias, alias/app/x",
        "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab, AWS::KMS::Key,",
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db/pw-AbCdEf, AWS::SecretsManager::Secret,",
        "arn:aws:iam::123456789012:user/team/alice, AWS::IAM::User,",
        "arn:aws:iam::123456789012:role/ci/deployer, AWS::IAM::Role,",
        "arn:aws:iam::123456789012:group/ops, AWS::IAM::Group,",
        "arn:aws:iam::123456789012:policy/readers, AWS::IAM::Policy,",
        "arn:aws:iam::aws:policy/ReadOnlyAccess, AWS::IAM::Policy,",
        "arn:aws:iam::123456789012:instance-profile/web, AWS::IAM::InstanceProfile,",
        "arn:aws:cloudtrail:eu-central-1:123456789012:trail/all, AWS::CloudTrail::Trail,",
    })
    void an_arn_says_what_its_resource_is(String arn, String type, String name) {
        CallContext call = Calls.reading("iam", "GetUser", "{}").withResources(List.of(new Arn(arn)));

        assertThat(records(call, new CallAnswered()).getFirst().resources())
                .containsExactly(new RecordResource(type, new Arn(arn), name == null ? arn : name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:ssm:eu-central-1:123456789012:*",
                "arn:aws:ssm:eu-central-1:123456789012:parameter/prod/*",
                "arn:aws:ssm:eu-central-1:123456789012:parameter/prod/",
                "arn:aws:ssm:eu-central-1:123456789012:parameter/",
                "arn:aws:ssm:eu-central-1:123456789012:servicesetting/ssm/parameter-store/default-parameter-tier",
                "arn:aws:ssm:eu-central-1::parameter/x",
                "arn:aws:ssm::123456789012:parameter/x",
                "arn:aws-cn:ssm:eu-central-1:123456789012:parameter/x",
                "arn:aws:ssm:eu-central-1:aws:parameter/x",
                "arn:aws:kms:eu-central-1:123456789012:key/*",
                "arn:aws:iam::123456789012:root",
                "arn:aws:s3:::bucket",
            })
    void an_arn_of_many_of_none_or_of_something_else_is_no_resource(String arn) {
        assertThat(arns(Calls.getParameter("/a"), List.of(arn), DENIED)).isEmpty();
    }

    private static List<String> arns(CallContext call, List<String> asked, Event... events) {
        CallContext known = call.withResources(asked.stream().map(Arn::new).toList());
        return records(known, events).getFirst().resources().stream()
                .map(resource -> resource.arn().value())
                .toList();
    }

    private static List<CloudTrailRecord> records(CallContext call, Event... events) {
        return CloudTrailRecords.of(new MemoryLog().append(call, events));
    }
}
