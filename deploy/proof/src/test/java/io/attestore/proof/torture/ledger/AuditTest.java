package io.attestore.proof.torture.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.proof.torture.ledger.Asked.Get;
import io.attestore.proof.torture.ledger.Asked.Put;
import io.attestore.proof.torture.ledger.Outcome.Answered;
import io.attestore.proof.torture.ledger.Outcome.Refused;
import io.attestore.proof.torture.ledger.Outcome.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An audit that finds nothing is worth something only if it can find everything. */
class AuditTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("us-east-1"));
    private static final String NAME = "/torture/0/0";
    private static final Put PUT = new Put(NAME, "one", true, Optional.empty(), true);

    private final Audit audit = new Audit();

    @Test
    void what_was_answered_and_stands_in_the_log_is_in_order() {
        audit.check(
                List.of(answered("torture/1", PUT, "{\"Version\":1}", 1, 2), got("torture/2", "one", 1, 3, 4)),
                List.of(put("torture/1", 0, 1), read("torture/2", 2, 1)));
        assertThat(audit.takeViolations()).isEmpty();
        assertThat(audit.tally().counts()).isEqualTo(new Counts(2, 1, 0, 0, 0));
    }

    @Test
    void an_acknowledged_write_that_is_not_in_the_log_is_found() {
        audit.check(List.of(answered("torture/1", PUT, "{\"Version\":1}", 1, 2)), List.of());
        assertThat(violation()).contains("was answered and is not in the log");
    }

    @Test
    void a_value_that_left_without_a_record_is_found() {
        audit.check(
                List.of(answered("torture/1", PUT, "{\"Version\":1}", 1, 2), got("torture/2", "one", 1, 3, 4)),
                List.of(put("torture/1", 0, 1)));
        assertThat(violation()).contains("torture/2 (Get) was answered and is not in the log");
    }

    @Test
    void another_value_than_was_written_is_found() {
        audit.check(
                List.of(answered("torture/1", PUT, "{\"Version\":1}", 1, 2), got("torture/2", "two", 1, 3, 4)),
                List.of(put("torture/1", 0, 1), read("torture/2", 2, 1)));
        assertThat(violation()).contains("the answer is not what the log makes it");
    }

    @Test
    void an_old_version_is_found() {
        audit.check(
                List.of(
                        answered("torture/1", PUT, "{\"Version\":1}", 1, 2),
                        answered("torture/2", PUT, "{\"Version\":2}", 3, 4),
                        got("torture/3", "one", 1, 5, 6)),
                List.of(put("torture/1", 0, 1), put("torture/2", 2, 2), read("torture/3", 4, 1)));
        assertThat(audit.takeViolations()).hasSize(2).allMatch(text -> text.contains("torture/3"));
    }

    @Test
    void a_call_that_is_there_twice_is_found() {
        audit.check(
                List.of(answered("torture/1", PUT, "{\"Version\":1}", 1, 2)),
                List.of(put("torture/1", 0, 1), put("torture/1", 2, 2)));
        assertThat(violation()).contains("is in the log twice");
    }

    @Test
    void a_call_that_nobody_made_is_found() {
        audit.check(List.of(), List.of(put("torture/9", 0, 1)));
        assertThat(violation()).contains("was made by nobody");
    }

    @Test
    void a_call_without_an_answer_may_be_there_or_not_but_only_as_it_was_sent() {
        Put other = new Put("/torture/0/1", "other", true, Optional.empty(), true);
        audit.check(
                List.of(entry("torture/1", PUT, new Unknown(0), 1, 2), entry("torture/2", PUT, new Unknown(503), 1, 2)),
                List.of(put("torture/1", 0, 1)));
        assertThat(audit.takeViolations()).isEmpty();
        assertThat(audit.tally().counts()).isEqualTo(new Counts(0, 0, 0, 1, 1));

        audit.check(List.of(entry("torture/3", other, new Unknown(0), 3, 4)), List.of(put("torture/3", 2, 2)));
        assertThat(violation()).contains("not what the call has asked for");
    }

    @Test
    void a_refusal_that_has_changed_something_or_has_no_reason_is_found() {
        audit.check(
                List.of(
                        answered("torture/1", PUT, "{\"Version\":1}", 1, 2),
                        entry("torture/2", new Get(NAME), refused("torture/2", "ParameterNotFound"), 3, 4),
                        entry("torture/3", PUT, refused("torture/3", "InvalidKeyId"), 5, 6)),
                List.of(
                        put("torture/1", 0, 1),
                        call("torture/2", 2, new CallRefused("ParameterNotFound", "")),
                        put("torture/3", 3, 2)));
        assertThat(audit.takeViolations())
                .anyMatch(text -> text.contains("torture/2") && text.contains("gives no reason"))
                .anyMatch(text -> text.contains("torture/3") && text.contains("the record says answered"));
    }

    @Test
    void a_call_that_stands_before_one_that_had_ended_when_it_began_is_found() {
        audit.check(
                List.of(
                        answered("torture/1", PUT, "{\"Version\":2}", 1, 2),
                        answered("torture/2", PUT, "{\"Version\":1}", 3, 4)),
                List.of(put("torture/2", 0, 1), put("torture/1", 2, 2)));
        assertThat(violation()).contains("stands before torture/1");
    }

    private String violation() {
        List<String> violations = audit.takeViolations();
        assertThat(violations).hasSize(1);
        return violations.getFirst();
    }

    private static Entry answered(String callId, Asked asked, String output, long begun, long ended) {
        return entry(
                callId, asked, new Answered("request of " + callId, new JsonMapper().readTree(output)), begun, ended);
    }

    private static Entry got(String callId, String value, long version, long begun, long ended) {
        return answered(callId, new Get(NAME), """
                {"Parameter":{"Name":"%s","Version":%d,"Value":"%s"}}""".formatted(NAME, version, value), begun, ended);
    }

    private static Refused refused(String callId, String code) {
        return new Refused("request of " + callId, 400, code);
    }

    private static Entry entry(String callId, Asked asked, Outcome outcome, long begun, long ended) {
        return new Entry(callId, asked, begun, ended, outcome, "");
    }

    private static WrittenCall put(String callId, long position, long version) {
        ParameterName name = new ParameterName(NAME);
        return call(
                callId,
                position,
                new ParameterCreated(WHERE, name, ParameterType.SECURE_STRING),
                new ParameterVersionPut(
                        WHERE,
                        name,
                        version,
                        ParameterType.SECURE_STRING,
                        "data-key",
                        Bytes.copyOf(new byte[] {1}),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "Standard",
                        "text",
                        "root"));
    }

    private static WrittenCall read(String callId, long position, long version) {
        var disclosure = new ParameterRead.Disclosure(new ParameterName(NAME), version, ParameterType.SECURE_STRING);
        return call(callId, position, new ParameterRead(WHERE, List.of(disclosure), true));
    }

    private static WrittenCall call(String callId, long position, Event... events) {
        CallContext context = new CallContext(
                "request of " + callId,
                Instant.EPOCH,
                WHERE,
                Principal.root(WHERE.account(), new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), "root"),
                "ssm.amazonaws.com",
                "AnyOperation",
                true,
                "127.0.0.1",
                callId,
                "localhost",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new WrittenCall(position, context, List.of(events));
    }
}
