package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void who_comes_beyond_the_limit_is_not_kept_waiting_for_long() {
        Turns turns = new Turns(2, Duration.ofMillis(100));
        assertThat(turns.await(Duration.ZERO)).isTrue();
        assertThat(turns.await(Duration.ZERO)).isTrue();
        long begun = System.nanoTime();
        assertThat(turns.await(Duration.ZERO)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    @Test
    void who_waits_gets_the_turn_that_ends() throws Exception {
        Turns turns = new Turns(1, Duration.ofSeconds(30));
        assertThat(turns.await(Duration.ZERO)).isTrue();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> turns.await(Duration.ZERO));
        Thread.sleep(50);
        assertThat(waiting).isNotDone();
        turns.end();
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
    }

    @Test
    void a_turn_that_was_not_given_takes_none_away() {
        Turns turns = new Turns(1, Duration.ofMillis(1));
        assertThat(turns.await(Duration.ZERO)).isTrue();
        assertThat(turns.await(Duration.ZERO)).isFalse();
        turns.end();
        assertThat(turns.await(Duration.ZERO)).isTrue();
    }

    @Test
    void what_was_waited_for_already_counts() {
        Turns turns = new Turns(1, Duration.ofSeconds(3));
        assertThat(turns.await(Duration.ofSeconds(3))).isFalse();
        assertThat(turns.await(Duration.ofMillis(2_900))).isTrue();
    }
}
