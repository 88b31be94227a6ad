package io.attestore.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.attestore.server.RunningServer;
import io.attestore.server.client.ManageLine;
import io.attestore.server.store.PrivateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes of parameters, told by a server to a receiver that fails now and then. */
class WebhooksTest {

    private static final byte[] KEY = "0123456789012345678901234567890123456789".getBytes(UTF_8);
    private static final String VALUE = "the-value-that-no-webhook-hears";

    @TempDir
    Path folder;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger forged = new AtomicInteger();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        PrivateFile.write(
                folder.resolve("secret"), "whsec_" + Base64.getEncoder().encodeToString(KEY));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stopListening() {
        receiver.stop(0);
    }

    @Test
    void every_change_is_told_in_order_through_failures_and_a_restart_and_no_value_is_in_it() throws Exception {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.start(data, settings("185"));
                SsmClient ssm = server.client(SsmClient.builder())) {
            failures.set(2);
            put(ssm, "/hook/a");
            put(ssm, "/hook/a");
            ssm.getParameter(request -> request.name("/hook/a").withDecryption(true));
            await(() -> told().size() == 2);
        }
        try (RunningServer server = RunningServer.start(data, settings("185"));
                SsmClient ssm = server.client(SsmClient.builder())) {
            ssm.deleteParameter(request -> request.name("/hook/a"));
            await(() -> told().size() == 3);
            assertThat(get(server.management().resolve("/metrics"))).contains("attestore_webhook_dead_letters{");
        }
        assertThat(told()).containsExactly("Create /hook/a", "Update /hook/a", "Delete /hook/a");
        assertThat(bodies).noneMatch(body -> body.contains(VALUE));
        assertThat(forged).hasValue(0);
    }

    @Test
    void what_is_given_up_is_shown_and_told_again_by_a_command() throws Exception {
        try (RunningServer server = RunningServer.start(folder.resolve("data"), settings("1"));
                SsmClient ssm = server.client(SsmClient.builder())) {
            failures.set(1);
            put(ssm, "/hook/b");
            put(ssm, "/hook/c");
            await(() -> bodies.size() == 1);

            assertThat(manage(server, "webhooks")).singleElement().asString().contains("\"deadLetters\":1");
            assertThat(manage(server, "webhooks", "redeliver", "test"))
                    .singleElement()
                    .asString()
                    .contains("\"redelivered\":1");
        }
        assertThat(told()).containsExactly("Create /hook/c", "Create /hook/b");
    }

    private Map<String, String> settings(String attemptsMax) {
        Map<String, String> settings = new HashMap<>();
        settings.put("attestore.changes.webhooks[0].name", "test");
        settings.put(
                "attestore.changes.webhooks[0].url",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
        settings.put(
                "attestore.changes.webhooks[0].secret-file",
                folder.resolve("secret").toString());
        settings.put("attestore.changes.pause-min", "50ms");
        settings.put("attestore.changes.attempts-max", attemptsMax);
        return settings;
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String signed = exchange.getRequestHeaders().getFirst("webhook-id") + "."
                + exchange.getRequestHeaders().getFirst("webhook-timestamp") + "." + body;
        if (!signature(signed).equals(exchange.getRequestHeaders().getFirst("webhook-signature"))) {
            forged.incrementAndGet();
        }
        boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!fails) {
            bodies.add(body);
        }
        exchange.sendResponseHeaders(fails ? 503 : 200, -1);
        exchange.close();
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each change once: one that is told while the server stops may be told again. */
    private List<String> told() {
        return bodies.stream()
                .map(body -> new JsonMapper().readTree(body))
                .map(WebhooksTest::told)
                .distinct()
                .toList();
    }

    private static String told(JsonNode event) {
        return event.at("/detail/operation").asString() + " "
                + event.at("/detail/name").asString();
    }

    private static void put(SsmClient ssm, String name) {
        ssm.putParameter(request ->
                request.name(name).value(VALUE).type(ParameterType.STRING).overwrite(true));
    }

    private static List<String> manage(RunningServer server, String command, String... arguments) {
        List<String> out = new ArrayList<>();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--management-port", Integer.toString(server.management().getPort())));
        ManageLine.run(command, all, Map.of(), out::add);
        return out;
    }

    private static String get(URI uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
