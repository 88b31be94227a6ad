package io.attestore.server.shredding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailingGroupsTest {

    private final AtomicLong now = new AtomicLong();
    private final FailingGroups failing = new FailingGroups(now::get);

    @Test
    void a_group_that_failed_rests_for_a_while_and_is_counted_until_it_succeeds() {
        failing.failed(7, "damaged");
        assertThat(failing.resting()).containsExactly(7);

        now.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(failing.resting()).isEmpty();
        assertThat(failing.count()).isEqualTo(1);

        failing.succeeded(7);
        assertThat(failing.count()).isZero();
    }

    @Test
    void who_is_in_a_hurry_wakes_them_all() {
        failing.failed(7, "damaged");
        failing.failed(8, "damaged");

        failing.wake();

        assertThat(failing.resting()).isEmpty();
        assertThat(failing.count()).isEqualTo(2);
    }

    @Test
    void what_others_have_rolled_is_forgotten() {
        failing.failed(7, "damaged");
        failing.failed(8, "damaged");

        failing.retain(List.of(8, 9));

        assertThat(failing.resting()).containsExactly(8);
    }
}
