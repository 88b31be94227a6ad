package io.attestore.server.http;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Health and metrics on their own port, and nothing of Spring MVC on the API's. Spring Boot offers its endpoints on the
 * management port only if the main application has a DispatcherServlet; ours is there, registered nowhere.
 */
@Configuration(proxyBeanMethods = false)
public class ManagementConfiguration {

    @Bean
    DispatcherServlet unusedDispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> noDispatcherServlet(DispatcherServlet unused) {
        ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(unused);
        registration.setEnabled(false);
        return registration;
    }
}
