package io.attestore.proof.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.SignedRequest;
import io.attestore.server.RunningServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;

/** A server that refuses replayed writes: whoever has seen a request cannot send it again, and nobody else notices. */
class ReplayedWritesTest {

    private static final String REGION = "eu-west-1";

    private static RunningServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of("attestore.authentication.refuse-replayed-writes", "true"));
        client = new ApiClient(server.endpoint(), Credentials.in(server.data()), REGION);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_write_that_is_sent_again_as_it_was_is_refused_and_recorded() {
        Instant now = Instant.now();
        Answer first = client.call(put("/replayed", now));
        Answer again = client.call(put("/replayed", now));

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("InvalidSignatureException");
        assertThat(client.ssm("GetParameter", "{\"Name\":\"/replayed\"}")
                        .json()
                        .at("/Parameter/Version")
                        .asInt())
                .isEqualTo(1);
        List<JsonNode> records = client.recordsOf("PutParameter").stream()
                .filter(record -> record.path("requestID").asString().equals(again.requestId()))
                .toList();
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.path("errorCode").asString()).isEqualTo("InvalidSignatureException");
            assertThat(record.at("/requestParameters/name").asString()).isEqualTo("/replayed");
        });
    }

    @Test
    void a_read_may_be_sent_again() {
        Instant now = Instant.now();
        client.put("/read-again", "value");

        for (int i = 0; i < 2; i++) {
            Answer read = client.call(SignedRequest.json("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"/read-again\"}")
                    .signedAt(now));
            assertThat(read.status()).as(read.toString()).isEqualTo(200);
        }
    }

    /** The answer is lost on the way; the SDK signs anew before it tries again. */
    @Test
    void the_sdks_own_retries_pass() {
        var transport = new LosingTheFirstAnswer();
        var requestIds = new AtomicInteger();
        try (SsmClient ssm = server.client(SsmClient.builder()
                .httpClient(transport)
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(counting(requestIds))))) {
            long version = put(ssm, "/retried");

            assertThat(version).as("both were written").isEqualTo(2);
            assertThat(requestIds).as("attempts").hasValue(2);
        }
    }

    @Test
    void equal_calls_of_the_sdk_in_one_second_pass() {
        try (SsmClient ssm = server.client(SsmClient.builder())) {
            for (int version = 1; version <= 5; version++) {
                assertThat(put(ssm, "/equal")).isEqualTo(version);
            }
        }
    }

    private static SignedRequest put(String name, Instant signedAt) {
        return SignedRequest.json("ssm", "AmazonSSM.PutParameter", """
                {"Name":"%s","Value":"value","Type":"String","Overwrite":true}""".formatted(name))
                .signedAt(signedAt);
    }

    private static long put(SsmClient ssm, String name) {
        return ssm.putParameter(request -> request.name(name)
                        .value("value")
                        .type(ParameterType.STRING)
                        .overwrite(true))
                .version();
    }

    private static ExecutionInterceptor counting(AtomicInteger attempts) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                attempts.incrementAndGet();
            }
        };
    }

    /** Delivers the first request and loses its answer. */
    private static final class LosingTheFirstAnswer implements SdkHttpClient {

        private final SdkHttpClient http = Apache5HttpClient.create();
        private final AtomicInteger answers = new AtomicInteger();

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            ExecutableHttpRequest prepared = http.prepareRequest(request);
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    HttpExecuteResponse response = prepared.call();
                    if (answers.getAndIncrement() == 0) {
                        throw new IOException("The answer was lost");
                    }
                    return response;
                }

                @Override
                public void abort() {
                    prepared.abort();
                }
            };
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
