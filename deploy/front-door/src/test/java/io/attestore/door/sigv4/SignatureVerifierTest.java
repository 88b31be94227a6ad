package io.attestore.door.sigv4;

import static io.attestore.door.testing.Requests.KEY_ID;
import static io.attestore.door.testing.Requests.NOW;
import static io.attestore.door.testing.Requests.arriving;
import static io.attestore.door.testing.Requests.signed;
import static io.attestore.door.testing.Requests.unsigned;
import static io.attestore.door.testing.Requests.with;
import static io.attestore.door.testing.Requests.withHeader;
import static io.attestore.door.testing.Requests.withPath;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.sigv4.Verdict.Reason;
import io.attestore.door.sigv4.Verdict.Rejected;
import io.attestore.door.sigv4.Verdict.Verified;
import io.attestore.door.testing.Requests;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

    private static final String OTHER_SIGNATURE =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. Consult the service documentation for details.";

    private final SignatureVerifier verifier =
            new SignatureVerifier(id -> id.equals(KEY_ID) ? Optional.of(Requests.accessKey()) : Optional.empty());

    private final HttpRequest request = signedRequest();

    @Test
    void a_signed_request_is_its_callers() {
        Caller caller = ((Verified) verifier.verify(request, "ssm")).caller();

        assertThat(caller.principal().arn().value()).isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(caller.principal().accessKeyId()).contains(KEY_ID);
        assertThat(caller.region().value()).isEqualTo("eu-central-1");
        assertThat(caller.service()).isEqualTo("ssm");
    }

    @Test
    void the_root_of_a_chinese_region_is_in_the_chinese_partition() {
        HttpRequest chinese = signed(unsignedRequest(), "cn-north-1", "ssm", NOW);

        Caller caller = ((Verified) verifier.verify(chinese, "ssm")).caller();

        assertThat(caller.principal().arn().value()).isEqualTo("arn:aws-cn:iam::111122223333:root");
    }

    @Property(tries = 200)
    void whatever_the_sdk_signs_is_verified(
            @ForAll("paths") String path,
            @ForAll("queries") String query,
            @ForAll("headerValues") String header,
            @ForAll byte[] body) {
        HttpRequest any = signed(unsigned(path, query, Map.of("x-anything", header), body), "us-east-1", "kms", NOW);

        assertThat(verifier.verify(any, "kms")).isInstanceOf(Verified.class);
    }

    @Property(tries = 100)
    void a_body_of_which_one_bit_was_changed_is_refused(@ForAll byte bit) {
        byte[] changed = request.body().clone();
        int index = Math.floorMod(bit, changed.length * 8);
        changed[index / 8] ^= (byte) (1 << (index % 8));

        assertMismatch(with(request, request.headers(), changed));
    }

    @Test
    void a_changed_path_or_query_is_refused() {
        assertMismatch(withPath(request, "/other", ""));
        assertMismatch(withPath(request, "/", "a=b"));
    }

    @Test
    void a_changed_header_is_refused() {
        assertMismatch(withHeader(request, "x-amz-target", "AmazonSSM.DeleteParameter"));
        assertMismatch(withHeader(request, "host", "elsewhere.example.com"));
        assertMismatch(withHeader(request, "x-amz-date", "20261121T120001Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, eu-west-1, MISMATCH",
        "ssm, kms, OTHER_SCOPE",
        "20261121, 20261120, OTHER_SCOPE",
        "Signature=, Signature=0, MISMATCH"
    })
    void a_changed_scope_or_signature_is_refused(String from, String to, Reason reason) {
        String header = request.header("authorization").orElseThrow().replaceFirst(from, to);
        header = header.substring(
                0,
                Math.min(
                        header.length(),
                        request.header("authorization").orElseThrow().length()));

        HttpRequest changed = withHeader(request, "authorization", header);

        assertThat(rejected(changed).reason()).isEqualTo(reason);
    }

    @Test
    void each_digit_of_the_signature_counts() {
        String header = request.header("authorization").orElseThrow();
        int start = header.indexOf("Signature=") + "Signature=".length();
        for (int i = start; i < header.length(); i++) {
            char other = header.charAt(i) == '0' ? '1' : '0';
            assertMismatch(
                    withHeader(request, "authorization", header.substring(0, i) + other + header.substring(i + 1)));
        }
    }

    @Test
    void clocks_may_differ_by_five_minutes_and_no_more() {
        Duration five = Duration.ofMinutes(5);

        assertThat(verifier.verify(arriving(request, NOW.plus(five)), "ssm")).isInstanceOf(Verified.class);
        assertThat(verifier.verify(arriving(request, NOW.minus(five)), "ssm")).isInstanceOf(Verified.class);
        assertThat(rejected(arriving(request, NOW.plus(five).plusSeconds(1))).message())
                .isEqualTo("Signature expired: 20261121T120000Z is now earlier than 20261121T120001Z"
                        + " (20261121T120501Z - 5 min.)");
        assertThat(rejected(arriving(request, NOW.minus(five).minusSeconds(1))).message())
                .isEqualTo("Signature not yet current: 20261121T120000Z is still later than 20261121T115959Z"
                        + " (20261121T115459Z + 5 min.)");
        assertThat(rejected(arriving(request, NOW.plus(five).plusNanos(1000))).reason())
                .isEqualTo(Reason.NOT_CURRENT);
    }

    @Test
    void no_access_key_is_looked_up_for_another_time_or_service() {
        SignatureVerifier withoutKeys = new SignatureVerifier(id -> {
            throw new AssertionError("Looked up " + id);
        });

        assertThat(withoutKeys.verify(arriving(request, NOW.plus(Duration.ofMinutes(6))), "ssm"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.message()).startsWith("Signature expired"));
        assertThat(withoutKeys.verify(request, "kms"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("correct service: 'kms'"));
    }

    @Test
    void a_credential_for_another_service_is_refused() {
        assertThat(((Rejected) verifier.verify(request, "kms")).message())
                .isEqualTo("Credential should be scoped to correct service: 'kms'.");
    }

    @Test
    void a_request_without_authorization_has_no_token() {
        assertThat(rejected(withHeader(request, "authorization")))
                .isEqualTo(new Rejected(Reason.MISSING_TOKEN, "Missing Authentication Token"));
    }

    @Test
    void an_unknown_key_is_refused() {
        String header = request.header("authorization").orElseThrow().replace(KEY_ID.value(), "AKIAIOSFODNN7NOTTHERE");

        assertThat(rejected(withHeader(request, "authorization", header)))
                .isEqualTo(new Rejected(Reason.UNKNOWN_KEY, "The security token included in the request is invalid."));
    }

    @Test
    void a_session_token_is_refused_for_there_are_no_sessions() {
        assertThat(rejected(withHeader(request, "x-amz-security-token", "token"))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void a_key_that_was_deleted_is_refused_at_once() {
        AtomicBoolean deleted = new AtomicBoolean();
        SignatureVerifier asking =
                new SignatureVerifier(id -> deleted.get() ? Optional.empty() : Optional.of(Requests.accessKey()));
        assertThat(asking.verify(request, "ssm")).isInstanceOf(Verified.class);

        deleted.set(true);

        assertThat(asking.verify(request, "ssm")).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-target", "host", "x-amz-date"})
    void a_header_that_means_something_must_be_signed(String name) {
        String header = request.header("authorization")
                .orElseThrow()
                .replaceFirst("(?<=[=;])" + name + ";", "")
                .replaceFirst(";" + name + ",", ",");

        assertThat(rejected(withHeader(request, "authorization", header)).message())
                .contains("must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void a_target_that_was_added_unsigned_is_refused() {
        HttpRequest form = signed(unsigned("/", "", Map.of(), new byte[0]), "eu-central-1", "ssm", NOW);

        assertThat(rejected(withHeader(form, "x-amz-target", "AmazonSSM.GetParameter"))
                        .message())
                .isEqualTo("'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization", "host", "x-amz-date", "x-amz-target"})
    void a_header_that_means_something_must_be_there_once(String name) {
        String value = request.header(name).orElseThrow();

        assertThat(rejected(withHeader(request, name, value, value)).reason()).isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void an_unsigned_payload_is_refused() {
        HttpRequest unsignedPayload = signed(
                unsigned("/", "", Map.of("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), new byte[] {1}),
                "us-east-1",
                "ssm",
                NOW);

        assertMismatch(withHeader(unsignedPayload, "x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
    }

    @Test
    void what_is_missing_is_named() {
        assertThat(rejected(withHeader(request, "authorization", "AWS4-HMAC-SHA256 Signature=0"))
                        .message())
                .isEqualTo("Authorization header requires 'Credential' parameter."
                        + " Authorization header requires 'SignedHeaders' parameter.");
        assertThat(rejected(withHeader(request, "x-amz-date")).message())
                .isEqualTo("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sat, 21 Nov 2026 12:00:00 GMT", "20261121T120000Z"})
    void a_request_may_say_its_time_in_date(String date) {
        HttpRequest dated = withHeader(unsignedRequest(), "date", date);
        String header = "AWS4-HMAC-SHA256 Credential=" + KEY_ID
                + "/20261121/eu-central-1/ssm/aws4_request,SignedHeaders=date;host%s,Signature=";
        HttpRequest signed = signedByHand(dated, header.formatted(";x-amz-target"));
        HttpRequest undated =
                signedByHand(dated, header.formatted(";x-amz-target").replace("date;", ""));

        assertThat(verifier.verify(signed, "ssm")).isInstanceOf(Verified.class);
        assertThat(rejected(withHeader(
                                signed, "date", date.replace(":00 ", ":01 ").replace("00Z", "01Z")))
                        .reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(rejected(undated).message()).isEqualTo("'date' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic dXNlcjpwYXNz",
                "AWS4-HMAC-SHA1 %s",
                "AWS4-HMAC-SHA256 %s, %s",
                "AWS4-HMAC-SHA256 %s,",
                "AWS4-HMAC-SHA256 %s, Other=1",
                "AWS4-HMAC-SHA256 %s, Credential=1",
            })
    void an_authorization_header_is_read_strictly(String form) {
        String parameters = request.header("authorization").orElseThrow().substring("AWS4-HMAC-SHA256 ".length());

        Rejected rejected = rejected(withHeader(request, "authorization", form.replace("%s", parameters)));

        assertThat(rejected.reason()).isEqualTo(Reason.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "20261121/eu-central-1/ssm/aws4_request, eu-central-1/ssm/aws4_request, INCOMPLETE",
        "AKIAIOSFODNN7EXAMPLE, AKIA-IOSFODNN7, UNKNOWN_KEY",
        "AKIAIOSFODNN7EXAMPLE, AKIASHORT, UNKNOWN_KEY",
        "/20261121/, /2026-11-21/, OTHER_SCOPE",
        "/eu-central-1/, /EU_CENTRAL/, OTHER_SCOPE",
        "/ssm/, /SSM/, OTHER_SCOPE",
        "aws4_request, aws5_request, OTHER_SCOPE",
        "SignedHeaders=, SignedHeaders=host;, INCOMPLETE",
        "SignedHeaders=, SignedHeaders=Host2;, INCOMPLETE",
        "SignedHeaders=, SignedHeaders=;, INCOMPLETE",
        "Signature=, Signature=g, INCOMPLETE",
    })
    void a_malformed_credential_is_refused(String part, String other, Reason reason) {
        String header = request.header("authorization").orElseThrow().replace(part, other);

        assertThat(rejected(withHeader(request, "authorization", header)).reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T12:00:00Z", "20261321T120000Z", "now", ""})
    void a_malformed_date_is_refused(String date) {
        assertThat(rejected(withHeader(request, "x-amz-date", date)).reason()).isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void too_long_a_header_is_refused() {
        String header = request.header("authorization").orElseThrow();

        assertThat(rejected(withHeader(request, "authorization", header + " ".repeat(9000)))
                        .message())
                .isEqualTo("Authorization header is too long.");
    }

    @Property(tries = 500)
    void no_authorization_header_breaks_the_verifier_or_is_repeated(@ForAll("hostileHeaders") String header) {
        Rejected rejected = rejected(withHeader(request, "authorization", header));

        assertThat(rejected.message()).doesNotContain("0123456789abcdef");
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings()
                .withChars("abcXYZ019-._~/")
                .ofMaxLength(20)
                .map(path -> "/" + path)
                .filter(path -> !path.contains(".") && !path.contains("//"));
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> word =
                Arbitraries.strings().withChars("abcXYZ019-._~").ofMinLength(1).ofMaxLength(5);
        return word.flatMap(name -> word.map(value -> name + "=" + value))
                .list()
                .ofMaxSize(4)
                .map(parameters -> String.join("&", parameters));
    }

    @Provide
    Arbitrary<String> headerValues() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(value -> !value.isBlank());
    }

    @Provide
    Arbitrary<String> hostileHeaders() {
        return Arbitraries.of(
                        "AWS4-HMAC-SHA256",
                        " ",
                        ", ",
                        "Credential=",
                        "Credential=AKIAIOSFODNN7EXAMPLE/20261121/eu-central-1/ssm/aws4_request",
                        "SignedHeaders=host;x-amz-date;x-amz-target",
                        "SignedHeaders=;",
                        "Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                        "Signature=0123456789abcdef",
                        "=",
                        "\u0000",
                        "/////")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static HttpRequest signedByHand(HttpRequest request, String unfinished) {
        Authorization authorization = Authorization.parse(unfinished + "0".repeat(64));
        byte[] signature = SignatureVerifier.signature(
                request,
                authorization,
                SigningTime.of(request),
                SigningKey.derive(Requests.accessKey().secret(), authorization.scope()),
                SignatureVerifier.sha256(request.body()));
        return withHeader(request, "authorization", unfinished + HexFormat.of().formatHex(signature));
    }

    private void assertMismatch(HttpRequest changed) {
        assertThat(rejected(changed)).isEqualTo(new Rejected(Reason.MISMATCH, OTHER_SIGNATURE));
    }

    private Rejected rejected(HttpRequest changed) {
        return (Rejected) verifier.verify(changed, "ssm");
    }

    private static HttpRequest signedRequest() {
        return signed(unsignedRequest(), "eu-central-1", "ssm", NOW);
    }

    private static HttpRequest unsignedRequest() {
        return unsigned(
                "/",
                "",
                Map.of("content-type", "application/x-amz-json-1.1", "x-amz-target", "AmazonSSM.GetParameter"),
                "{\"Name\":\"/a\"}".getBytes(UTF_8));
    }
}
