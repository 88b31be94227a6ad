package io.attestore.server.management;

import io.attestore.server.settings.ManagementSettings;
import jakarta.servlet.Filter;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What stands before everything on the management port. */
@ManagementContextConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(ManagementSettings.class)
public class ManagementFilters {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Filter gateFilter(ManagementSettings settings) {
        return new GateFilter(OwnNames.of(settings), settings.token().map(ManagementToken::read));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    Filter noPagesFilter() {
        return new NoPagesFilter();
    }
}
