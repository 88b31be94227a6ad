package io.attestore.door.sigv4;

import static io.attestore.door.testing.Requests.ACCOUNT;
import static io.attestore.door.testing.Requests.NOW;
import static io.attestore.door.testing.Requests.accessKey;
import static io.attestore.door.testing.Requests.arriving;
import static io.attestore.door.testing.Requests.form;
import static io.attestore.door.testing.Requests.get;
import static io.attestore.door.testing.Requests.presigned;
import static io.attestore.door.testing.Requests.signed;
import static io.attestore.door.testing.Requests.unsigned;
import static io.attestore.door.testing.Requests.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.door.FrontDoor;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.sigv4.Replays.Seen;
import io.attestore.door.testing.RecordingRunner;
import io.attestore.events.id.AccountId;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplaysTest {

    private static final AccountId OTHER = new AccountId("444455556666");

    private final RememberedSignatures replays = new RememberedSignatures(12);
    private final RecordingRunner runner = new RecordingRunner();
    private final FrontDoor door = runner.door((code, reason, address) -> {}, replays);

    /** What the window is: a request that is dated five minutes ahead is accepted for ten minutes. */
    @Test
    void a_signature_that_is_dated_ahead_lives_for_ten_minutes() {
        SignatureVerifier signatures = new SignatureVerifier(id -> Optional.of(accessKey()));
        HttpRequest ahead = put("/a", NOW.plus(Duration.ofMinutes(5)));

        assertThat(signatures.verify(ahead, "ssm")).isInstanceOf(Verdict.Verified.class);
        assertThat(signatures.verify(arriving(ahead, NOW.plus(Duration.ofMinutes(10))), "ssm"))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(signatures.verify(
                        arriving(ahead, NOW.plus(Duration.ofMinutes(10)).plusMillis(1)), "ssm"))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_replayed_write_is_refused_and_recorded() {
        assertThat(text(door.answer(put("/a", NOW)))).contains("\"Version\":1");

        assertThat(text(door.answer(put("/a", NOW))))
                .startsWith("{\"__type\":\"InvalidSignatureException\",\"message\":\"Signature already used");
        assertThat(runner.refusals).singleElement().asString().startsWith("PutParameter InvalidSignatureException");
        assertThat(text(door.answer(put("/b", NOW)))).contains("\"Version\":1");
        assertThat(text(door.answer(put("/a", NOW.plusSeconds(1))))).contains("\"Version\":1");
    }

    @Test
    void a_presigned_request_is_known_again() {
        HttpRequest presigned = presigned(get("Action=Any", Map.of()), "us-east-1", "sts", NOW);

        assertThat(replays.see(presigned, ACCOUNT)).isEqualTo(Seen.FIRST_TIME);
        assertThat(replays.see(presigned, ACCOUNT)).isEqualTo(Seen.AGAIN);
        replays.forget(presigned);
        assertThat(replays.see(presigned, ACCOUNT)).isEqualTo(Seen.FIRST_TIME);
    }

    /** It is accepted for fifteen minutes, and remembered until then, not only refused like what may have been forgotten. */
    @Test
    void a_form_is_remembered_for_as_long_as_it_is_accepted() {
        RememberedSignatures four = new RememberedSignatures(4);
        four.see(form("Action=Any"), ACCOUNT);

        HttpRequest later = arriving(put("/b", NOW.plus(Duration.ofMinutes(15))), NOW.plus(Duration.ofMinutes(15)));

        assertThat(four.see(later, ACCOUNT)).isEqualTo(Seen.TOO_MANY);
    }

    @Test
    void whoever_is_allowed_to_replay_may() {
        FrontDoor usual = runner.door((code, reason, address) -> {});

        usual.answer(put("/a", NOW));

        assertThat(text(usual.answer(put("/a", NOW)))).contains("\"Version\":1");
    }

    @Test
    void a_read_may_be_replayed() {
        HttpRequest read = form("Action=GetCallerIdentity&Version=2011-06-15");
        byte[] body = read.body().clone();

        assertThat(door.answer(read).status()).isEqualTo(200);
        assertThat(door.answer(with(read, read.headers(), body)).status()).isEqualTo(200);
    }

    /** Nothing was done: a client that signs the same call twice within a second tries again in good faith. */
    @Test
    void what_was_throttled_may_come_again() {
        runner.run = (operation, input) -> {
            throw new LogOverloadedException("too much");
        };
        assertThat(text(door.answer(put("/a", NOW)))).contains("ThrottlingException");
        runner.run = (operation, input) -> {
            throw new LogUnavailableException("may have been written");
        };
        assertThat(text(door.answer(put("/a", NOW)))).contains("ServiceUnavailable");

        assertThat(text(door.answer(put("/a", NOW)))).contains("Signature already used");
    }

    @Test
    void a_signature_is_known_for_as_long_as_its_time_is_accepted() {
        HttpRequest ahead = put("/a", NOW.plus(Duration.ofMinutes(5)));
        Instant last = NOW.plus(Duration.ofMinutes(10));

        assertThat(replays.see(ahead, ACCOUNT)).isEqualTo(Seen.FIRST_TIME);
        assertThat(replays.see(put("/later", last), ACCOUNT)).isEqualTo(Seen.FIRST_TIME);
        assertThat(replays.see(arriving(ahead, last), ACCOUNT)).isEqualTo(Seen.AGAIN);
    }

    @Test
    void a_clock_that_is_set_back_revives_nothing() {
        replays.see(put("/a", NOW), ACCOUNT);
        replays.see(arriving(put("/b", NOW.plus(Duration.ofMinutes(6))), NOW.plus(Duration.ofMinutes(6))), ACCOUNT);

        assertThat(replays.see(put("/a", NOW), ACCOUNT)).isEqualTo(Seen.AGAIN);
    }

    @Test
    void memory_is_bounded_and_no_account_takes_all_of_it() {
        for (String name : new String[] {"/a", "/b", "/c"}) {
            assertThat(replays.see(put(name, NOW), ACCOUNT)).isEqualTo(Seen.FIRST_TIME);
        }

        assertThat(replays.see(put("/d", NOW), ACCOUNT)).isEqualTo(Seen.TOO_MANY);
        assertThat(text(door.answer(put("/d", NOW)))).contains("ThrottlingException");
        assertThat(replays.see(put("/e", NOW), OTHER)).isEqualTo(Seen.FIRST_TIME);
        for (int account = 0; account < 8; account++) {
            replays.see(put("/f" + account, NOW), new AccountId("70000000000" + account));
        }
        assertThat(replays.see(put("/g", NOW), new AccountId("800000000000"))).isEqualTo(Seen.TOO_MANY);
        Instant later = NOW.plus(Duration.ofMinutes(6));
        assertThat(replays.see(arriving(put("/h", later), later), ACCOUNT)).isEqualTo(Seen.FIRST_TIME);
    }

    private static HttpRequest put(String name, Instant signedAt) {
        return signed(
                unsigned(
                        "/",
                        "",
                        Map.of("content-type", "application/x-amz-json-1.1", "x-amz-target", "AmazonSSM.PutParameter"),
                        ("{\"Name\":\"" + name + "\",\"Value\":\"v\"}").getBytes(UTF_8)),
                "eu-central-1",
                "ssm",
                signedAt);
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), UTF_8);
    }
}
