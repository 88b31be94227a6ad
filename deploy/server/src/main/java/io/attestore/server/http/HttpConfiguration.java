package io.attestore.server.http;

import io.attestore.door.FrontDoor;
import io.attestore.server.http.connection.ApiProtocol;
import io.attestore.server.http.connection.RequestLimits;
import io.attestore.server.http.connection.UnservedRequestCounter;
import io.attestore.server.http.share.AdmissionQueue;
import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.share.Shares;
import io.attestore.server.http.source.TrustedProxies;
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

    /** Files and sockets that this process needs besides its clients' connections. */
    private static final int OTHER_FILES = 500;

    /** All headers of an answer are ours, and few. */
    private static final int ANSWER_HEADERS_BYTES_MAX = 2 * 1024;

    @Bean
    ServletRegistrationBean<FrontDoorServlet> frontDoorServlet(
            ObjectProvider<FrontDoor> door,
            HttpSettings settings,
            BodyMemory memory,
            TrustedProxies proxies,
            UnservedRequestCounter unserved,
            Clock clock) {
        var servlet = new FrontDoorServlet(door::getObject, settings, memory, proxies, unserved, clock);
        var registration = new ServletRegistrationBean<>(servlet, "/*");
        registration.setName("front-door");
        registration.setLoadOnStartup(0);
        return registration;
    }

    @Bean
    AdmissionQueue turns(HttpSettings settings) {
        return new AdmissionQueue(settings.requestsMax(), settings.sourceSharePercent(), settings.turnTimeLimit());
    }

    @Bean
    BodyMemory bodyMemory(HttpSettings settings) {
        return new BodyMemory(settings.bodiesBytesMax().toBytes(), settings.sourceSharePercent());
    }

    @Bean
    TrustedProxies trustedProxies(HttpSettings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    @Bean
    UnservedRequestCounter unservedRequestCounter(ObjectProvider<MeterRegistry> registry) {
        return new UnservedRequestCounter(registry::getObject);
    }

    @Bean
    MeterBinder requestsThatWait(AdmissionQueue turns) {
        return registry -> Gauge.builder("attestore.requests.waiting", turns, AdmissionQueue::waiting)
                .description("Requests that are there and whose turn has not come")
                .register(registry);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limits(
            HttpSettings settings,
            AdmissionQueue turns,
            BodyMemory memory,
            TrustedProxies proxies,
            UnservedRequestCounter unserved) {
        return factory -> {
            factory.setProtocol(ApiProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                ApiProtocol http = (ApiProtocol) connector.getProtocolHandler();
                limit(http, settings);
                http.share(
                        connections(settings),
                        turns,
                        memory,
                        requestLimits(settings),
                        proxies,
                        settings.requestsMax(),
                        unserved);
                connector.setXpoweredBy(false);
                connector.setEnableLookups(false);
                connector.setAllowTrace(true); // the front door refuses it, and counts that
            });
            factory.addContextValves(new NoSecondContinue(), new UnbufferedAnswers());
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(EmptyErrorAnswer.class.getName());
                }
            });
        };
    }

    private static Shares connections(HttpSettings settings) {
        int files = OpenFiles.max().orElse(Integer.MAX_VALUE);
        int max = Math.min(settings.connectionsMax(), Math.max(1, files - OTHER_FILES));
        return new Shares(max, settings.sourceSharePercent());
    }

    private static RequestLimits requestLimits(HttpSettings settings) {
        return new RequestLimits(
                Math.toIntExact(settings.headersBytesMax().toBytes()),
                Math.toIntExact(settings.bodyBytesMax().toBytes()),
                settings.readTimeLimit());
    }

    private static void limit(ApiProtocol http, HttpSettings settings) {
        http.setProcessorCache(settings.requestsMax()); // beyond it, each request would make its buffers anew
        http.setConnectionTimeout(Math.toIntExact(settings.readTimeLimit().toMillis()));
        http.setDisableUploadTimeout(true); // a request is read before Tomcat sees it
        http.setKeepAliveTimeout(Math.toIntExact(settings.idleTimeLimit().toMillis()));
        http.setMaxKeepAliveRequests(-1);
        http.setAcceptCount(ACCEPT_COUNT);
        http.setMaxHttpHeaderSize(Math.toIntExact(settings.headersBytesMax().toBytes()));
        http.setMaxHttpResponseHeaderSize(ANSWER_HEADERS_BYTES_MAX);
        http.setMaxHeaderCount(settings.headersMax());
        http.setMaxSwallowSize(0);
    }
}
