package io.attestore.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.events.Event;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyMaterialRotated.RotationType;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.parameter.ParameterDeleted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Facts are what the index is made of; records are what a search answers. */
class RecordFactsTest {

    private static final List<Event> EVENTS = List.of(
            Calls.disclosed("/a", "b", "/c"),
            Calls.keyUsed("Decrypt", "/a", "/b"),
            Calls.keyUsed("GenerateDataKey", "/a"),
            Calls.put("/a", 3),
            new ParameterDeleted(Calls.WHERE, new ParameterName("/gone"), List.of("data-key-1")),
            new AliasCreated(Calls.WHERE, new AliasName("alias/app"), Calls.KEY),
            new KeyMaterialRotated(
                    Calls.WHERE,
                    Calls.KEY,
                    new KeyMaterialId("1".repeat(64)),
                    new KeyMaterialId("2".repeat(64)),
                    RotationType.ON_DEMAND),
            new KeyUseRefused(
                    Calls.WHERE, Calls.KEY, "Decrypt", Calls.parameterContext("/a"), "DisabledException", "disabled"),
            new CallRefused("AccessDeniedException", "denied"),
            new CallAnswered());

    private static final List<CallContext> CONTEXTS = List.of(
            Calls.getParameter("/a"),
            Calls.by(Calls.ALICE, Calls.getParameter("/none:3")),
            Calls.by(Calls.SESSION, Calls.writing("ssm", "DeleteParameters", "{\"names\":[\"/a\",\"!\"]}", "{}")),
            Calls.reading("kms", "Decrypt", "{\"keyId\":\"alias/app\"}"),
            Calls.in(Calls.ELSEWHERE, Calls.reading("sts", "GetCallerIdentity", "{}")));

    @Property(tries = 300)
    void what_is_said_of_a_call_in_short_is_what_its_records_say(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event> happened = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            happened.add(EVENTS.get(random.nextInt(EVENTS.size())));
        }
        var call =
                new MemoryLog().append(CONTEXTS.get(random.nextInt(CONTEXTS.size())), happened.toArray(Event[]::new));

        List<CloudTrailRecord> records = CloudTrailRecords.of(call);

        assertThat(CloudTrailRecords.factsOf(call))
                .isEqualTo(records.stream().map(CloudTrailRecord::facts).toList());
        assertThat(records).extracting(CloudTrailRecord::eventId).doesNotHaveDuplicates();
        assertThat(records).allSatisfy(record -> assertThat(record.json()).contains(record.eventId()));
    }
}
