package io.attestore.server.wiring;

import io.attestore.entities.disclosure.DisclosureState;
import io.attestore.entities.hot.HotStates;
import io.attestore.server.call.DurableCommands;
import io.attestore.server.disclosure.DisclosureSwitch;
import io.attestore.server.health.DisclosureHealthIndicator;
import io.attestore.server.management.SealEndpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The switch that stops all disclosure, and where it is seen. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {

    @Bean
    DisclosureSwitch disclosureSwitch(DurableCommands commands, HotStates states, Clock clock, MeterRegistry registry) {
        DisclosureSwitch disclosure = new DisclosureSwitch(commands, states, clock);
        Gauge.builder("attestore.disclosure.sealed", disclosure, DisclosureConfiguration::sealed)
                .description("1 while an operator has stopped all disclosure")
                .register(registry);
        return disclosure;
    }

    @Bean
    SealEndpoint sealEndpoint(DisclosureSwitch disclosure) {
        return new SealEndpoint(disclosure);
    }

    @Bean
    HealthIndicator disclosureHealthIndicator(DisclosureSwitch disclosure) {
        return new DisclosureHealthIndicator(disclosure);
    }

    private static double sealed(DisclosureSwitch disclosure) {
        return disclosure.state() instanceof DisclosureState.Stopped ? 1 : 0;
    }
}
