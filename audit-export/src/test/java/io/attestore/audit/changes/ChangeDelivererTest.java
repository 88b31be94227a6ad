package io.attestore.audit.changes;

import static io.attestore.audit.fixture.Calls.WHERE;
import static io.attestore.audit.fixture.Calls.disclosed;
import static io.attestore.audit.fixture.Calls.getParameter;
import static io.attestore.audit.fixture.Calls.put;
import static io.attestore.audit.fixture.Calls.writing;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.MemoryLog;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.postgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ChangeDelivererTest {

    private static final DeliverySettings SETTINGS = new DeliverySettings(
            3,
            Duration.ofDays(3650),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(50));

    @TempDir
    Path folder;

    private final MemoryLog log = new MemoryLog();
    private TestDatabase database;
    private WebhookReceiver receiver;
    private Webhook webhook;

    @BeforeEach
    void prepare() throws Exception {
        database = TestDatabase.fresh();
        ChangeSchema.migrate(database.dataSource());
        receiver = new WebhookReceiver();
        Path secret = Files.writeString(folder.resolve("secret"), WebhookReceiver.SECRET + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        webhook = Webhook.of("ci", receiver.url(), WebhookSecret.read(secret), false);
        change("/before", 1);
    }

    @AfterEach
    void cleanUp() {
        receiver.close();
        database.close();
    }

    @Test
    void a_new_webhook_hears_of_every_change_from_then_on_in_order_and_of_no_read() {
        try (ChangeDeliverer deliverer = started(SETTINGS)) {
            change("/a", 1);
            log.append(getParameter("/a"), disclosed("/a"));
            change("/a", 2);
            log.append(
                    writing("ssm", "DeleteParameter", "{}", "{}"),
                    new ParameterDeleted(WHERE, new ParameterName("/a"), List.of("data-key-1")));

            await(() -> receiver.accepted().size() == 3);
        }
        assertThat(receiver.accepted())
                .map(ChangeDelivererTest::told)
                .containsExactly("Create /a", "Update /a", "Delete /a");
        assertThat(receiver.badSignatures()).isEmpty();
        JsonNode first = receiver.accepted().getFirst();
        assertThat(first.path("source").asString()).isEqualTo("aws.ssm");
        assertThat(first.path("detail-type").asString()).isEqualTo("Parameter Store Change");
        assertThat(first.path("account").asString()).isEqualTo("123456789012");
        assertThat(first.path("time").asString()).isEqualTo("2026-11-21T23:48:44Z");
        assertThat(first.at("/resources/0").asString()).isEqualTo("arn:aws:ssm:eu-central-1:123456789012:parameter/a");
        assertThat(first.at("/detail/type").asString()).isEqualTo("SecureString");
    }

    @Test
    void what_fails_is_told_again_and_nothing_overtakes_it() {
        try (ChangeDeliverer deliverer = started(SETTINGS)) {
            receiver.answering(500, 429);
            change("/a", 1);
            change("/b", 1);

            await(() -> receiver.accepted().size() == 2);
        }
        assertThat(receiver.refused()).map(ChangeDelivererTest::told).containsExactly("Create /a", "Create /a");
        assertThat(receiver.accepted()).map(ChangeDelivererTest::told).containsExactly("Create /a", "Create /b");
    }

    @Test
    void what_is_given_up_is_a_dead_letter_that_can_be_told_once_more() throws Exception {
        try (ChangeDeliverer deliverer = started(SETTINGS)) {
            receiver.answering(500, 500, 500, 302);
            change("/a", 1);
            change("/b", 1);
            change("/c", 1);

            await(() -> receiver.accepted().size() == 1);
            assertThat(receiver.accepted()).map(ChangeDelivererTest::told).containsExactly("Create /c");
            await(() -> deliverer.status().getFirst().deadLetters() == 2);

            receiver.answering(503);
            assertThat(deliverer.redeliver("ci")).contains(0);
            assertThat(deliverer.redeliver("ci")).contains(2);

            assertThat(deliverer.status().getFirst().deadLetters()).isZero();
            assertThat(deliverer.redeliver("nobody")).isEmpty();
        }
        assertThat(receiver.accepted())
                .map(ChangeDelivererTest::told)
                .containsExactly("Create /c", "Create /a", "Create /b");
    }

    @Test
    void a_node_that_does_not_know_the_event_of_a_dead_letter_yet_keeps_the_letter() throws Exception {
        try (ChangeDeliverer deliverer = started(SETTINGS)) {
            receiver.answering(302);
            change("/a", 1);
            await(() -> deliverer.status().getFirst().deadLetters() == 1);
        }
        var behind = new ChangeDeliverer(
                List.of(webhook), database.dataSource(), new MemoryLog(), SETTINGS, Clock.systemUTC());
        try (behind) {
            assertThat(behind.redeliver("ci")).contains(0);
            assertThat(behind.status().getFirst().deadLetters()).isEqualTo(1);
        }
    }

    @Test
    void what_is_older_than_the_age_limit_gets_one_attempt() {
        DeliverySettings impatient = new DeliverySettings(
                100,
                Duration.ofMillis(1),
                SETTINGS.pauseMin(),
                SETTINGS.pauseMax(),
                SETTINGS.connectLimit(),
                SETTINGS.answerLimit(),
                SETTINGS.idle());
        try (ChangeDeliverer deliverer = started(impatient)) {
            receiver.answering(500);
            change("/a", 1);
            change("/b", 1);
            await(() -> receiver.accepted().size() == 1);
            assertThat(deliverer.status().getFirst().deadLetters()).isEqualTo(1);
        }
    }

    @Test
    void a_restart_continues_where_it_was_and_a_restarted_receiver_misses_nothing() {
        try (ChangeDeliverer deliverer = started(SETTINGS)) {
            change("/a", 1);
            await(() -> receiver.accepted().size() == 1);
        }
        change("/b", 1);
        change("/c", 1);
        try (ChangeDeliverer deliverer = started(SETTINGS)) {
            await(() -> told().size() == 3);
        }
        assertThat(told()).containsExactly("Create /a", "Create /b", "Create /c");
    }

    /** Each event once, as a receiver keeps them: one that is told while a server stops may be told again. */
    private List<String> told() {
        Map<String, String> byId = new LinkedHashMap<>();
        receiver.accepted().forEach(event -> byId.putIfAbsent(event.path("id").asString(), told(event)));
        return List.copyOf(byId.values());
    }

    @Test
    void of_two_nodes_one_tells_at_a_time() {
        try (ChangeDeliverer one = started(SETTINGS);
                ChangeDeliverer other = started(SETTINGS)) {
            for (int number = 1; number <= 30; number++) {
                change("/p" + number, 1);
            }
            await(() -> receiver.accepted().size() >= 30);
        }
        assertThat(receiver.accepted())
                .map(event -> event.at("/detail/name").asString())
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> "/p" + number)
                        .toList());
    }

    private ChangeDeliverer started(DeliverySettings settings) {
        var deliverer = new ChangeDeliverer(List.of(webhook), database.dataSource(), log, settings, Clock.systemUTC());
        deliverer.start();
        return deliverer;
    }

    private void change(String name, long version) {
        log.append(writing("ssm", "PutParameter", "{}", "{}"), put(name, version));
    }

    private static String told(JsonNode event) {
        return event.at("/detail/operation").asString() + " "
                + event.at("/detail/name").asString();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
