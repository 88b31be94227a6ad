package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** An external database that goes away and comes back. */
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void withoutItsDatabaseAServerRefusesInTimeAndRecoversByItself() throws Exception {
        EmbeddedPostgresSettings settings =
                EmbeddedPostgresSettings.in(folder.resolve("database")).withPort(freePort());
        EmbeddedPostgres database = EmbeddedPostgres.start(settings);
        try (RunningServer server = RunningServer.start(folder.resolve("data"), external(database));
                StsClient sts = server.client(StsClient.builder()
                        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())))) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
            assertThat(server.data().resolve("database")).doesNotExist();

            database.close();
            long start = System.nanoTime();
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOf(StsException.class)
                    .extracting(failure -> ((StsException) failure).statusCode())
                    .isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            awaitReadiness(server, status -> status == 503);

            database = EmbeddedPostgres.start(settings);
            awaitReadiness(server, status -> status == 200);
            assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
        } finally {
            database.close();
        }
    }

    private static Map<String, String> external(EmbeddedPostgres database) {
        return Map.of(
                "attestore.jdbc.url", database.connection().jdbcUrl(),
                "attestore.jdbc.user", database.connection().user(),
                "attestore.jdbc.password", database.connection().password().exposeToDriver());
    }

    private static void awaitReadiness(RunningServer server, IntPredicate expected) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.management().resolve("/health/readiness"))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int status;
        do {
            Thread.sleep(200);
            status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } while (!expected.test(status) && System.nanoTime() < deadline);
        assertThat(expected.test(status)).describedAs("readiness is " + status).isTrue();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
