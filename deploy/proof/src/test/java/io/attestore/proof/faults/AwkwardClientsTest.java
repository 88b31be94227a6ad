package io.attestore.proof.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.SignedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that do what HTTP allows and few do, or that do nothing for long. */
class AwkwardClientsTest {

    private static final int PIPELINED = 50;
    private static final Duration TURN_LIMIT = Duration.ofMillis(500);
    private static final Duration READ_LIMIT = Duration.ofSeconds(2);
    private static final String GET = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";

    @TempDir
    static Path folder;

    private static LiveServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = LiveServer.onItsOwnDatabase(
                folder.resolve("data"),
                Map.of(
                        "attestore.http.requests-max",
                        "1",
                        "attestore.http.turn-time-limit",
                        TURN_LIMIT.toMillis() + "ms",
                        "attestore.http.read-time-limit",
                        READ_LIMIT.toMillis() + "ms"));
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void what_asks_not_for_us_is_refused_by_us() throws IOException {
        for (String target : List.of("OPTIONS *", "GET *", "CONNECT example.com:443", "GET x", "PRI * HTTP/2.0")) {
            RawConnection.Said said =
                    say(target + (target.contains("HTTP") ? "" : " HTTP/1.1") + "\r\nhost: x\r\n\r\n");
            assertThat(said.statuses()).as(target).containsExactly(400);
            assertThat(said.header("x-amzn-RequestId")).as(target).isPresent();
            assertThat(said.header("Allow")).as(target).isEmpty();
        }
    }

    @Test
    void a_client_that_sends_all_of_a_too_large_body_before_it_reads_is_told_so() throws IOException {
        try (RawConnection connection = new RawConnection(server.endpoint())) {
            connection.write(bytes("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 6000000\r\n\r\n"));
            for (int i = 0; i < 6; i++) {
                connection.write(new byte[1_000_000]);
            }
            connection.end();
            assertThat(connection.readToEnd().statuses()).containsExactly(413);
        }
    }

    @Test
    void an_old_client_is_not_told_to_go_on() throws Exception {
        try (RawConnection connection = new RawConnection(server.endpoint())) {
            connection.write(bytes("POST / HTTP/1.0\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 10\r\n\r\n"));
            Thread.sleep(100);
            connection.write(new byte[10]);
            assertThat(connection.readToEnd().statuses()).hasSize(1).noneMatch(status -> status < 400);
        }
    }

    @Test
    void an_empty_line_is_no_request_that_has_to_end_in_time() throws Exception {
        try (RawConnection connection = new RawConnection(server.endpoint())) {
            connection.write(bytes(GET + "\r\n"));
            Thread.sleep(READ_LIMIT.plusSeconds(2));
            connection.write(bytes("\r\n" + GET));
            connection.end();
            assertThat(connection.readToEnd().statuses()).hasSize(2);
        }
    }

    @Test
    void lines_of_forwarded_for_are_one_list_of_at_most_so_many() throws IOException {
        String line = "x-forwarded-for: 192.0.2.1\r\n";
        assertThat(say("GET / HTTP/1.1\r\nhost: x\r\n" + line.repeat(32) + "\r\n")
                        .statuses())
                .hasSize(1)
                .doesNotContain(400);
        assertThat(say("GET / HTTP/1.1\r\nhost: x\r\n" + line.repeat(33) + "\r\n")
                        .statuses())
                .containsExactly(400);
    }

    @Test
    void requests_of_one_packet_are_answered_each_and_in_order() throws IOException {
        byte[] all = pipelined();
        try (RawConnection connection = new RawConnection(server.endpoint())) {
            connection.write(all);
            connection.end();
            assertInOrder(connection.readToEnd());
        }
    }

    @Test
    void requests_that_come_byte_for_byte_are_answered_each_and_in_order() throws IOException {
        byte[] all = pipelined();
        try (RawConnection connection = new RawConnection(server.endpoint())) {
            for (byte each : all) {
                connection.write(new byte[] {each});
            }
            connection.end();
            assertInOrder(connection.readToEnd());
        }
    }

    @Test
    void nobody_waits_for_longer_than_the_limit_behind_a_client_that_does_not_take_its_answers() throws Exception {
        String value = "v".repeat(4_000);
        for (int i = 0; i < 10; i++) {
            assertThat(client.put("/large/" + i, value).status()).isEqualTo(200);
        }
        byte[] page = signed("GetParametersByPath", "{\"Path\":\"/large\"}");
        try (RawConnection greedy = new RawConnection(server.endpoint())) {
            for (int i = 0; i < 400; i++) {
                greedy.write(page);
            }
            int status = 200;
            for (int i = 0; i < 200 && status != 503; i++) {
                long begun = System.nanoTime();
                status = client.get("/large/0").status();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TURN_LIMIT.plusSeconds(2));
                Thread.sleep(10);
            }
            assertThat(status).isEqualTo(503);
        }
    }

    private static byte[] pipelined() {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < PIPELINED; i++) {
            assertThat(client.put("/pipelined/" + i, "value-" + i + ";").status())
                    .isEqualTo(200);
        }
        for (int i = 0; i < PIPELINED; i++) {
            all.writeBytes(signed("GetParameter", "{\"Name\":\"/pipelined/" + i + "\",\"WithDecryption\":true}"));
        }
        return all.toByteArray();
    }

    private static void assertInOrder(RawConnection.Said said) {
        assertThat(said.statuses()).as(said.text()).hasSize(PIPELINED).containsOnly(200);
        assertThat(Pattern.compile("value-(\\d+);")
                        .matcher(said.text())
                        .results()
                        .map(match -> Integer.valueOf(match.group(1))))
                .containsExactlyElementsOf(IntStream.range(0, PIPELINED).boxed().toList());
    }

    private static byte[] signed(String operation, String body) {
        return SignedRequest.json("ssm", "AmazonSSM." + operation, body)
                .bytes(server.endpoint().getAuthority(), Credentials.in(folder.resolve("data")));
    }

    private static RawConnection.Said say(String text) throws IOException {
        try (RawConnection connection = new RawConnection(server.endpoint())) {
            connection.write(bytes(text));
            connection.end();
            return connection.readToEnd();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
