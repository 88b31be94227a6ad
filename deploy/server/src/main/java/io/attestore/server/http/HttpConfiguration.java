package io.attestore.server.http;

import io.attestore.door.FrontDoor;
import io.attestore.server.settings.HttpSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
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

    /** All headers of an answer are ours, and few. */
    private static final int ANSWER_HEADERS_BYTES_MAX = 2 * 1024;

    @Bean
    ServletRegistrationBean<FrontDoorServlet> frontDoorServlet(
            ObjectProvider<FrontDoor> door,
            HttpSettings settings,
            Turns turns,
            ObjectProvider<MeterRegistry> registry,
            Clock clock) {
        var unserved = new UnservedRequestCounter(registry::getObject);
        var servlet = new FrontDoorServlet(door::getObject, settings, turns, unserved, clock);
        var registration = new ServletRegistrationBean<>(servlet, "/*");
        registration.setName("front-door");
        registration.setLoadOnStartup(0);
        return registration;
    }

    @Bean
    Turns turns(HttpSettings settings) {
        return new Turns(settings.requestsMax());
    }

    @Bean
    MeterBinder requestsThatWait(Turns turns) {
        return registry -> Gauge.builder("attestore.requests.waiting", turns, Turns::waiting)
                .description("Connections with a request that has not begun to be read")
                .register(registry);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limits(HttpSettings settings, Turns turns) {
        return factory -> {
            factory.setProtocol(ApiProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                limit((ApiProtocol) connector.getProtocolHandler(), settings, turns);
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

    private static void limit(ApiProtocol http, HttpSettings settings, Turns turns) {
        http.setExecutor(turns);
        http.setProcessorCache(settings.requestsMax()); // beyond it, each request would make its buffers anew
        http.setConnectionTimeout(Math.toIntExact(settings.readTimeLimit().toMillis()));
        http.setDisableUploadTimeout(false);
        http.limitSlowClients(
                settings.requestsMax(),
                () -> Math.toIntExact(settings.readTimeLimit(turns.isCrowded()).toMillis()));
        http.setKeepAliveTimeout(Math.toIntExact(settings.idleTimeLimit().toMillis()));
        http.setMaxKeepAliveRequests(-1);
        http.setMaxConnections(settings.connectionsMax());
        http.setAcceptCount(ACCEPT_COUNT);
        http.setMaxHttpHeaderSize(Math.toIntExact(settings.headersBytesMax().toBytes()));
        http.setMaxHttpResponseHeaderSize(ANSWER_HEADERS_BYTES_MAX);
        http.setMaxHeaderCount(settings.headersMax());
        http.setMaxSwallowSize(0);
    }
}
