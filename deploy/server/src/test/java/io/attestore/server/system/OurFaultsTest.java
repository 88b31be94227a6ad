package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.server.RunningServer;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.InternalServerErrorException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;
import software.amazon.awssdk.services.ssm.model.TooManyUpdatesException;

/**
 * What a client sees when it is not its fault: as the AWS SDK has it. The server decides a call once, and not again.
 */
class OurFaultsTest {

    private static final int RIVALS = 16;
    private static final long RACE_SECONDS_MAX = 60;

    private static RunningServer server;
    private static SsmClient ssm;

    @BeforeAll
    static void startServer() {
        server = RunningServer.start(Map.of("attestore.call.attempts-max", "1"));
        ssm = server.client(SsmClient.builder()
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    @AfterAll
    static void stopServer() {
        ssm.close();
        server.close();
    }

    @Test
    void a_parameter_whose_data_key_is_lost_is_an_error_of_ours() throws Exception {
        put("/lost/key");
        try (StoredBytes stored = new StoredBytes(server.data())) {
            stored.execute("delete from key_row where id like 'ssm/%'");
        }

        assertThatThrownBy(() -> ssm.getParameter(request -> request.name("/lost/key")))
                .isInstanceOfSatisfying(InternalServerErrorException.class, error -> {
                    assertThat(error.statusCode()).isEqualTo(500);
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InternalServerError");
                    assertThat(error.awsErrorDetails().errorMessage())
                            .isEqualTo("An error occurred on the server side.");
                });
    }

    @Test
    void whoever_is_overtaken_every_time_is_told_so() throws InterruptedException {
        AtomicReference<TooManyUpdatesException> overtaken = new AtomicReference<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RACE_SECONDS_MAX);
        try (ExecutorService rivals = Executors.newFixedThreadPool(RIVALS)) {
            for (int rival = 0; rival < RIVALS; rival++) {
                rivals.submit(() -> {
                    while (overtaken.get() == null && System.nanoTime() < end) {
                        TooManyUpdatesException told =
                                catchThrowableOfType(TooManyUpdatesException.class, () -> putOrBeThrottled("/raced"));
                        overtaken.compareAndSet(null, told);
                    }
                });
            }
        }

        assertThat(overtaken.get()).as("one of the rivals was overtaken").isNotNull();
        assertThat(overtaken.get().statusCode()).isEqualTo(400);
        assertThat(overtaken.get().awsErrorDetails().errorCode()).isEqualTo("TooManyUpdates");
    }

    private static void putOrBeThrottled(String name) {
        try {
            put(name);
        } catch (TooManyUpdatesException overtaken) {
            throw overtaken;
        } catch (SsmException other) {
            assertThat(other.isThrottlingException()).as(other.getMessage()).isTrue();
        }
    }

    private static void put(String name) {
        ssm.putParameter(request ->
                request.name(name).value("value").type(ParameterType.STRING).overwrite(true));
    }
}
