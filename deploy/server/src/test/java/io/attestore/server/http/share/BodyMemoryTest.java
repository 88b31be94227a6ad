package io.attestore.server.http.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.http.source.Source;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final Source SOURCE = new Source("192.0.2.1", false);
    private static final Source OTHER = new Source("192.0.2.2", false);

    private final BodyMemory memory = new BodyMemory(100, 100);

    @Test
    void bodies_share_the_memory_and_the_one_that_does_not_fit_is_refused() {
        BodyMemory.Lease first = memory.lease(SOURCE);
        BodyMemory.Lease second = memory.lease(SOURCE);

        assertThat(first.growTo(60)).isTrue();
        assertThat(second.growTo(41)).isFalse();
        assertThat(second.growTo(40)).isTrue();
        assertThat(first.growTo(61)).isFalse();
    }

    @Test
    void what_a_closed_lease_held_is_there_for_others() {
        BodyMemory.Lease first = memory.lease(SOURCE);
        first.growTo(100);
        first.close();
        first.close();

        assertThat(memory.lease(SOURCE).growTo(100)).isTrue();
        assertThat(memory.lease(SOURCE).growTo(1)).isFalse();
    }

    @Test
    void a_body_that_shrinks_to_its_length_gives_back_the_rest() {
        BodyMemory.Lease lease = memory.lease(SOURCE);
        lease.growTo(80);
        lease.growTo(10);

        assertThat(memory.lease(SOURCE).growTo(90)).isTrue();
    }

    @Test
    void one_source_leaves_room_for_others_and_gives_way_first() {
        BodyMemory shared = new BodyMemory(100, 25);
        assertThat(shared.lease(SOURCE).growTo(76)).isFalse();
        assertThat(shared.lease(SOURCE).growTo(75)).isTrue();
        assertThat(shared.lease(OTHER).growTo(25)).isTrue();
        assertThat(shared.holdsItsShare(SOURCE)).isTrue();
        assertThat(shared.largest()).startsWith(SOURCE);
    }
}
