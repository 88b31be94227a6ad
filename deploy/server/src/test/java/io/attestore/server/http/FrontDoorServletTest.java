package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.settings.HttpSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FrontDoorServletTest {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final FrontDoorServlet servlet = new FrontDoorServlet(
            () -> {
                entered.countDown();
                try {
                    leave.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("No door");
            },
            new Binder(new MapConfigurationPropertySource(Map.of(
                            "attestore.http.requests-max", "1",
                            "attestore.http.turn-time-limit", "100ms")))
                    .bindOrCreate("attestore.http", HttpSettings.class),
            new Exchanges(10),
            new UnservedRequestCounter(() -> metrics),
            Clock.systemUTC());

    @Test
    void aRequestWhoseTurnDoesNotComeIsAnswered503AndTheConnectionIsKept() throws Exception {
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> {
            try {
                servlet.service(request(), new MockHttpServletResponse());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        entered.await();
        MockHttpServletResponse second = new MockHttpServletResponse();
        servlet.service(request(), second);
        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("x-amzn-RequestId")).isNotBlank();
        assertThat(second.containsHeader("Connection")).isFalse();
        assertThat(metrics.get("attestore.requests.unserved")
                        .tag("status", "503")
                        .counter()
                        .count())
                .isEqualTo(1);

        leave.countDown();
        assertThatThrownBy(first::join).hasRootCauseMessage("No door");
        assertThatThrownBy(() -> servlet.service(request(), new MockHttpServletResponse()))
                .as("a mistake gives its turn back")
                .hasMessage("No door");
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(new byte[10]);
        return request;
    }
}
