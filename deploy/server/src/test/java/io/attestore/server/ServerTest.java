package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallMetadata;
import io.attestore.events.log.RecordedEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class ServerTest {

    private final RunningServer server = RunningServer.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_sdk_learns_who_it_is() {
        try (StsClient sts = server.client(StsClient.builder())) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();

            assertThat(identity.account()).isEqualTo("123456789012");
            assertThat(identity.userId()).isEqualTo("123456789012");
            assertThat(identity.arn()).isEqualTo("arn:aws:iam::123456789012:root");
        }
    }

    @Test
    void an_answered_call_is_in_the_log_under_its_request_id() {
        try (StsClient sts = server.client(StsClient.builder())) {
            String requestId = sts.getCallerIdentity().responseMetadata().requestId();

            PostgresEventLog log = server.bean(PostgresEventLog.class);
            List<RecordedEvent> records = log.read(0, 10_000).stream()
                    .filter(event ->
                            CallMetadata.read(event.metadata()).requestId().equals(requestId))
                    .toList();
            assertThat(records).hasSize(1);
            assertThat(records.getFirst().event()).isEqualTo(new CallAnswered());
            assertThat(records.getFirst().at())
                    .isEqualTo(CallMetadata.read(records.getFirst().metadata()).at());
            assertThat(records.getFirst().metadata()).doesNotContainKeys("correlationId", "causationId");
        }
    }

    @Test
    void an_unknown_access_key_is_refused_and_leaves_no_record() {
        long before = server.bean(PostgresEventLog.class).head();
        var unknown = StaticCredentialsProvider.create(
                AwsBasicCredentials.create("AKIAUNKNOWNUNKNOWN11", "0123456789012345678901234567890123456789"));
        try (StsClient sts = server.client(StsClient.builder(), unknown)) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOf(StsException.class)
                    .extracting(failure ->
                            ((StsException) failure).awsErrorDetails().errorCode())
                    .isEqualTo("InvalidClientTokenId");
        }
        List<RecordedEvent> since = server.bean(PostgresEventLog.class).read(before + 1, 1_000);
        assertThat(since).noneMatch(event -> event.metadata().containsValue("AKIAUNKNOWNUNKNOWN11"));
    }

    @Test
    void every_operation_is_registered_as_a_command() {
        assertThat(server.bean(OperationCatalogue.class).all())
                .extracting(Operation::qualifiedName)
                .contains("sts.GetCallerIdentity", "cloudtrail.LookupEvents");
    }

    @Test
    void whatever_is_not_spoken_is_answered_without_telling_what_runs_here() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.endpoint().resolve("/index.html")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("server")).isEmpty();
        assertThat(answer.headers().firstValue("x-powered-by")).isEmpty();
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception:");
    }

    @Test
    void a_body_beyond_the_limit_is_refused_unread() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.endpoint())
                        .POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void health_and_metrics_are_on_the_management_port_only() throws Exception {
        assertThat(status(server.management().resolve("/health/liveness"))).isEqualTo(200);
        assertThat(status(server.management().resolve("/health/readiness"))).isEqualTo(200);
        assertThat(status(server.management().resolve("/metrics"))).isEqualTo(200);
        assertThat(status(server.management().resolve("/env"))).isEqualTo(404);
        assertThat(status(server.endpoint().resolve("/health/readiness"))).isEqualTo(404);
    }

    private int status(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
