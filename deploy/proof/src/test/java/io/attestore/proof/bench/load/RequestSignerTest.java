package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.sigv4.AccessKey;
import io.attestore.door.sigv4.SignatureVerifier;
import io.attestore.door.sigv4.Verdict;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The load generator's signatures, judged by the verifier that the server itself uses. */
class RequestSignerTest {

    private static final Target TARGET =
            new Target("127.0.0.1", 7300, "AKIABENCHBENCHBENCH1", "a/secret/that/opens/nothing/at/all/00000");
    private static final Question READ = question("us-east-1", "{\"Name\":\"/a\"}");

    private Instant now = Instant.parse("2026-11-22T23:59:58Z");
    private final RequestSigner signer = new RequestSigner(TARGET, () -> now);
    private final SignatureVerifier verifier = new SignatureVerifier(id -> Optional.of(AccessKey.ofRoot(
            new AccessKeyId(TARGET.accessKeyId()),
            new AccountId("123456789012"),
            SecretBytes.takingOwnershipOf(TARGET.secretAccessKey().getBytes(UTF_8)))));

    @Test
    void the_servers_verifier_knows_whose_the_request_is() {
        assertThat(verdict(sent(READ))).isInstanceOfSatisfying(Verdict.Verified.class, verified -> {
            assertThat(verified.caller().principal().accessKeyId()).contains(new AccessKeyId(TARGET.accessKeyId()));
            assertThat(verified.caller().region().value()).isEqualTo("us-east-1");
        });
    }

    @Test
    void requests_for_other_regions_take_turns() {
        for (String region : List.of("us-east-1", "us-east-2", "us-east-1", "eu-central-1")) {
            assertThat(verdict(sent(question(region, "{\"Name\":\"/a\"}"))))
                    .isInstanceOfSatisfying(
                            Verdict.Verified.class,
                            verified -> assertThat(verified.caller().region().value())
                                    .isEqualTo(region));
        }
    }

    @Test
    void the_signature_is_of_this_body_only() {
        HttpRequest read = sent(READ);
        HttpRequest other = sent(question("us-east-1", "{\"Name\":\"/b\"}"));
        HttpRequest forged = new HttpRequest(
                read.id(),
                read.at(),
                read.sourceAddress(),
                read.method(),
                read.path(),
                read.query(),
                read.headers(),
                other.body(),
                read.tls());

        assertThat(verdict(other)).isInstanceOf(Verdict.Verified.class);
        assertThat(verdict(forged)).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_new_second_is_signed_anew_and_a_new_day_under_its_own_key() {
        HttpRequest before = sent(READ);
        now = now.plus(Duration.ofSeconds(1));
        HttpRequest nextSecond = sent(READ);
        now = now.plus(Duration.ofSeconds(1));
        HttpRequest nextDay = sent(READ);

        assertThat(nextSecond.header("authorization")).isNotEqualTo(before.header("authorization"));
        assertThat(nextDay.header("x-amz-date")).contains("20261123T000000Z");
        assertThat(verdict(nextSecond)).isInstanceOf(Verdict.Verified.class);
        assertThat(verdict(nextDay)).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void the_target_is_printed_without_its_secret() {
        assertThat(TARGET.toString()).contains(TARGET.accessKeyId()).doesNotContain(TARGET.secretAccessKey());
    }

    private static Question question(String region, String body) {
        return Question.of(ApiCall.GET_PARAMETER.in(region), body, AnswerCheck.holds("{"));
    }

    private Verdict verdict(HttpRequest request) {
        return verifier.verify(request, "ssm");
    }

    /** The request as a server reads it. */
    private HttpRequest sent(Question question) {
        String text = ISO_8859_1.decode(signer.write(question)).toString();
        int head = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, head).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("POST / HTTP/1.1");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] nameAndValue = line.split(": ", 2);
            assertThat(headers.put(nameAndValue[0], List.of(nameAndValue[1]))).isNull();
        }
        byte[] body = text.substring(head + 4).getBytes(ISO_8859_1);
        assertThat(headers.get("Content-Length")).containsExactly(Integer.toString(body.length));
        return new HttpRequest("id", now, "127.0.0.1", "POST", "/", "", headers, body, Optional.empty());
    }
}
