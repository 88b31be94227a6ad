package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.settings.HttpSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FrontDoorServletTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Turns turns = new Turns(1);
    private final FrontDoorServlet servlet = new FrontDoorServlet(
            () -> {
                throw new IllegalStateException("No door");
            },
            new Binder(new MapConfigurationPropertySource(Map.of("attestore.http.turn-time-limit", "100ms")))
                    .bindOrCreate("attestore.http", HttpSettings.class),
            turns,
            new UnservedRequestCounter(() -> metrics),
            Clock.systemUTC());

    @Test
    void aRequestWhoseTurnCameTooLateIsAnswered503AndTheConnectionIsKept() throws Exception {
        turns.execute(() -> sleep(200));
        MockHttpServletResponse late = inTurn();
        assertThat(late.getStatus()).isEqualTo(503);
        assertThat(late.getHeader("x-amzn-RequestId")).isNotBlank();
        assertThat(late.containsHeader("Connection")).isFalse();
        assertThat(metrics.get("attestore.requests.unserved")
                        .tag("status", "503")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void oneWhoseTurnCameInTimeReachesTheDoor() {
        turns.execute(() -> sleep(10));
        assertThatThrownBy(this::inTurn).hasRootCauseMessage("No door");
    }

    private MockHttpServletResponse inTurn() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        CompletableFuture.runAsync(
                        () -> {
                            try {
                                servlet.service(request(), response);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        turns)
                .join();
        return response;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(new byte[10]);
        return request;
    }
}
