package io.attestore.server.verify;

import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.PostgresSettings;
import io.attestore.server.settings.StoreSettings;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the settings of a store as the server does, and starts nothing. */
@EnableConfigurationProperties({StoreSettings.class, JdbcSettings.class, PostgresSettings.class})
class VerifySettings {

    /** Uses the settings of a store. */
    @FunctionalInterface
    interface Use {

        int with(StoreSettings store, JdbcSettings jdbc, PostgresSettings postgres);
    }

    static int read(Map<String, String> settings, Use use) {
        SpringApplication application = new SpringApplication(VerifySettings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        String[] arguments = settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            return use.with(
                    context.getBean(StoreSettings.class),
                    context.getBean(JdbcSettings.class),
                    context.getBean(PostgresSettings.class));
        }
    }
}
