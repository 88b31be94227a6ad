package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private final BodyMemory memory = new BodyMemory(100);

    @Test
    void bodies_share_the_memory_and_the_one_that_does_not_fit_is_refused() {
        BodyMemory.Lease first = memory.lease();
        BodyMemory.Lease second = memory.lease();

        assertThat(first.growTo(60)).isTrue();
        assertThat(second.growTo(41)).isFalse();
        assertThat(second.growTo(40)).isTrue();
        assertThat(first.growTo(61)).isFalse();
    }

    @Test
    void what_a_closed_lease_held_is_there_for_others() {
        BodyMemory.Lease first = memory.lease();
        first.growTo(100);
        first.close();
        first.close();

        assertThat(memory.lease().growTo(100)).isTrue();
        assertThat(memory.lease().growTo(1)).isFalse();
    }

    @Test
    void a_body_that_shrinks_to_its_length_gives_back_the_rest() {
        BodyMemory.Lease lease = memory.lease();
        lease.growTo(80);
        lease.growTo(10);

        assertThat(memory.lease().growTo(90)).isTrue();
    }
}
