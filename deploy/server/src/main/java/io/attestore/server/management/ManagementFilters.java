package io.attestore.server.management;

import jakarta.servlet.Filter;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.context.annotation.Bean;

/** What stands before everything on the management port. */
@ManagementContextConfiguration(proxyBeanMethods = false)
public class ManagementFilters {

    @Bean
    Filter noPagesFilter() {
        return new NoPagesFilter();
    }
}
