package io.attestore.eventlog.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonEventCodecTest {

    enum Tier {
        STANDARD,
        ADVANCED
    }

    record Everything(
            AccountRegion where,
            Arn arn,
            Bytes sealed,
            Instant at,
            Tier tier,
            long version,
            boolean enabled,
            Optional<String> description,
            Optional<AccountId> owner,
            List<Arn> principals,
            Map<AccountId, String> names)
            implements Event {

        @Override
        public Set<EventTag> tags() {
            return Set.of(new EventTag("k", "v"));
        }

        public boolean isLarge() {
            return true;
        }

        public String getDerived() {
            return "derived";
        }
    }

    record Other(String text) implements Event {}

    record Nothing() implements Event {}

    private static final Everything EVENT = new Everything(
            new AccountRegion(new AccountId("123456789012"), new Region("eu-central-1")),
            new Arn("arn:aws:iam::123456789012:user/alice"),
            Bytes.copyOf(new byte[] {0, 1, (byte) 0xff}),
            Instant.parse("2026-11-22T12:00:00.123456Z"),
            Tier.ADVANCED,
            3,
            true,
            Optional.of("a \"description\" ü"),
            Optional.empty(),
            List.of(new Arn("arn:aws:iam::123456789012:root")),
            Map.of(new AccountId("123456789012"), "one"));

    private final EventCodec codec = new JsonEventCodec(EventTypes.of(
            new EventType("t.Everything", "1", Everything.class), new EventType("t.Nothing", "1", Nothing.class)));

    @Test
    void an_event_is_compact_json_of_its_components() {
        assertThat(text(codec.encode(EVENT)))
                .contains("\"where\":{\"account\":\"123456789012\",\"region\":\"eu-central-1\"}")
                .contains("\"arn\":\"arn:aws:iam::123456789012:user/alice\"")
                .contains("\"sealed\":\"AAH/\"")
                .contains("\"at\":\"2026-11-22T12:00:00.123456Z\"")
                .contains("\"tier\":\"ADVANCED\"")
                .contains("\"names\":{\"123456789012\":\"one\"}")
                .doesNotContain("tags", "large", "derived", "owner", "null", "\n");
    }

    @Test
    void an_event_is_read_back_as_it_was() {
        assertThat(codec.decode("t.Everything", "1", codec.encode(EVENT))).isEqualTo(EVENT);
    }

    @Test
    void an_event_may_have_nothing_to_say_but_its_name() {
        assertThat(text(codec.encode(new Nothing()))).isEqualTo("{}");
        assertThat(codec.decode("t.Nothing", "1", bytes("{}"))).isEqualTo(new Nothing());
    }

    @Test
    void properties_that_are_not_known_are_ignored() {
        String later = text(codec.encode(EVENT)).replaceFirst("\\{", "{\"added\":{\"later\":[1]},");
        assertThat(codec.decode("t.Everything", "1", bytes(later))).isEqualTo(EVENT);
    }

    @Test
    void an_event_of_an_early_version_is_read_without_what_it_does_not_tell() {
        EventCodec ofParameters =
                new JsonEventCodec(EventTypes.of(new EventType("ssm.ParameterCreated", "1", ParameterCreated.class)));
        String early = "{\"where\":{\"account\":\"123456789012\",\"region\":\"eu-central-1\"},\"name\":\"/x\","
                + "\"type\":\"SECURE_STRING\"}";

        assertThat(ofParameters.decode("ssm.ParameterCreated", "1", bytes(early)))
                .isEqualTo(new ParameterCreated(EVENT.where(), new ParameterName("/x"), ParameterType.SECURE_STRING));
    }

    @Test
    void what_is_no_such_event_is_refused_without_quoting_it() {
        assertThatThrownBy(() -> codec.decode("t.Everything", "2", codec.encode(EVENT)))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageContaining("t.Everything 2");
        for (String bad : List.of("", "{", "[]", "{\"arn\":\"hidden\"}", text(codec.encode(EVENT)) + "x")) {
            assertThatThrownBy(() -> codec.decode("t.Everything", "1", bytes(bad)))
                    .isInstanceOf(UndecodableEventException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("hidden");
        }
        assertThatThrownBy(() -> codec.encode(new Other("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metadata_is_read_back_as_it_was() {
        Map<String, String> metadata = Map.of("caller", "alice", "empty", "", "quoted", "\"\\\u0001");
        assertThat(codec.decodeMetadata(codec.encodeMetadata(metadata))).isEqualTo(metadata);
        assertThatThrownBy(() -> codec.decodeMetadata(bytes("[1]"))).isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void a_catalogue_has_each_class_and_each_name_once() {
        EventType first = new EventType("t.Other", "1", Other.class);
        assertThatThrownBy(() -> EventTypes.of(first, new EventType("t.Other", "2", Other.class)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> EventTypes.of(first, new EventType("t.Other", "1", Everything.class)))
                .hasMessageContaining("named");
        assertThatThrownBy(() -> new EventType(" ", "1", Other.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventType("t.Event", "1", Event.class)).hasMessageContaining("not a record");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
