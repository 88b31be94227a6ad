package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.http.connection.UnservedRequestCounter;
import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.source.TrustedProxies;
import io.attestore.server.settings.HttpSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FrontDoorServletTest {

    private static final int BODY_MAX = 100;
    private static final int MEMORY = 50;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final FrontDoorServlet servlet = new FrontDoorServlet(
            () -> {
                throw new IllegalStateException("No door");
            },
            new Binder(new MapConfigurationPropertySource(Map.of("attestore.http.body-bytes-max", BODY_MAX + "B")))
                    .bindOrCreate("attestore.http", HttpSettings.class),
            new BodyMemory(MEMORY, 100),
            new TrustedProxies(List.of()),
            new UnservedRequestCounter(() -> metrics),
            Clock.systemUTC());

    @Test
    void a_body_that_is_too_large_is_refused_and_nothing_follows_it() throws Exception {
        assertRefused(BODY_MAX + 1, 413);
    }

    @Test
    void one_that_there_is_no_memory_for_is_refused_and_nothing_follows_it() throws Exception {
        assertRefused(MEMORY + 1, 503);
    }

    @Test
    void another_reaches_the_door() {
        assertThatThrownBy(() -> servlet.service(request(10), new MockHttpServletResponse()))
                .hasMessage("No door");
    }

    private void assertRefused(int bodyBytes, int status) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        servlet.service(request(bodyBytes), response);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeader("x-amzn-RequestId")).isNotBlank();
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        assertThat(metrics.get("attestore.requests.unserved")
                        .tag("status", Integer.toString(status))
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private static MockHttpServletRequest request(int bodyBytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(new byte[bodyBytes]);
        return request;
    }
}
