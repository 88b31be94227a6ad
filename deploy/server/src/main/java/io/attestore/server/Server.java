package io.attestore.server;

import io.attestore.server.bootstrap.AccountBootstrap;
import io.attestore.server.call.CallSettings;
import io.attestore.server.http.HttpConfiguration;
import io.attestore.server.http.ManagementConfiguration;
import io.attestore.server.settings.HttpSettings;
import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.LogLimits;
import io.attestore.server.settings.MemorySettings;
import io.attestore.server.settings.ParameterSettings;
import io.attestore.server.settings.PostgresSettings;
import io.attestore.server.settings.ReplaySettings;
import io.attestore.server.settings.ShreddingSettings;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.settings.VerificationSettings;
import io.attestore.server.settings.WebhookSettings;
import io.attestore.server.wiring.BootConfiguration;
import io.attestore.server.wiring.CallConfiguration;
import io.attestore.server.wiring.DisclosureConfiguration;
import io.attestore.server.wiring.DoorConfiguration;
import io.attestore.server.wiring.FairnessConfiguration;
import io.attestore.server.wiring.Ground;
import io.attestore.server.wiring.GroundConfiguration;
import io.attestore.server.wiring.HealthConfiguration;
import io.attestore.server.wiring.LogConfiguration;
import io.attestore.server.wiring.OperationConfiguration;
import io.attestore.server.wiring.Progress;
import io.attestore.server.wiring.ShreddingConfiguration;
import io.attestore.server.wiring.TrailConfiguration;
import io.attestore.server.wiring.VerificationConfiguration;
import io.attestore.server.wiring.WorkConfiguration;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The whole server as one Spring application. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    StoreSettings.class,
    JdbcSettings.class,
    PostgresSettings.class,
    LogLimits.class,
    MemorySettings.class,
    ParameterSettings.class,
    ShreddingSettings.class,
    WebhookSettings.class,
    HttpSettings.class,
    CallSettings.class,
    ReplaySettings.class,
    VerificationSettings.class
})
@Import({
    BootConfiguration.class,
    GroundConfiguration.class,
    LogConfiguration.class,
    CallConfiguration.class,
    OperationConfiguration.class,
    TrailConfiguration.class,
    WorkConfiguration.class,
    DisclosureConfiguration.class,
    VerificationConfiguration.class,
    FairnessConfiguration.class,
    ShreddingConfiguration.class,
    DoorConfiguration.class,
    HttpConfiguration.class,
    ManagementConfiguration.class,
    HealthConfiguration.class
})
public class Server {

    /**
     * Starts the server and returns when it answers requests; closing the context stops it.
     *
     * @param settings properties that go before environment and files
     * @param progress told of each step
     */
    public static Running start(Map<String, String> settings, Progress progress) {
        return start(settings, Clock.systemUTC(), progress);
    }

    /** Starts the server as {@link #start(Map, Progress)} does, by another clock than the system's. */
    public static Running start(Map<String, String> settings, Clock clock, Progress progress) {
        // Axon would otherwise tell its maker which versions run where.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication application = new SpringApplication(Server.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("progress", progress);
            context.getBeanFactory().registerSingleton("clock", clock);
            lay(context, progress);
        });
        ConfigurableApplicationContext context = application.run(arguments(settings));
        String endpoint = endpoint(context);
        context.getBean(AccountBootstrap.class).announce(endpoint);
        return new Running(context, endpoint);
    }

    /** The ground is laid first and given up last, also by a start that fails. */
    private static void lay(ConfigurableApplicationContext context, Progress progress) {
        Ground ground = Ground.lay(context.getEnvironment(), progress);
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("ground", ground);
        beans.registerDisposableBean("ground", ground::close);
    }

    /** A server that answers requests at its endpoint until it is closed. */
    public record Running(ConfigurableApplicationContext context, String endpoint) implements AutoCloseable {

        /** Where health and metrics are. */
        public String management() {
            return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.management.port");
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static String[] arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    private static String endpoint(ConfigurableApplicationContext context) {
        StoreSettings store = context.getBean(StoreSettings.class);
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        boolean any = store.host().equals("0.0.0.0") || store.host().equals("::");
        String host = any ? "127.0.0.1" : store.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
