package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.RunningServer;
import io.attestore.server.store.RunningDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Somebody who can write to the database hides reads in the trail: they are found all the same, and it is told. */
class HiddenReadsTest {

    private static final int READS = 20;

    @TempDir
    private Path data;

    private RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void readSome() throws Exception {
        server = RunningServer.start(data, Map.of());
        try (SsmClient ssm = server.client(SsmClient.builder())) {
            ssm.putParameter(request -> request.name("/hidden").value("x").type(ParameterType.STRING));
            for (int read = 0; read < READS; read++) {
                ssm.getParameter(request -> request.name("/hidden"));
            }
        }
        await("the reads are indexed", () -> management("/health/trail").body().contains("\"lag\":0"));
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void blocks_that_are_gone_hide_no_read_and_health_and_metrics_tell() throws Exception {
        try (Connection holdsUpTheRebuild = connect();
                Statement lock = holdsUpTheRebuild.createStatement()) {
            holdsUpTheRebuild.setAutoCommit(false);
            lock.execute("lock table trail_block in access share mode");
            execute("delete from trail_block");

            assertThat(readsFound()).isEqualTo(READS);
            HttpResponse<String> readiness = management("/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(management("/health/trail").body()).contains("\"damage\":", "block");
            assertThat(metrics()).contains("attestore_trail_damaged 1.0");
        }
        awaitMended();
    }

    @Test
    void a_position_that_is_moved_ahead_hides_no_read() throws Exception {
        execute("update trail_projection set position = position + 1000");

        assertThat(readsFound()).isEqualTo(READS);
        awaitMended();
    }

    private void awaitMended() throws Exception {
        await(
                "it is built anew",
                () -> management("/health/readiness").statusCode() == 200
                        && metrics().contains("attestore_trail_damaged 0.0"));
        assertThat(metrics()).contains("attestore_trail_damage_total 1.0");
        assertThat(readsFound()).isEqualTo(READS);
        assertThat(metrics()).contains("attestore_trail_damage_total 1.0");
    }

    private long readsFound() {
        try (CloudTrailClient cloudTrail = server.client(CloudTrailClient.builder())) {
            return cloudTrail
                    .lookupEvents(request -> request.lookupAttributes(attribute -> attribute
                            .attributeKey(LookupAttributeKey.RESOURCE_NAME)
                            .attributeValue("/hidden")))
                    .events()
                    .stream()
                    .filter(event -> event.eventName().equals("GetParameter"))
                    .count();
        }
    }

    private Connection connect() throws SQLException {
        return RunningDatabase.read(data.resolve("database")).orElseThrow().connect();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> metrics() throws Exception {
        return management("/metrics").body().lines().toList();
    }

    private HttpResponse<String> management(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.management().resolve(path)).build(), BodyHandlers.ofString());
    }

    private interface Condition {

        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("%s within a minute", what).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
