package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.RunningServer;
import io.attestore.server.client.CallException;
import io.attestore.server.client.ManageLine;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;

/** Read models are rebuilt by a command, while the server serves and misses nothing. */
class RebuildTest {

    private final RunningServer server = SystemServer.running();
    private final Tenant tenant = SystemServer.newTenant();
    private final Lookup lookup = new Lookup(tenant);

    @Test
    void everything_is_found_and_read_as_before() {
        SsmClient ssm = tenant.ssm();
        String requestId = ssm.putParameter(
                        request -> request.name("/rebuild").value("kept").type(ParameterType.SECURE_STRING))
                .responseMetadata()
                .requestId();

        List<String> told = rebuild();

        assertThat(told).contains("trail is rebuilt", "due-work is rebuilt", "states is rebuilt");
        JsonNode record = lookup.call("PutParameter", requestId);
        assertThat(record.at("/requestParameters/name").asString()).isEqualTo("/rebuild");
        assertThat(ssm.getParameter(request -> request.name("/rebuild").withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo("kept");
    }

    @Test
    void states_that_were_stored_are_forgotten_too() throws Exception {
        SsmClient ssm = tenant.ssm();
        for (int version = 1; version <= 60; version++) {
            String value = "value " + version;
            ssm.putParameter(request -> request.name("/rebuild/stored")
                    .value(value)
                    .type(ParameterType.STRING)
                    .overwrite(true));
        }
        try (StoredBytes stored = new StoredBytes(server.data())) {
            String rows = "select key from state_snapshot where key like '%" + tenant.account() + "%/rebuild/stored'";
            for (int i = 0; i < 1_000 && stored.column(rows).isEmpty(); i++) {
                Thread.sleep(10);
            }
            assertThat(stored.column(rows)).hasSize(1);

            rebuild("states");

            assertThat(stored.column(rows)).isEmpty();
        }
        assertThat(ssm.getParameter(request -> request.name("/rebuild/stored:60"))
                        .parameter()
                        .value())
                .isEqualTo("value 60");
    }

    @Test
    void what_is_no_read_model_is_refused() {
        assertThatThrownBy(() -> rebuild("log"))
                .isInstanceOf(CallException.class)
                .hasMessageContaining("There is no /rebuild/log");
    }

    @Test
    void a_web_page_orders_nothing() throws Exception {
        assertThat(post("Content-Type", "text/plain")).isEqualTo(403);
        assertThat(post("Content-Type", "application/json", "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(post("Content-Type", "application/json", "Sec-Fetch-Site", "cross-site"))
                .isEqualTo(403);
        assertThat(post("Content-Type", "application/json")).isLessThan(300);
    }

    private int post(String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.management().resolve("/rebuild/states"))
                .headers(headers)
                .POST(BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private List<String> rebuild(String... models) {
        List<String> told = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of(models));
        arguments.add("--management-port");
        arguments.add(Integer.toString(server.management().getPort()));
        ManageLine.run("rebuild", arguments, Map.of(), told::add);
        return told;
    }
}
