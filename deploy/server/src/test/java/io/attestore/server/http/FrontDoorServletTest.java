package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.http.connection.UnservedRequestCounter;
import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.share.Turns;
import io.attestore.server.http.source.Source;
import io.attestore.server.http.source.TrustedProxies;
import io.attestore.server.settings.HttpSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FrontDoorServletTest {

    private static final Source SOURCE = new Source("192.0.2.1", false);

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Turns turns = new Turns(1, 100);
    private final FrontDoorServlet servlet = new FrontDoorServlet(
            () -> {
                throw new IllegalStateException("No door");
            },
            new Binder(new MapConfigurationPropertySource(Map.of("attestore.http.turn-time-limit", "100ms")))
                    .bindOrCreate("attestore.http", HttpSettings.class),
            new BodyMemory(1_000, 100),
            new TrustedProxies(List.of()),
            new UnservedRequestCounter(() -> metrics),
            Clock.systemUTC());

    @Test
    void aRequestWhoseTurnCameTooLateIsAnswered503AndTheConnectionIsKept() throws Exception {
        MockHttpServletResponse late = inTurnAfter(Duration.ofMillis(200));
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
        assertThatThrownBy(() -> inTurnAfter(Duration.ofMillis(1))).hasRootCauseMessage("No door");
    }

    private MockHttpServletResponse inTurnAfter(Duration waited) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        CompletableFuture<Void> served = new CompletableFuture<>();
        assertThat(turns.beginOrWait(SOURCE, () -> {})).isTrue();
        turns.beginOrWait(SOURCE, () -> {
            try {
                servlet.service(request(), response);
                served.complete(null);
            } catch (Exception e) {
                served.completeExceptionally(e);
            }
        });
        Thread.sleep(waited);
        turns.end(SOURCE);
        served.get();
        return response;
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(new byte[10]);
        return request;
    }
}
