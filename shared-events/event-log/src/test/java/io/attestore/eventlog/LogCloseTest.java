package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.LogUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogCloseTest {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(20);

    @Test
    void an_idle_log_is_closed_at_once_and_not_when_it_next_looks_at_the_database() throws Exception {
        PostgresLogFixture fixture = new PostgresLogFixture();
        LogUnderTest log = fixture.open(
                settings -> settings.withDatabase(Duration.ofSeconds(5), Duration.ofSeconds(5), LOOKS_EVERY));
        log.append(new Opened("a")).join();

        long begun = System.nanoTime();
        log.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LOOKS_EVERY.dividedBy(4));
        fixture.checkAndClose();
    }
}
