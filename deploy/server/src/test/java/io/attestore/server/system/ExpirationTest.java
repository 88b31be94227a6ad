package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;

/** An Expiration acts at its moment, whatever somebody has done to the rows of due work. */
class ExpirationTest {

    private static final String NAME = "/expiring/password";

    /** Before rows are looked after again, which happens once a day. */
    private static final Duration EXPIRES_AFTER = Duration.ofHours(20);

    @TempDir
    Path folder;

    private final ClockAhead clock = new ClockAhead();
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private RunningServer server;
    private SsmClient ssm;

    @BeforeEach
    void start() {
        ConnectionSettings connection = database.settings();
        Map<String, String> settings = new HashMap<>();
        settings.put("attestore.jdbc.url", connection.jdbcUrl());
        settings.put("attestore.jdbc.user", connection.user());
        settings.put("attestore.jdbc.password", connection.password().exposeToDriver());
        server = RunningServer.start(folder, settings, clock);
        ssm = server.client(SsmClient.builder().putAuthScheme(new SignatureByClock(clock)));
    }

    @AfterEach
    void stop() {
        try (database) {
            ssm.close();
            server.close();
        }
    }

    @Test
    void no_operation_knows_it_from_that_moment_on_although_its_row_is_gone() {
        put();
        forgetTheRow();
        assertThat(ssm.getParameter(get -> get.name(NAME)).parameter().value()).isEqualTo("value");

        clock.put(EXPIRES_AFTER.plusMinutes(1));

        assertThatThrownBy(() -> ssm.getParameter(get -> get.name(NAME)))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThat(ssm.getParameters(get -> get.names(NAME)).invalidParameters())
                .containsExactly(NAME);
        assertThat(ssm.getParametersByPath(get -> get.path("/expiring")).parameters())
                .isEmpty();
        assertThatThrownBy(() -> ssm.getParameterHistory(get -> get.name(NAME)))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThat(ssm.describeParameters(describe -> {}).parameters()).isEmpty();
        assertThatThrownBy(() -> ssm.deleteParameter(delete -> delete.name(NAME)))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThatThrownBy(() ->
                        ssm.labelParameterVersion(label -> label.name(NAME).labels("late")))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThat(deletions()).isEmpty();
    }

    @Test
    void a_put_deletes_it_first_and_creates_it_anew() {
        put();
        forgetTheRow();
        clock.put(EXPIRES_AFTER.plusMinutes(1));

        long version = ssm.putParameter(put -> put.name(NAME).value("anew").type(ParameterType.SECURE_STRING))
                .version();

        assertThat(version).isEqualTo(1);
        assertThat(ssm.getParameter(get -> get.name(NAME).withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo("anew");
        assertThat(ssm.describeParameters(describe -> {}).parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.policies()).isEmpty());
        assertThat(deletions())
                .singleElement()
                .satisfies(record -> assertThat(
                                record.at("/serviceEventDetails/policyTypes/0").asString())
                        .isEqualTo("Expiration"));
    }

    @Test
    void the_row_comes_back_with_the_next_start_and_the_deletion_is_recorded() {
        put();
        forgetTheRow();
        ssm.close();
        server.close();
        clock.put(EXPIRES_AFTER.plusMinutes(1));

        start();

        await(() -> !deletions().isEmpty());
        assertThat(deletions()).hasSize(1);
    }

    @Test
    void a_row_that_was_put_off_comes_back_within_a_day() {
        put();
        await(() -> jdbc.update("update due_work set due_at = '9000-01-01' where due_at > '2000-01-01'") == 1);

        clock.put(Duration.ofHours(25));

        await(() -> !deletions().isEmpty());
        assertThat(deletions()).hasSize(1);
    }

    private void put() {
        Instant expiration = clock.instant().plus(EXPIRES_AFTER).truncatedTo(ChronoUnit.SECONDS);
        ssm.putParameter(put -> put.name(NAME)
                .value("value")
                .type(ParameterType.STRING)
                .tier(ParameterTier.ADVANCED)
                .policies("""
                        [{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"%s"}}]""".formatted(expiration)));
    }

    private void forgetTheRow() {
        await(() -> jdbc.update("delete from due_work where due_at > '2000-01-01'") == 1);
    }

    private List<JsonNode> deletions() {
        try (CloudTrailClient trail =
                server.client(CloudTrailClient.builder().putAuthScheme(new SignatureByClock(clock)))) {
            return trail
                    .lookupEvents(request -> request.lookupAttributes(attribute -> attribute
                            .attributeKey(LookupAttributeKey.EVENT_NAME)
                            .attributeValue("ParameterPolicyAction")))
                    .events()
                    .stream()
                    .map(Lookup::record)
                    .toList();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
