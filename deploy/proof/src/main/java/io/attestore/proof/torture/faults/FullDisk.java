package io.attestore.proof.torture.faults;

import java.io.IOException;
import java.time.Duration;

/**
 * The disk that holds everything of a store is full to the last byte, and then has room again. PostgreSQL may go down
 * over it, where it can write no more of its own log.
 */
record FullDisk(SmallDisk disk) implements Harm {

    private static final Duration TIME = Duration.ofSeconds(5);

    @Override
    public String title() {
        return "the disk full";
    }

    @Override
    public void inflict(Sight sight) throws IOException, InterruptedException {
        disk.fill();
        try {
            sight.awaitFailures();
            disk.fill();
            Thread.sleep(TIME);
            sight.requireClosed();
        } finally {
            disk.free();
        }
    }
}
