package io.attestore.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.changes.DeliveryStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WebhookFiguresTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_scrape_asks_once_for_all_figures_and_the_next_one_again() {
        WebhookFigures figures = new WebhookFigures(this::statuses, nanos::get);

        for (int gauge = 0; gauge < 60; gauge++) {
            assertThat(figures.of("b", DeliveryStatus::lag)).isEqualTo(3);
        }
        assertThat(asked).hasValue(1);

        nanos.addAndGet(WebhookFigures.KEPT.toNanos());
        assertThat(figures.of("a", DeliveryStatus::deadLetters)).isEqualTo(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_database_that_does_not_answer_is_not_asked_for_each_figure() {
        WebhookFigures figures = new WebhookFigures(
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("away");
                },
                nanos::get);

        assertThat(figures.of("a", DeliveryStatus::lag)).isNaN();
        assertThat(figures.of("b", DeliveryStatus::lag)).isNaN();
        assertThat(asked).hasValue(1);
    }

    private List<DeliveryStatus> statuses() {
        asked.incrementAndGet();
        return List.of(new DeliveryStatus("a", 7, 2, 0, "", 1), new DeliveryStatus("b", 6, 3, 0, "", 0));
    }
}
