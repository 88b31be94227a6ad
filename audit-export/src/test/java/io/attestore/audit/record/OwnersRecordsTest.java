package io.attestore.audit.record;

import static io.attestore.audit.fixture.Calls.ELSEWHERE;
import static io.attestore.audit.fixture.Calls.KEY;
import static io.attestore.audit.fixture.Calls.WHERE;
import static io.attestore.audit.fixture.Calls.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.call.DecidedBy;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRead.Disclosure;
import io.attestore.events.parameter.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call of one account, as the accounts are told of it whose parameters and keys it was about. */
class OwnersRecordsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AccountRegion THIRD = new AccountRegion(new AccountId("333333333333"), WHERE.region());
    private static final String THEIRS = "arn:aws:ssm:eu-central-1:210987654321:parameter/theirs";
    private static final String THIRDS = "arn:aws:ssm:eu-central-1:333333333333:parameter/thirds";

    @Test
    void a_read_of_anothers_parameter_is_a_record_of_both_accounts() {
        List<JsonNode> records =
                records(reading("ssm", "GetParameter", "{\"name\":\"" + THEIRS + "\"}"), read(ELSEWHERE, "/theirs"));

        assertThat(records).hasSize(2);
        JsonNode callers = records.getFirst();
        JsonNode owners = records.getLast();
        assertThat(callers.at("/recipientAccountId").asString()).isEqualTo("123456789012");
        assertThat(owners.at("/recipientAccountId").asString()).isEqualTo("210987654321");
        assertThat(owners.at("/sharedEventID").asString())
                .isNotEmpty()
                .isEqualTo(callers.at("/sharedEventID").asString());
        assertThat(owners.at("/eventID")).isNotEqualTo(callers.at("/eventID"));
        assertThat(owners.at("/sharedEventID")).isNotIn(owners.at("/eventID"), callers.at("/eventID"));
        assertThat(owners.at("/userIdentity").toString())
                .isEqualTo("{\"type\":\"AWSAccount\",\"principalId\":\"123456789012\",\"accountId\":\"123456789012\"}");
        assertThat(owners.at("/requestParameters/name").asString()).isEqualTo(THEIRS);
        assertThat(owners.at("/resources/0/ARN").asString()).isEqualTo(THEIRS);
        assertThat(owners.at("/additionalEventData/attestore:disclosed/0/name").asString())
                .isEqualTo("/theirs");
        assertThat(callers.at("/additionalEventData/attestore:disclosed/0/name").asString())
                .isEqualTo(THEIRS);
        assertThat(owners.at("/sourceIPAddress")).isEqualTo(callers.at("/sourceIPAddress"));
        assertThat(owners.at("/requestID")).isEqualTo(callers.at("/requestID"));
    }

    @Test
    void no_owner_is_told_which_policy_of_the_callers_account_allowed_it() {
        CallContext call = Calls.getParameter(THEIRS)
                .withDecidedBy(Optional.of(new DecidedBy.Statement(true, "arn:aws:iam::aws:policy/p", "Read")));

        List<JsonNode> records = records(call, read(ELSEWHERE, "/theirs"));

        assertThat(records.getFirst()
                        .at("/additionalEventData/attestore:allowedBy")
                        .toString())
                .isEqualTo("{\"policy\":\"arn:aws:iam::aws:policy/p\",\"statement\":\"Read\"}");
        assertThat(records.getLast().toString()).doesNotContain("allowedBy", "policy/p");
    }

    @Test
    void no_owner_is_told_of_what_is_not_its_own() {
        List<JsonNode> records = records(
                reading(
                        "ssm",
                        "GetParameters",
                        "{\"names\":[\"/own\",\"" + THEIRS + "\",\"" + THIRDS + ":3\"],\"withDecryption\":false}"),
                read(WHERE, "/own"),
                read(ELSEWHERE, "/theirs"),
                read(THIRD, "/thirds"));

        assertThat(records).hasSize(3);
        assertThat(records.get(1).toString()).contains("/theirs").doesNotContain("/own", "thirds", "333333333333");
        assertThat(records.get(1).at("/requestParameters").toString())
                .isEqualTo("{\"names\":[\"" + THEIRS + "\"],\"withDecryption\":false}");
        assertThat(records.get(2).toString()).contains(THIRDS + ":3").doesNotContain("/own", "theirs", "210987654321");
        assertThat(records.getFirst()
                        .at("/additionalEventData/attestore:disclosed")
                        .findValuesAsString("name"))
                .containsExactly("/own", THEIRS, THIRDS);
    }

    @Test
    void a_call_within_an_account_is_told_to_nobody_else() {
        List<JsonNode> records = records(Calls.getParameter("/own"), Calls.decrypted("/own"));

        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(record.at("/recipientAccountId").asString()).isEqualTo("123456789012");
            assertThat(record.has("sharedEventID")).isFalse();
        });
    }

    @Test
    void a_refused_use_of_anothers_key_is_told_to_its_owner() {
        List<JsonNode> records = records(
                Calls.getParameter(THEIRS),
                new KeyUseRefused(
                        ELSEWHERE, KEY, "Decrypt", Map.of("PARAMETER_ARN", THEIRS), "AccessDeniedException", "no"),
                new CallRefused("AccessDeniedException", "no"));

        assertThat(records).hasSize(3);
        JsonNode owners = records.getLast();
        assertThat(owners.at("/recipientAccountId").asString()).isEqualTo("210987654321");
        assertThat(owners.at("/eventName").asString()).isEqualTo("Decrypt");
        assertThat(owners.at("/errorCode").asString()).isEqualTo("AccessDeniedException");
        assertThat(owners.at("/userIdentity/invokedBy").asString()).isEqualTo("ssm.amazonaws.com");
        assertThat(owners.at("/userIdentity").has("arn")).isFalse();
        assertThat(owners.at("/sharedEventID")).isEqualTo(records.get(1).at("/sharedEventID"));
    }

    @Test
    void a_refused_read_is_the_callers_alone() {
        List<JsonNode> records =
                records(Calls.getParameter(THEIRS), new CallRefused("AccessDeniedException", "not shared"));

        assertThat(records)
                .singleElement()
                .satisfies(record ->
                        assertThat(record.at("/recipientAccountId").asString()).isEqualTo("123456789012"));
    }

    @Test
    void the_facts_are_those_of_the_records() {
        List<RecordedEvent> call = new MemoryLog()
                .append(
                        Calls.getParameter(THEIRS),
                        read(ELSEWHERE, "/theirs"),
                        new KeyUseRefused(THIRD, KEY, "Decrypt", Map.of(), "Code", "no"));

        assertThat(CloudTrailRecords.factsOf(call))
                .isEqualTo(CloudTrailRecords.of(call).stream()
                        .map(CloudTrailRecord::facts)
                        .toList());
    }

    private static ParameterRead read(AccountRegion owner, String name) {
        return new ParameterRead(
                owner, List.of(new Disclosure(new ParameterName(name), 1, ParameterType.STRING)), false);
    }

    private static List<JsonNode> records(CallContext context, Event... events) {
        return CloudTrailRecords.of(new MemoryLog().append(context, events)).stream()
                .map(CloudTrailRecord::json)
                .map(JSON::readTree)
                .toList();
    }
}
