package io.attestore.server.settings;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.secret.SecretFileException;
import io.attestore.server.authentication.AuthenticationSettings;
import io.attestore.server.call.CallSettings;
import io.attestore.server.heavy.HeavyWorkSettings;
import io.attestore.server.refusals.RefusalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    @Test
    void defaults() {
        assertThat(bound("attestore", StoreSettings.class, Map.of()))
                .isEqualTo(new StoreSettings(Path.of("data"), null, null, null, "127.0.0.1", 7300));
        assertThat(bound("attestore.jdbc", JdbcSettings.class, Map.of()))
                .isEqualTo(new JdbcSettings(null, "attestore", null, null, 20, false));
        assertThat(bound("attestore.postgres", PostgresSettings.class, Map.of()))
                .isEqualTo(new PostgresSettings(0, DataSize.ofMegabytes(128), Duration.ofMinutes(2)));
        assertThat(bound("attestore.log", LogLimits.class, Map.of()))
                .isEqualTo(new LogLimits(
                        Duration.ofSeconds(5),
                        20_000,
                        DataSize.ofMegabytes(64),
                        16_384,
                        DataSize.ofMegabytes(64),
                        Duration.ofSeconds(10),
                        10_000,
                        Duration.ofMinutes(1),
                        false));
        assertThat(bound("attestore.memory", MemorySettings.class, Map.of()))
                .isEqualTo(new MemorySettings(
                        DataSize.ofMegabytes(512), DataSize.ofMegabytes(32), 120_000, DataSize.ofMegabytes(32)));
        assertThat(bound("attestore.http", HttpSettings.class, Map.of()))
                .isEqualTo(new HttpSettings(
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(256),
                        DataSize.ofKilobytes(16),
                        100,
                        20_000,
                        512,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(75),
                        25,
                        List.of()));
        assertThat(bound("attestore.call", CallSettings.class, Map.of()))
                .isEqualTo(new CallSettings(10, Duration.ofSeconds(10)));
        assertThat(bound("attestore.shredding", ShreddingSettings.class, Map.of()))
                .isEqualTo(new ShreddingSettings(Duration.ofHours(1), 4096, List.of()));
        assertThat(bound("attestore.authentication", ReplaySettings.class, Map.of()))
                .isEqualTo(new ReplaySettings(false, 1_000_000));
        assertThat(bound("attestore.verification", VerificationSettings.class, Map.of()))
                .isEqualTo(new VerificationSettings(Duration.ofHours(24), Duration.ofMinutes(1), 5_000));
        assertThat(bound("attestore.authentication", AuthenticationSettings.class, Map.of()))
                .isEqualTo(new AuthenticationSettings(50, 60, Duration.ofSeconds(1), 32));
        assertThat(bound("attestore.refusals", RefusalSettings.class, Map.of())).isEqualTo(new RefusalSettings(6000));
        assertThat(bound("attestore.heavy-work", HeavyWorkSettings.class, Map.of()))
                .isEqualTo(new HeavyWorkSettings(0, 32, 128));
    }

    @Test
    void limits_of_fairness_can_be_given() {
        assertThat(bound(
                        "attestore.authentication",
                        AuthenticationSettings.class,
                        Map.of(
                                "attestore.authentication.failures-burst", "5",
                                "attestore.authentication.failures-per-minute", "6",
                                "attestore.authentication.delay-max", "2s",
                                "attestore.authentication.delayed-max", "7")))
                .isEqualTo(new AuthenticationSettings(5, 6, Duration.ofSeconds(2), 7));
        assertThat(bound("attestore.refusals", RefusalSettings.class, Map.of("attestore.refusals.per-minute", "9")))
                .isEqualTo(new RefusalSettings(9));
        assertThat(bound(
                        "attestore.heavy-work",
                        HeavyWorkSettings.class,
                        Map.of(
                                "attestore.heavy-work.threads", "2",
                                "attestore.heavy-work.waiting-per-account-max", "3",
                                "attestore.heavy-work.waiting-max", "4")))
                .isEqualTo(new HeavyWorkSettings(2, 3, 4));
    }

    @Test
    void limits_of_fairness_are_at_least_one() {
        assertThatThrownBy(() -> new RefusalSettings(0)).hasMessageContaining("attestore.refusals.per-minute");
        assertThatThrownBy(() -> new HeavyWorkSettings(-1, 1, 1)).hasMessageContaining("attestore.heavy-work.threads");
        assertThatThrownBy(() -> new AuthenticationSettings(0, 1, Duration.ZERO, 1))
                .hasMessageContaining("attestore.authentication.failures-burst");
    }

    @Test
    void every_setting_can_be_given() {
        assertThat(bound(
                        "attestore",
                        StoreSettings.class,
                        Map.of(
                                "attestore.data", "/d",
                                "attestore.root-key-file", "/k",
                                "attestore.bootstrap", "/b",
                                "attestore.host", "0.0.0.0",
                                "attestore.port", "1")))
                .isEqualTo(new StoreSettings(Path.of("/d"), Path.of("/k"), null, Path.of("/b"), "0.0.0.0", 1));
        assertThat(bound(
                        "attestore.http",
                        HttpSettings.class,
                        Map.ofEntries(
                                entry("attestore.http.body-bytes-max", "2MB"),
                                entry("attestore.http.bodies-bytes-max", "3MB"),
                                entry("attestore.http.headers-bytes-max", "8KB"),
                                entry("attestore.http.headers-max", "3"),
                                entry("attestore.http.connections-max", "4"),
                                entry("attestore.http.requests-max", "5"),
                                entry("attestore.http.turn-time-limit", "7s"),
                                entry("attestore.http.read-time-limit", "5s"),
                                entry("attestore.http.idle-time-limit", "6s"),
                                entry("attestore.http.source-share-percent", "10"),
                                entry("attestore.http.trusted-proxies", "10.0.0.1, 10.1.0.0/16"))))
                .isEqualTo(new HttpSettings(
                        DataSize.ofMegabytes(2),
                        DataSize.ofMegabytes(3),
                        DataSize.ofKilobytes(8),
                        3,
                        4,
                        5,
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        10,
                        List.of("10.0.0.1", "10.1.0.0/16")));
        assertThat(bound(
                        "attestore.call",
                        CallSettings.class,
                        Map.of("attestore.call.attempts-max", "3", "attestore.call.time-limit", "4s")))
                .isEqualTo(new CallSettings(3, Duration.ofSeconds(4)));
        assertThat(bound(
                        "attestore.authentication",
                        ReplaySettings.class,
                        Map.of(
                                "attestore.authentication.refuse-replayed-writes", "true",
                                "attestore.authentication.remembered-signatures-max", "2000")))
                .isEqualTo(new ReplaySettings(true, 2000));
    }

    @Test
    void the_environments_names_are_understood() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("ATTESTORE_DATA", "/d", "ATTESTORE_PORT", "9", "ATTESTORE_BOOTSTRAP", "/b")));
        ConfigurationPropertySources.attach(environment);

        StoreSettings settings = Binder.get(environment).bindOrCreate("attestore", StoreSettings.class);

        assertThat(settings).isEqualTo(new StoreSettings(Path.of("/d"), null, null, Path.of("/b"), "127.0.0.1", 9));
    }

    @Test
    void settings_outside_their_bounds_are_refused() {
        assertThatThrownBy(() -> new StoreSettings(Path.of("d"), null, null, null, "h", 65_536))
                .hasMessageContaining("attestore.port");
        assertThatThrownBy(() -> new JdbcSettings(null, "u", null, null, 9, false))
                .hasMessageContaining("connections-max");
        assertThatThrownBy(() -> new JdbcSettings(null, "u", "p", Path.of("f"), 10, false))
                .hasMessageContaining("password-file");
        assertThatThrownBy(() -> new VerificationSettings(Duration.ZERO, Duration.ZERO, 0))
                .hasMessageContaining("events-per-second");
        assertThatThrownBy(() -> new ShreddingSettings(Duration.ZERO, 1, List.of()))
                .hasMessageContaining("within");
        assertThatThrownBy(() -> new ShreddingSettings(Duration.ofHours(1), 65_537, List.of()))
                .hasMessageContaining("groups");
        assertThatThrownBy(() -> new CallSettings(0, Duration.ofSeconds(1))).hasMessageContaining("attempts-max");
        assertThatThrownBy(() -> new CallSettings(1, Duration.ZERO)).hasMessageContaining("time-limit");
        assertThatThrownBy(() -> new MemorySettings(DataSize.ofBytes(1), DataSize.ofBytes(1), 0, DataSize.ofBytes(1)))
                .hasMessageContaining("keys-max");
        assertThatThrownBy(() -> new ReplaySettings(true, 999)).hasMessageContaining("remembered-signatures-max");
        assertThatThrownBy(() ->
                        bound("attestore.http", HttpSettings.class, Map.of("attestore.http.connections-max", "0")))
                .hasRootCauseMessage("attestore.http.connections-max must be positive and below 2^31");
        assertThatThrownBy(() ->
                        bound("attestore.http", HttpSettings.class, Map.of("attestore.http.source-share-percent", "0")))
                .hasRootCauseMessage("attestore.http.source-share-percent must be from 1 to 100");
    }

    @Test
    void a_database_password_is_never_printed() {
        assertThat(new JdbcSettings("jdbc:postgresql://h/d", "u", "swordfish", null, 10, false).toString())
                .doesNotContain("swordfish");
    }

    @Test
    void a_database_elsewhere_is_known_by_its_certificate_unless_a_setting_says_otherwise() {
        assertThat(jdbc(Map.of("attestore.jdbc.url", "jdbc:postgresql://h/d")).url())
                .isEqualTo("jdbc:postgresql://h/d?sslmode=verify-full");
        Map<String, String> weaker = Map.of("attestore.jdbc.url", "jdbc:postgresql://h/d?sslmode=require");
        assertThatThrownBy(() -> jdbc(weaker))
                .rootCause()
                .hasMessageContainingAll(
                        "attestore.jdbc.url", "sslmode=require", "attestore.jdbc.allow-unverified-tls");
        assertThat(jdbc(Map.of(
                                "attestore.jdbc.url", "jdbc:postgresql://h/d?sslmode=require",
                                "attestore.jdbc.allow-unverified-tls", "true"))
                        .url())
                .isEqualTo("jdbc:postgresql://h/d?sslmode=require");
    }

    @Test
    void a_password_file_is_its_owners_alone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "swordfish\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        var settings = new JdbcSettings("jdbc:postgresql://localhost/d", "u", null, file, 10, false);
        assertThatThrownBy(settings::external)
                .isInstanceOf(SecretFileException.class)
                .hasMessageContainingAll("password file", file.toString(), "rw-r-----", "chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(settings.external().orElseThrow().password().exposeToDriver())
                .isEqualTo("swordfish");
    }

    private static JdbcSettings jdbc(Map<String, String> properties) {
        return bound("attestore.jdbc", JdbcSettings.class, properties);
    }

    private static <T> T bound(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
