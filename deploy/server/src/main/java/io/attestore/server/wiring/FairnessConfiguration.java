package io.attestore.server.wiring;

import io.attestore.server.authentication.AuthenticationSettings;
import io.attestore.server.authentication.FailureBrake;
import io.attestore.server.call.DurableCommands;
import io.attestore.server.heavy.HeavyWork;
import io.attestore.server.heavy.HeavyWorkSettings;
import io.attestore.server.refusals.RefusalBudget;
import io.attestore.server.refusals.RefusalSettings;
import io.attestore.server.refusals.summary.RefusalSummaries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps one account or address from stopping the others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HeavyWorkSettings.class, RefusalSettings.class, AuthenticationSettings.class})
public class FairnessConfiguration {

    @Bean(destroyMethod = "close")
    HeavyWork heavyWork(HeavyWorkSettings settings) {
        return new HeavyWork(settings);
    }

    @Bean
    MeterBinder heavyWorkThatWaits(HeavyWork heavyWork) {
        return registry -> Gauge.builder("attestore.heavy.work.waiting", heavyWork, HeavyWork::waiting)
                .description("Pieces of processor-heavy work that have not begun")
                .register(registry);
    }

    @Bean
    RefusalBudget refusalBudget(RefusalSettings settings, Clock clock) {
        return new RefusalBudget(settings, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RefusalSummaries refusalSummaries(RefusalBudget budget, DurableCommands commands, Clock clock) {
        return new RefusalSummaries(budget, commands, clock);
    }

    @Bean
    FailureBrake failureBrake(AuthenticationSettings settings) {
        return new FailureBrake(settings);
    }
}
