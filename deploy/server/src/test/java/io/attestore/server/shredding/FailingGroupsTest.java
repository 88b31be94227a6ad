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
    void aGroupThatFailedRestsForAWhileAndIsCountedUntilItSucceeds() {
        failing.failed(7, "damaged");
        assertThat(failing.resting()).containsExactly(7);

        now.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(failing.resting()).isEmpty();
        assertThat(failing.count()).isEqualTo(1);

        failing.succeeded(7);
        assertThat(failing.count()).isZero();
    }

    @Test
    void whoIsInAHurryWakesThemAll() {
        failing.failed(7, "damaged");
        failing.failed(8, "damaged");

        failing.wake();

        assertThat(failing.resting()).isEmpty();
        assertThat(failing.count()).isEqualTo(2);
    }

    @Test
    void whatOthersHaveRolledIsForgotten() {
        failing.failed(7, "damaged");
        failing.failed(8, "damaged");

        failing.retain(List.of(8, 9));

        assertThat(failing.resting()).containsExactly(8);
    }
}
