package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.conventions.RunsAlone;
import io.attestore.proof.bench.load.Question.Conversation;
import io.attestore.proof.bench.load.Question.Conversations;
import io.attestore.proof.bench.meter.Meters;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RunsAlone
class LoadGeneratorTest {

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Meters METERS = Meters.ofServer(ProcessHandle.current().pid());
    private static final Question ASK =
            Question.of(ApiCall.GET_PARAMETER.in("us-east-1"), "{}", AnswerCheck.holds("\"right\""));
    private static final String RIGHT = answer("200 OK", "{\"value\":\"right\"}");

    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket listener;

    @AfterEach
    void stopListening() throws IOException {
        listener.close();
    }

    @Test
    void every_connection_asks_again_when_it_is_answered() throws Exception {
        Measurement measured =
                load(RIGHT, 3, connection -> Conversation.repeating(ASK)).during(SHORT);

        assertThat(measured.answers()).isGreaterThan(3).isLessThanOrEqualTo(requests.get());
        assertThat(measured.answers()).isGreaterThanOrEqualTo(requests.get() - 3L);
        assertThat(measured.seconds()).isBetween(0.05, 0.151);
        assertThat(measured.latency().getTotalCount()).isEqualTo(measured.answers());
        assertThat(measured.p99Millis()).isGreaterThanOrEqualTo(measured.p50Millis());
    }

    @Test
    void who_has_asked_everything_is_done_before_the_time_is_over() throws Exception {
        AtomicInteger left = new AtomicInteger(25);
        Conversations finite = connection -> () -> left.getAndDecrement() > 0 ? Optional.of(ASK) : Optional.empty();

        Measurement measured = load(RIGHT, 4, finite).during(LONG);

        assertThat(measured.answers()).isEqualTo(25);
        assertThat(requests).hasValue(25);
        assertThat(measured.seconds()).isLessThan(30);
    }

    @Test
    void an_answer_without_what_it_must_hold_fails_the_measurement() throws Exception {
        Load load = load(answer("200 OK", "{\"value\":\"wrong\"}"), 1, connection -> Conversation.repeating(ASK));

        assertThatThrownBy(() -> load.during(SHORT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hold");
    }

    @Test
    void an_error_fails_the_measurement() throws Exception {
        Load load = load(answer("503 No", "{\"value\":\"right\"}"), 1, connection -> Conversation.repeating(ASK));

        assertThatThrownBy(() -> load.during(SHORT)).hasMessageContaining("503").hasMessageContaining("right");
    }

    @Test
    void a_server_that_hangs_up_fails_the_measurement() throws Exception {
        Load load = load("", 1, connection -> Conversation.repeating(ASK));

        assertThatThrownBy(() -> load.during(SHORT)).isInstanceOf(IOException.class);
    }

    @Test
    void a_long_answer_is_read_whole() throws Exception {
        String padding = "x".repeat(100_000);

        Measurement measured = load(
                        answer("200 OK", "{\"padding\":\"" + padding + "\",\"value\":\"right\"}"),
                        1,
                        connection -> Conversation.repeating(ASK))
                .during(SHORT);

        assertThat(measured.answers()).isPositive();
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nX-Other: 1\r\ncontent-length:" + body.length() + "\r\n\r\n" + body;
    }

    /** A server that gives everybody the same answer, a piece at a time. */
    private Load load(String answer, int connections, Conversations conversations) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    Thread.ofVirtual().start(() -> serve(socket, answer.getBytes(UTF_8)));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        Target target = new Target("127.0.0.1", listener.getLocalPort(), "AKIABENCHBENCHBENCH1", "nothing");
        return LoadGenerator.of(target, connections, conversations, METERS);
    }

    private void serve(Socket socket, byte[] answer) {
        try (socket) {
            while (answer.length > 0) {
                readRequest(socket.getInputStream());
                requests.incrementAndGet();
                int half = answer.length / 2;
                socket.getOutputStream().write(answer, 0, half);
                socket.getOutputStream().flush();
                socket.getOutputStream().write(answer, half, answer.length - half);
            }
        } catch (IOException gone) {
            // As expected at the end.
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!request.toString().endsWith("\r\n\r\n{}")) {
            int read = in.read(buffer);
            if (read < 0) {
                throw new EOFException();
            }
            request.append(new String(buffer, 0, read, ISO_8859_1));
        }
    }
}
