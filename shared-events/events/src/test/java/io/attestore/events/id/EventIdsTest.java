package io.attestore.events.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final Instant AT = Instant.parse("2026-11-21T23:48:44.123456Z");

    private final EventIds ids = new EventIds(new SecureRandom());

    @Property
    void an_id_is_of_version_seven_and_has_the_time_that_it_was_made_for(
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFF_FFFFL) long millis) {
        UUID id = new EventIds(new SecureRandom()).next(Instant.ofEpochMilli(millis));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(EventIds.isTimed(id)).isTrue();
        assertThat(EventIds.millis(id)).isEqualTo(millis);
    }

    @Property
    void a_derived_id_is_of_the_same_form_and_time_and_always_the_same(
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFF_FFFFL) long millis, @ForAll @IntRange(min = 0) int ordinal) {
        UUID id = ids.next(Instant.ofEpochMilli(millis));
        UUID derived = EventIds.derived(id, ordinal);

        assertThat(derived).isEqualTo(EventIds.derived(id, ordinal)).isNotEqualTo(id);
        assertThat(EventIds.isTimed(derived)).isTrue();
        assertThat(EventIds.millis(derived)).isEqualTo(millis);
    }

    @Test
    void the_example_of_the_rfc_has_its_time() {
        UUID example = UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");

        assertThat(EventIds.isTimed(example)).isTrue();
        assertThat(Instant.ofEpochMilli(EventIds.millis(example))).isEqualTo("2022-02-22T19:22:22Z");
    }

    @Test
    void ids_of_other_versions_have_no_time() {
        assertThat(List.of(
                        UUID.randomUUID(),
                        UUID.nameUUIDFromBytes(new byte[] {1}),
                        new UUID(0, 0),
                        UUID.fromString("017f22e2-79b0-7cc3-c8c4-dc0c0c07398f")))
                .noneMatch(EventIds::isTimed);
    }

    @Test
    void ids_and_what_is_derived_from_them_differ_within_one_millisecond() {
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            UUID id = ids.next(AT);
            made.addAll(List.of(id, EventIds.derived(id, 0), EventIds.derived(id, 1), EventIds.derived(id, 10)));
        }

        assertThat(made).hasSize(400_000);
    }

    @Test
    void threads_at_once_get_different_ids() {
        Set<UUID> made = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200_000).parallel().forEach(_ -> made.add(ids.next(AT)));

        assertThat(made).hasSize(200_000);
    }

    @Test
    void generators_differ_from_each_other() {
        assertThat(Stream.generate(() -> new EventIds(new SecureRandom()).next(AT))
                        .limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_time_that_no_id_can_hold_is_refused() {
        Instant tooEarly = Instant.EPOCH.minusMillis(1);
        Instant tooLate = Instant.ofEpochMilli(0x1_0000_0000_0000L);

        assertThatThrownBy(() -> ids.next(tooEarly)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ids.next(tooLate)).isInstanceOf(IllegalArgumentException.class);
    }
}
