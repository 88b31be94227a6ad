package io.attestore.server.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterStates;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterPolicyActed;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParameterCodecTest {

    private final StateCodec<ParameterId, Parameter, ?> codec = new StateCodec<>(ParameterStates.STORED);

    @Property(tries = 500)
    void a_stored_state_and_the_rest_of_the_events_make_what_all_events_make(
            @ForAll long seed, @ForAll @IntRange(max = 150) int before, @ForAll @IntRange(max = 40) int since) {
        List<Event> all = ParameterHistories.random(seed, before + since);
        Parameter stored = ParameterHistories.fold(all.subList(0, before));

        Parameter restored = codec.decode(ParameterHistories.ID, codec.encode(stored));

        assertThat(restored).isEqualTo(stored);
        assertThat(Parameter.TYPE.weight().applyAsLong(restored))
                .isEqualTo(Parameter.TYPE.weight().applyAsLong(stored));
        assertThat(ParameterHistories.fold(restored, before, all.subList(before, all.size())))
                .isEqualTo(ParameterHistories.fold(all));
    }

    /**
     * If this fails, what is stored of a parameter has changed: raise {@link Parameter#FOLD_VERSION}, or states that
     * an earlier version has stored are taken for what they are not.
     */
    @Test
    void the_stored_form_of_this_version_of_the_fold_is_this() throws IOException {
        Policy policy = new Policy("NoChangeNotification", "{}");
        Parameter parameter = ParameterHistories.fold(List.of(
                ParameterHistories.put(1, Optional.of("before")),
                ParameterHistories.deleted(Optional.of("deletion-1")),
                ParameterHistories.put(1, Optional.empty()),
                ParameterHistories.put(2, Optional.of("now")),
                new ParameterPoliciesPut(ParameterHistories.WHERE, ParameterHistories.NAME, 2, List.of(policy)),
                ParameterHistories.put(3, Optional.of("now")),
                new ParameterVersionLabelled(
                        ParameterHistories.WHERE, ParameterHistories.NAME, 3, List.of("prod", "beta")),
                new ParameterTagged(ParameterHistories.WHERE, ParameterHistories.NAME, Map.of("team", "blue")),
                new ParameterPolicyActed(
                        ParameterHistories.WHERE, ParameterHistories.NAME, 3, ParameterType.SECURE_STRING, policy),
                ParameterHistories.shared("policy-1")));
        assertThat(Parameter.FOLD_VERSION).isEqualTo(1);
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        assertThat(json(codec.json(parameter, values))).isEqualTo(json(golden("parameter.json")));
        assertThat(values.toByteArray()).containsExactly(1, 2, 1, 1, 2, 3);
        assertThat(codec.decode(ParameterHistories.ID, stored(golden("parameter.json"), new byte[] {1, 2, 1, 1, 2, 3})))
                .isEqualTo(parameter);
    }

    @Test
    void the_stored_form_of_a_parameter_whose_newest_version_was_destroyed_is_this() throws IOException {
        Parameter parameter = ParameterHistories.fold(List.of(
                ParameterHistories.put(1, Optional.empty()),
                ParameterHistories.put(2, Optional.empty()),
                new ParameterVersionDestroyed(ParameterHistories.WHERE, ParameterHistories.NAME, 2, "ssm/key2")));

        assertThat(json(codec.json(parameter, new ByteArrayOutputStream()))).isEqualTo(json(golden("destroyed.json")));
    }

    @Test
    void what_there_never_was_is_stored_too() {
        Parameter never = Parameter.TYPE.initial().apply(ParameterHistories.ID);

        assertThat(new String(codec.json(never, new ByteArrayOutputStream()), StandardCharsets.UTF_8))
                .isEqualTo("{\"deleted\":[],\"facts\":[]}");
        assertThat(codec.decode(ParameterHistories.ID, codec.encode(never))).isEqualTo(never);
    }

    @Test
    void a_hundred_versions_take_little_more_than_the_newest_value() {
        Random random = new Random(1);
        List<Event> events = new ArrayList<>();
        for (int version = 1; version <= 100; version++) {
            byte[] sealed = new byte[4096];
            random.nextBytes(sealed);
            String dataKeyId = "ssm/123456789012/eu-west-1/" + UUID.randomUUID();
            events.add(ParameterHistories.put(version, Optional.of("the same"), sealed, dataKeyId));
        }

        int bytes = codec.encode(ParameterHistories.fold(events)).length;

        System.getLogger(ParameterCodecTest.class.getName())
                .log(System.Logger.Level.INFO, "a hundred versions, the newest value of 4,096 bytes: {0} bytes", bytes);
        assertThat(bytes).isBetween(4_096, 10_000);
    }

    @Test
    void what_is_cut_off_or_is_no_parameter_is_refused() {
        byte[] bytes = codec.encode(ParameterHistories.fold(List.of(ParameterHistories.put(1, Optional.empty()))));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(ParameterHistories.ID, cut)).isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> codec.decode(ParameterHistories.ID, Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(RuntimeException.class);
        for (String other : List.of("[]", "{}", "{\"deleted\":[],\"facts\":[],\"more\":1}", "null")) {
            byte[] stored = stored(other.getBytes(StandardCharsets.UTF_8), new byte[0]);
            assertThatThrownBy(() -> codec.decode(ParameterHistories.ID, stored))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static byte[] stored(byte[] json, byte[] values) {
        byte[] deflated = Deflated.of(json);
        return ByteBuffer.allocate(Integer.BYTES + deflated.length + values.length)
                .putInt(deflated.length)
                .put(deflated)
                .put(values)
                .array();
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.shared().readTree(bytes);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ParameterCodecTest.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        }
    }
}
