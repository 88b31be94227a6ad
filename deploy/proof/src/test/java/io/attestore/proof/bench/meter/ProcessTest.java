package io.attestore.proof.bench.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessTest {

    private static final long SELF = ProcessHandle.current().pid();
    private static final long NOBODY = Long.MAX_VALUE;

    @Test
    void what_a_process_works_is_counted() {
        ProcessorSeconds before = Meters.ofServer(SELF).read();
        long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
        long work = 0;
        while (System.nanoTime() < end) {
            work++;
        }
        ProcessorSeconds spent = Meters.ofServer(SELF).read().since(before);

        assertThat(work).isPositive();
        assertThat(spent.server()).isBetween(0.01, 30.0);
        assertThat(spent.load()).isBetween(0.01, 30.0);
        assertThat(spent.postgres()).isNaN();
    }

    @Test
    void a_tree_has_the_children_that_have_ended() throws Exception {
        double before = ProcessorTime.ofTree(SELF);
        Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").start();
        assertThat(child.waitFor()).isZero();

        assertThat(ProcessorTime.ofTree(SELF) - before).isGreaterThan(0.02);
    }

    @Test
    void who_is_not_there_has_no_numbers() {
        assertThat(ProcessorTime.of(NOBODY)).isNaN();
        assertThat(ProcessorTime.ofTree(NOBODY)).isNaN();
        assertThat(ResidentMemory.mebibytes(NOBODY)).isNaN();
    }

    @Test
    void memory_is_in_mebibytes() {
        assertThat(ResidentMemory.mebibytes(SELF)).isBetween(20.0, 100_000.0);
    }

    @Test
    void microseconds_are_per_answer() {
        ProcessorSeconds micros = new ProcessorSeconds(1, Double.NaN, 0.5).microsPer(1000);

        assertThat(micros.server()).isEqualTo(1000);
        assertThat(micros.postgres()).isNaN();
        assertThat(micros.load()).isEqualTo(500);
    }
}
