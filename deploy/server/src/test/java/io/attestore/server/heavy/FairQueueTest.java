package io.attestore.server.heavy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final FairQueue<String, String> queue = new FairQueue<>(3, 4);

    @Test
    void everybody_takes_turns() {
        queue.offer("a", "a1");
        queue.offer("a", "a2");
        queue.offer("a", "a3");
        queue.offer("b", "b1");

        assertThat(queue.poll()).contains("a1");
        assertThat(queue.poll()).contains("b1");
        queue.offer("b", "b2");
        assertThat(queue.poll()).contains("a2");
        assertThat(queue.poll()).contains("b2");
        assertThat(queue.poll()).contains("a3");
        assertThat(queue.poll()).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void nobody_has_more_than_his_part() {
        assertThat(queue.offer("a", "a1")).isTrue();
        assertThat(queue.offer("a", "a2")).isTrue();
        assertThat(queue.offer("a", "a3")).isTrue();
        assertThat(queue.offer("a", "a4")).isFalse();
        assertThat(queue.size()).isEqualTo(3);
    }

    @Test
    void a_full_queue_has_a_place_for_who_has_none_in_it() {
        queue.offer("a", "a1");
        queue.offer("a", "a2");
        queue.offer("a", "a3");
        queue.offer("b", "b1");

        assertThat(queue.offer("b", "b2")).isFalse();
        assertThat(queue.offer("c", "c1")).isTrue();
        assertThat(queue.offer("c", "c2")).isFalse();
    }
}
