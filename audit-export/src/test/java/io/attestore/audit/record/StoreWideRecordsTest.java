package io.attestore.audit.record;

import static io.attestore.audit.fixture.Calls.ELSEWHERE;
import static io.attestore.audit.fixture.Calls.WHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.disclosure.DisclosureResumed;
import io.attestore.events.disclosure.DisclosureStopped;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.events.log.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An order about the whole store, as each account is told of it. */
class StoreWideRecordsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<AccountId> ACCOUNTS = List.of(WHERE.account(), ELSEWHERE.account());

    @Test
    void every_account_gets_a_record_of_its_own() {
        List<RecordedEvent> call = new MemoryLog()
                .append(order("StopDisclosure"), new DisclosureStopped("Mallory has the key of another", ACCOUNTS));

        List<JsonNode> records = json(call);

        assertThat(records)
                .extracting(record -> record.at("/recipientAccountId").asString())
                .containsExactly("123456789012", "210987654321");
        assertThat(records)
                .extracting(record -> record.at("/eventID").asString())
                .doesNotHaveDuplicates();
        assertThat(records).allSatisfy(record -> {
            assertThat(record.at("/eventType").asString()).isEqualTo("AwsServiceEvent");
            assertThat(record.at("/eventSource").asString()).isEqualTo("attestore");
            assertThat(record.at("/eventName").asString()).isEqualTo("StopDisclosure");
            assertThat(record.at("/awsRegion").asString()).isEqualTo("us-east-1");
            assertThat(record.at("/userIdentity/invokedBy").asString()).isEqualTo("attestore");
            assertThat(record.at("/userIdentity/accountId")).isEqualTo(record.at("/recipientAccountId"));
        });
        assertThat(CloudTrailRecords.factsOf(call))
                .extracting(facts -> facts.where().account())
                .isEqualTo(ACCOUNTS);
        assertThat(CloudTrailRecords.factsOf(call))
                .extracting(RecordFacts::eventId)
                .containsExactlyElementsOf(records.stream()
                        .map(record -> record.at("/eventID").asString())
                        .toList());
    }

    @Test
    void the_reason_is_for_operators_and_no_account_is_told_which_others_there_are() {
        List<JsonNode> records = json(new MemoryLog()
                .append(order("StopDisclosure"), new DisclosureStopped("Mallory has the key of another", ACCOUNTS)));

        assertThat(records.getFirst().toString()).doesNotContain("Mallory", "210987654321");
        assertThat(records.getLast().toString()).doesNotContain("Mallory", "123456789012");
    }

    @Test
    void the_end_of_it_is_told_to_all_as_well() {
        assertThat(json(new MemoryLog()
                        .append(
                                order("ResumeDisclosure"),
                                new DisclosureResumed(Optional.of("Mallory is out"), ACCOUNTS))))
                .hasSize(2)
                .allSatisfy(
                        record -> assertThat(record.at("/eventName").asString()).isEqualTo("ResumeDisclosure"))
                .noneMatch(record -> record.toString().contains("Mallory"));
    }

    private static List<JsonNode> json(List<RecordedEvent> call) {
        return CloudTrailRecords.of(call).stream()
                .map(CloudTrailRecord::json)
                .map(JSON::readTree)
                .toList();
    }

    private static CallContext order(String eventName) {
        return new CallContext(
                UUID.randomUUID().toString(),
                Calls.AT,
                new AccountRegion(WHERE.account(), new Region("us-east-1")),
                Principal.service("attestore", WHERE.account(), "aws"),
                "attestore",
                eventName,
                false,
                "attestore",
                "attestore",
                "attestore",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
