package io.attestore.proof.torture.hostile;

import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.KeptConnection;
import io.attestore.proof.torture.client.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Connections from several addresses, each of which sends the same request again as soon as it is answered. */
final class Flood implements Harm {

    private static final int VALUE_CHARACTERS = 8_000;
    private static final long SIGNED_NANOS = 60_000_000_000L;

    private final URI server;
    private final SignedRequest request;
    private final Credentials credentials;
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    private Flood(URI server, SignedRequest request, Credentials credentials, int connections) {
        this.server = server;
        this.request = request;
        this.credentials = credentials;
        for (int i = 0; i < connections; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> client(number)));
        }
    }

    static Flood ofWrongSignatures(URI server, Credentials known, int connections) {
        SignedRequest read = SignedRequest.json("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"/flood\"}");
        return new Flood(server, read, new Credentials(known.id(), "a/secret/that/nobody/has"), connections);
    }

    /** @param repetitions of a pattern that no value matches: 25 are matched, 400 compiled, 900 neither */
    static Flood ofPatterns(URI server, Credentials attacker, int connections, int repetitions) {
        String body = """
                {"Name":"/heavy","Type":"String","Tier":"Advanced","Overwrite":true,\
                "AllowedPattern":"((x*)*(x?)*){%d}y","Value":"%s"}""".formatted(repetitions, "x".repeat(VALUE_CHARACTERS));
        return new Flood(server, SignedRequest.json("ssm", "AmazonSSM.PutParameter", body), attacker, connections);
    }

    private void client(int number) {
        try (KeptConnection connection = new KeptConnection(server, Hosts.hostile(number))) {
            byte[] bytes = {};
            long signed = 0;
            while (running) {
                if (bytes.length == 0 || System.nanoTime() - signed > SIGNED_NANOS) {
                    bytes = request.bytes(server.getAuthority(), credentials);
                    signed = System.nanoTime();
                }
                note(answer(connection, bytes));
            }
        } catch (IOException closing) {
            // the campaign ends
        }
    }

    private static String answer(KeptConnection connection, byte[] bytes) {
        try {
            return Integer.toString(connection.exchange(bytes).status());
        } catch (IOException closed) {
            return "closed";
        }
    }

    private void note(String answer) {
        answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
    }

    @Override
    public String seen() {
        return "answers by status: " + new TreeMap<>(answers);
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
