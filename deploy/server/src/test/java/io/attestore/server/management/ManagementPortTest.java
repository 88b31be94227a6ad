package io.attestore.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.secret.SecretFileException;
import io.attestore.server.RunningServer;
import io.attestore.server.client.CallException;
import io.attestore.server.client.ManageLine;
import io.attestore.server.store.PrivateFile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is heard on the management port of a server that wants a token. */
class ManagementPortTest {

    private static final String TOKEN = "a-token-of-some-length";
    private static final String BEARER = "Authorization: Bearer " + TOKEN;

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        PrivateFile.write(folder.resolve("token"), TOKEN + "\n");
        server = RunningServer.start(
                folder.resolve("data"),
                Map.of(
                        "attestore.management.token-file",
                        folder.resolve("token").toString(),
                        "attestore.management.host-names",
                        "metrics.example.com"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_name_that_is_not_its_own_is_not_answered() throws IOException {
        assertThat(status("GET /health/liveness", "evil.example:7301", BEARER)).isEqualTo(421);
        assertThat(status("POST /rebuild/states", "evil.example", BEARER, "Content-Type: application/json"))
                .isEqualTo(421);
        assertThat(status("GET /health/liveness", "127.0.0.1", BEARER)).isEqualTo(200);
        assertThat(status("GET /health/liveness", "localhost:1", BEARER)).isEqualTo(200);
        assertThat(status("GET /health/liveness", "metrics.example.com", BEARER))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/env",
                "/health/../env",
                "/health/./liveness",
                "/health/%2e%2e/env",
                "/health/..;/env",
                "//health",
                "/health//liveness",
                "/health;a=b",
                "/health/none",
                "/health/liveness/none",
                "/metrics/..",
                "/rebuild/none/none",
                "/webhooks/none/none",
                "/actuator",
                "/error",
                "/index.html"
            })
    void what_it_has_not_is_not_found(String path) throws IOException {
        assertThat(status("GET " + path, "127.0.0.1", BEARER)).isEqualTo(404);
    }

    @Test
    void orders_metrics_and_details_need_the_token() throws IOException {
        for (String path : List.of("/health", "/health/trail", "/metrics", "/rebuild", "/webhooks", "/env")) {
            assertThat(status("GET " + path, "127.0.0.1")).as(path).isEqualTo(401);
        }
        for (String wrong : List.of("Bearer", "Bearer ", "Bearer a-token-of-some-lengtH", "Basic " + TOKEN, TOKEN)) {
            assertThat(status("GET /metrics", "127.0.0.1", "Authorization: " + wrong))
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(status("POST /rebuild/states", "127.0.0.1", "Content-Type: application/json"))
                .isEqualTo(401);

        assertThat(status("GET /metrics", "127.0.0.1", BEARER)).isEqualTo(200);
        assertThat(status("GET /health", "127.0.0.1", "authorization: bearer " + TOKEN))
                .isEqualTo(200);
        assertThat(status("POST /rebuild/states", "127.0.0.1", BEARER, "Content-Type: application/json"))
                .isEqualTo(200);
    }

    @Test
    void orchestrators_learn_whether_it_lives_and_is_ready() throws IOException {
        assertThat(status("GET /health/liveness", "127.0.0.1")).isEqualTo(200);
        assertThat(status("GET /health/readiness", "127.0.0.1")).isEqualTo(200);
    }

    @Test
    void the_commands_send_the_token() {
        assertThatThrownBy(() -> manage(Map.of(), "states"))
                .isInstanceOf(CallException.class)
                .hasMessageContaining("--token-file");
        String file = folder.resolve("token").toString();

        assertThat(manage(Map.of(), "states", "--token-file", file)).contains("states is rebuilt");
        assertThat(manage(Map.of("ATTESTORE_MANAGEMENT_TOKEN_FILE", file), "states"))
                .contains("states is rebuilt");
    }

    @Test
    void a_token_is_long_and_its_file_its_owners_alone() throws IOException {
        Path open = Files.writeString(folder.resolve("open"), TOKEN);
        assertThatThrownBy(() -> ManagementToken.read(open)).isInstanceOf(SecretFileException.class);
        for (String bad : List.of("too-short", "with a space in it, alas", "nönascii-token-of-some-length")) {
            PrivateFile.write(folder.resolve("bad"), bad);
            assertThatThrownBy(() -> ManagementToken.read(folder.resolve("bad")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("attestore.management.token-file")
                    .hasMessageNotContaining(bad);
        }
    }

    private static List<String> manage(Map<String, String> environment, String... words) {
        List<String> told = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(
                "--management-port", Integer.toString(server.management().getPort())));
        ManageLine.run("rebuild", arguments, environment, told::add);
        return told;
    }

    /** As written: clients tidy paths up and choose the Host themselves. */
    private static int status(String requestLine, String host, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.management().getPort())) {
            String request = requestLine + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                    + String.join(
                            "",
                            List.of(headers).stream()
                                    .map(header -> header + "\r\n")
                                    .toList())
                    + (requestLine.startsWith("POST") ? "Content-Length: 2\r\n\r\n{}" : "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
