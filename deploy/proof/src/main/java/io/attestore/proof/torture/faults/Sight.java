package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.SignedRequest;
import io.attestore.proof.torture.ledger.Load;
import io.attestore.proof.torture.process.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What can be seen of a store from outside while harm is done to it. */
final class Sight {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Store store;
    private final ApiClient client;
    private final Load load;
    private final Duration limit;
    private final List<String> violations = new ArrayList<>();

    /** @param limit within which every call has to be answered */
    Sight(Store store, ApiClient client, Load load, Duration limit) {
        this.store = store;
        this.client = client;
        this.load = load;
        this.limit = limit;
    }

    ApiClient client() {
        return client;
    }

    Load load() {
        return load;
    }

    void violated(String what) {
        violations.add(what);
    }

    List<String> violations() {
        return violations;
    }

    /** Returns when clients of the load are told that nothing goes. */
    void awaitFailures() throws InterruptedException {
        long before = load.failed();
        Wait.until("calls fail", PATIENCE, () -> load.failed() > before);
    }

    /** Returns when clients of the load succeed, each about once more. */
    void awaitSuccesses() throws InterruptedException {
        long before = load.answered();
        Wait.until("calls succeed", PATIENCE, () -> load.answered() > before + Trial.CLIENTS);
    }

    /** Nothing goes now: every kind of call has to say so in AWS's form and in time, and so has readiness. */
    void requireClosed() throws InterruptedException {
        requireRefusal("GetParameter", () -> client.get("/torture/0/0"), "ServiceUnavailable\"");
        requireRefusal("PutParameter", () -> client.put("/torture-probe", "never"), "ServiceUnavailable\"");
        requireRefusal(
                "GetCallerIdentity",
                () -> client.call(SignedRequest.form("sts", "Action=GetCallerIdentity&Version=2011-06-15")),
                "<Code>ServiceUnavailable</Code>");
        Wait.until("readiness is down", PATIENCE, () -> readiness() == 503);
    }

    private void requireRefusal(String operation, Supplier<Answer> call, String code) {
        long begun = System.nanoTime();
        Answer answer = call.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (took.compareTo(limit) > 0) {
            violated(operation + " was refused after " + took.toMillis() + " ms");
        }
        if (answer.status() != 503 || !answer.body().contains(code)) {
            violated(operation + " was answered " + answer.status() + " while nothing could be recorded");
        }
    }

    /** Returns when a call is recorded again and the store says that it is ready; or when it has ended, as it may late. */
    void awaitRecoveryOrEnd() throws InterruptedException {
        Wait.until(
                "the store recovers",
                PATIENCE,
                () -> store.hasEnded() || client.kms("ListKeys", "{}").isOk());
        Wait.until("readiness is up", PATIENCE, () -> store.hasEnded() || readiness() == 200);
    }

    private int readiness() throws IOException, InterruptedException {
        URI probe = store.management().resolve("/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(probe)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
