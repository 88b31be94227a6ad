package io.attestore.server.http;

import io.attestore.door.FrontDoor;
import io.attestore.server.settings.HttpSettings;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tomcat for the API: one servlet for every path, its limits ours, its error pages empty. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {

    /** How many connections may wait to be accepted beyond those that are open. */
    private static final int ACCEPT_COUNT = 1024;

    @Bean
    ServletRegistrationBean<FrontDoorServlet> frontDoorServlet(
            ObjectProvider<FrontDoor> door, HttpSettings settings, Clock clock) {
        var registration = new ServletRegistrationBean<>(new FrontDoorServlet(door::getObject, settings, clock), "/*");
        registration.setName("front-door");
        registration.setLoadOnStartup(0);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limits(HttpSettings settings) {
        return factory -> {
            factory.setProtocol(ApiProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    limit(http, settings);
                }
                connector.setXpoweredBy(false);
                connector.setEnableLookups(false);
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(EmptyErrorAnswer.class.getName());
                }
            });
        };
    }

    private static void limit(AbstractHttp11Protocol<?> http, HttpSettings settings) {
        int readMillis = Math.toIntExact(settings.readTimeLimit().toMillis());
        http.setConnectionTimeout(readMillis);
        http.setConnectionUploadTimeout(readMillis);
        http.setDisableUploadTimeout(false);
        http.setKeepAliveTimeout(Math.toIntExact(settings.idleTimeLimit().toMillis()));
        http.setMaxKeepAliveRequests(-1);
        http.setProcessorCache(settings.requestsMax()); // beyond Tomcat's 200, each request would make a processor anew
        http.setMaxConnections(settings.connectionsMax());
        http.setAcceptCount(ACCEPT_COUNT);
        http.setMaxHttpHeaderSize(Math.toIntExact(settings.headersBytesMax().toBytes()));
        http.setMaxHeaderCount(settings.headersMax());
        http.setMaxSwallowSize(0);
    }
}
