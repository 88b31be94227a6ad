package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.call.CallMetadata;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;

/** What a client may send at most, and what is not believed of it. */
class PortLimitsTest {

    private static final int BODY_BYTES_MAX = 1 << 20;

    private final RunningServer server = RunningServer.shared();

    @Test
    void a_body_of_unknown_length_is_read_up_to_the_limit() throws Exception {
        assertThat(statusOfChunked(BODY_BYTES_MAX)).isEqualTo(404);
        assertThat(statusOfChunked(BODY_BYTES_MAX + 1)).isEqualTo(413);
    }

    @Test
    void headers_beyond_the_limit_are_refused_without_a_word() throws Exception {
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(17 * 1024) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("at org.");
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(200) + "\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void a_silent_client_is_not_waited_for_longer_than_the_limit() throws Exception {
        try (RunningServer impatient = RunningServer.start(Map.of("attestore.http.read-time-limit", "300ms"));
                Socket socket = new Socket("127.0.0.1", impatient.endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            write(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12");

            assertThat(read(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void whoever_connects_is_who_calls_whatever_a_header_says() {
        try (StsClient sts = server.client(StsClient.builder()
                .overrideConfiguration(override -> override.putHeader("X-Forwarded-For", "203.0.113.7")))) {
            String requestId = sts.getCallerIdentity().responseMetadata().requestId();

            assertThat(server.bean(PostgresEventLog.class).read(0, 100_000))
                    .map(event -> CallMetadata.read(event.metadata()))
                    .filteredOn(call -> call.requestId().equals(requestId))
                    .singleElement()
                    .satisfies(call -> assertThat(call.sourceAddress()).isEqualTo("127.0.0.1"));
        }
    }

    @Test
    void what_a_trusted_proxy_says_is_where_a_call_comes_from() {
        try (RunningServer behindAProxy = RunningServer.start(Map.of("attestore.http.trusted-proxies", "127.0.0.0/8"));
                StsClient sts = behindAProxy.client(StsClient.builder()
                        .overrideConfiguration(override ->
                                override.putHeader("X-Forwarded-For", "192.0.2.1, 203.0.113.7, 127.0.0.9")))) {
            String requestId = sts.getCallerIdentity().responseMetadata().requestId();

            assertThat(behindAProxy.bean(PostgresEventLog.class).read(0, 100_000))
                    .map(event -> CallMetadata.read(event.metadata()))
                    .filteredOn(call -> call.requestId().equals(requestId))
                    .singleElement()
                    .satisfies(call -> assertThat(call.sourceAddress()).isEqualTo("203.0.113.7"));
        }
    }

    @Test
    void a_client_that_waits_for_a_word_before_its_body_is_told_once_and_only_then_answered() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            write(socket, "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");
            assertThat(read(socket)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            write(socket, "0123456789");
            assertThat(read(socket)).startsWith("HTTP/1.1 4").doesNotContain("Continue");
        }
    }

    @Test
    void a_request_that_comes_in_small_pieces_is_answered_like_another() throws Exception {
        String request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 12000\r\n\r\n" + "x".repeat(12_000);
        try (Socket socket = new Socket("127.0.0.1", server.endpoint().getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            for (int at = 0; at < request.length(); at += 997) {
                write(socket, request.substring(at, Math.min(request.length(), at + 997)));
                Thread.sleep(2);
            }
            assertThat(read(socket))
                    .startsWith("HTTP/1.1 40")
                    .startsWith(answer(request).substring(0, 12));
        }
    }

    private int statusOfChunked(int bytes) throws Exception {
        String body = Integer.toHexString(bytes) + "\r\n" + "x".repeat(bytes) + "\r\n0\r\n\r\n";
        String answer = answer("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 404".length()));
    }

    private String answer(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            write(socket, request);
            return read(socket);
        }
    }

    private static void write(Socket socket, String text) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The first bytes of the answer, which hold all that is asked for here. */
    private static String read(Socket socket) throws Exception {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[4096];
        int read = in.read(bytes);
        return new String(bytes, 0, Math.max(0, read), StandardCharsets.US_ASCII);
    }
}
