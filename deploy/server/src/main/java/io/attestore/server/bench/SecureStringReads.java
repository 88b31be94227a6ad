package io.attestore.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;

/** Puts SecureStrings and reads them with decryption, each worker one of its own over one kept-alive connection. */
final class SecureStringReads {

    private static final String VALUE = "bench-value-" + "0123456789abcdef".repeat(6);
    private static final byte[] EXPECTED = VALUE.getBytes(US_ASCII);

    private final Clock clock;
    private final int parameters;

    SecureStringReads(Clock clock, int parameters) {
        this.clock = clock;
        this.parameters = parameters;
    }

    void putAll(SigningClient.Target target) throws IOException {
        SigningClient client = new SigningClient(target, "ssm", clock);
        try (HttpConnection connection = new HttpConnection(target.host(), target.port())) {
            for (int index = 0; index < parameters; index++) {
                String body =
                        "{\"Name\":\"" + name(index) + "\",\"Type\":\"SecureString\",\"Value\":\"" + VALUE + "\"}";
                requireOk(connection.exchange(client.request("AmazonSSM.PutParameter", body.getBytes(UTF_8))));
            }
        }
    }

    Load.Worker open(SigningClient.Target target, int index) throws IOException {
        SigningClient client = new SigningClient(target, "ssm", clock);
        HttpConnection connection = new HttpConnection(target.host(), target.port());
        byte[] body = ("{\"Name\":\"" + name(index % parameters) + "\",\"WithDecryption\":true}").getBytes(UTF_8);
        return new Load.Worker() {
            @Override
            public void once() throws IOException {
                HttpConnection.Answer answer = connection.exchange(client.request("AmazonSSM.GetParameter", body));
                requireOk(answer);
                requireValue(answer.body());
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** The value that the door alone answers with, so that both answers are of one size. */
    static String value() {
        return VALUE;
    }

    private static String name(int index) {
        return "/bench/parameter/" + index;
    }

    private static void requireOk(HttpConnection.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("Answered " + answer.status() + ": " + new String(answer.body(), UTF_8));
        }
    }

    /** A read that does not hold the value would be cheap and wrong. */
    private static void requireValue(byte[] body) throws IOException {
        for (int start = 0; start <= body.length - EXPECTED.length; start++) {
            if (Arrays.equals(body, start, start + EXPECTED.length, EXPECTED, 0, EXPECTED.length)) {
                return;
            }
        }
        throw new IOException("The answer does not hold the value");
    }
}
