package io.attestore.proof.torture.ledger;

import io.attestore.proof.torture.ledger.Asked.DescribeKey;
import io.attestore.proof.torture.ledger.Asked.GetByPath;
import io.attestore.proof.torture.ledger.Outcome.Answered;
import io.attestore.proof.torture.ledger.Outcome.Unknown;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Asks a store that has recovered for everything: all parameters with all their versions, all keys, what they have
 * sealed. The answers are noted like any others, so the audit judges them; only that there is an answer is required here.
 */
final class Survey {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 100;

    private final NotingClient client;
    private final Scene scene;
    private final Consumer<String> wrong;

    Survey(NotingClient client, Scene scene, Consumer<String> wrong) {
        this.client = client;
        this.scene = scene;
        this.wrong = wrong;
    }

    void run() throws InterruptedException {
        for (String folder : scene.folders()) {
            answer("the parameters in " + folder, () -> client.ask(new GetByPath(folder)));
        }
        for (String name : scene.names()) {
            history(name);
        }
        for (String keyId : scene.keys()) {
            answer("the key " + keyId, () -> client.ask(new DescribeKey(keyId)));
        }
        for (Sealed sealed : scene.ciphertexts()) {
            answer("what the key " + sealed.keyId() + " has sealed", () -> client.decrypt(sealed));
        }
    }

    private void history(String name) throws InterruptedException {
        long after = 0;
        String token = "";
        do {
            long from = after;
            String page = token;
            Outcome outcome = answer("the versions of " + name, () -> client.history(name, from, page));
            token = "";
            if (outcome instanceof Answered answered) {
                token = answered.output().path("NextToken").asString("");
                for (JsonNode version : answered.output().path("Parameters")) {
                    after = version.path("Version").asLong();
                }
            }
        } while (!token.isEmpty());
    }

    private Outcome answer(String what, Supplier<Outcome> question) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Outcome outcome = question.get();
        while (outcome instanceof Unknown && System.nanoTime() - deadline < 0) {
            Thread.sleep(PAUSE_MILLIS);
            outcome = question.get();
        }
        if (outcome instanceof Unknown) {
            wrong.accept("a store that has recovered does not tell " + what);
        }
        return outcome;
    }
}
