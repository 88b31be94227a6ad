package io.attestore.proof.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.SignedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a client may send and should not. After each barrage the server is as good as before. */
class HostileInputTest {

    /** What would tell a stranger what we are made of. */
    private static final Pattern INSIDES = Pattern.compile(
            "io\\.attestore|java\\.|javax\\.|jakarta\\.|org\\.|tools\\.jackson|[Tt]omcat|\\bat [a-z]+\\.|Caused by|\\.java");

    private static final String CALLER_IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";

    @TempDir
    static Path folder;

    private static LiveServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = LiveServer.onItsOwnDatabase(folder.resolve("data"), Map.of("attestore.http.read-time-limit", "3s"));
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @AfterEach
    void aGoodCallIsAnsweredAsEver() throws Exception {
        assertThat(client.put("/good", "value").status()).isEqualTo(200);
        assertThat(client.get("/good").value()).isEqualTo("value");
        assertThat(server.readiness()).isEqualTo(200);
    }

    @Test
    void every_bad_input_of_a_caller_is_refused_in_aws_shape_and_recorded_as_refused() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        badInputs().forEach((name, request) -> answers.put(name, client.call(request)));

        Map<String, String> recorded = new HashMap<>();
        for (String operation : List.of(
                "GetParameter",
                "GetParameters",
                "PutParameter",
                "Decrypt",
                "Encrypt",
                "LookupEvents",
                "GetParametersByPath",
                "DescribeParameters",
                "GetParameterHistory",
                "LabelParameterVersion",
                "UnlabelParameterVersion",
                "AddTagsToResource",
                "RemoveTagsFromResource",
                "ListTagsForResource")) {
            client.recordsOf(operation)
                    .forEach(event -> recorded.put(
                            event.path("requestID").asString(),
                            event.path("errorCode").asString("")));
        }
        SoftAssertions softly = new SoftAssertions();
        answers.forEach((name, answer) -> {
            softly.assertThat(answer.status()).as(name + " " + answer).isBetween(400, 499);
            softly.assertThat(answer.requestId()).as(name).isNotEmpty();
            softly.assertThat(answer.error()).as(name).matches("[A-Za-z]+");
            softly.assertThat(answer.body().length()).as(name).isLessThan(20_000);
            softly.assertThat(answer.body()).as(name).doesNotContainPattern(INSIDES);
            softly.assertThat(recorded).as(name).containsEntry(answer.requestId(), answer.error());
        });
        softly.assertAll();
    }

    private static Map<String, SignedRequest> badInputs() {
        Map<String, SignedRequest> all = new LinkedHashMap<>();
        Map<String, String> get = new LinkedHashMap<>();
        get.put("no document", "");
        get.put("only white space", " \n ");
        get.put("a truncated document", "{\"Name\":\"/a");
        get.put("an open document", "{\"Name\":\"/a\"");
        get.put("no object", "[]");
        get.put("a bare word", "nonsense");
        get.put("a null document", "null");
        get.put("two documents", "{\"Name\":\"/good\"}{\"Name\":\"/good\"}");
        get.put("something behind the document", "{\"Name\":\"/good\"} x");
        get.put("single quotes", "{'Name':'/good'}");
        get.put("a comment", "{/* */\"Name\":\"/good\"}");
        get.put("a comma too many", "{\"Name\":\"/good\",}");
        get.put("the same member twice", "{\"Name\":\"/good\",\"Name\":\"/other\"}");
        get.put("deep arrays", "[".repeat(100_000));
        get.put(
                "a deep unknown member",
                "{\"Name\":\"/good\",\"x\":" + "{\"x\":".repeat(50_000) + "1" + "}".repeat(50_001));
        get.put("a name of a megabyte", "{\"Name\":\"" + "n".repeat(1_000_000) + "\"}");
        get.put("a name that is a number", "{\"Name\":5}");
        get.put("a name that is a list", "{\"Name\":[\"/good\"]}");
        get.put("a name that is an object", "{\"Name\":{\"x\":1}}");
        get.put("a name that is true", "{\"Name\":true}");
        get.put("a name that is null", "{\"Name\":null}");
        get.put("a flag that is text", "{\"Name\":\"/good\",\"WithDecryption\":\"true\"}");
        get.put("a flag that is a number", "{\"Name\":\"/good\",\"WithDecryption\":1}");
        get.put("a flag that is a list", "{\"Name\":\"/good\",\"WithDecryption\":[]}");
        get.put("a lone surrogate", "{\"Name\":\"/good\\ud800\"}");
        get.put("surrogates the wrong way round", "{\"Name\":\"/good\\udc00\\ud800\"}");
        get.put("a null character", "{\"Name\":\"/good\\u0000\"}");
        get.put("a line end", "{\"Name\":\"/good\\r\\nx: y\"}");
        get.put("a bare control character", "{\"Name\":\"/good\u0001\"}");
        get.put("text from right to left", "{\"Name\":\"/\u202edoog\"}");
        get.put("a look-alike", "{\"Name\":\"/g\u043eod\"}");
        get.put("full-width letters", "{\"Name\":\"/\uff47\uff4f\uff4f\uff44\"}");
        get.put("an invisible character", "{\"Name\":\"/good\u200b\"}");
        get.put("a way out of the folder", "{\"Name\":\"/../../etc/passwd\"}");
        get.put("some SQL", "{\"Name\":\"'; drop table event_log; --\"}");
        get.forEach((name, body) -> all.put("GetParameter: " + name, ssm("GetParameter", body.getBytes(UTF_8))));
        all.put(
                "GetParameter: bytes that are no UTF-8",
                ssm("GetParameter", "{\"Name\":\"/\u00ff\u00fe\"}".getBytes(ISO_8859_1)));
        all.put(
                "GetParameter: overlong UTF-8",
                ssm("GetParameter", "{\"Name\":\"/\u00c0\u00af\"}".getBytes(ISO_8859_1)));
        all.put(
                "GetParameter: a surrogate in UTF-8",
                ssm("GetParameter", "{\"Name\":\"/\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1)));
        all.put(
                "GetParameter: UTF-16",
                ssm("GetParameter", "{\"Name\":\"/good\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16)));

        for (String names :
                List.of("\"/good\"", "[1]", "[null]", "[[]]", "{}", "[]", "[" + "\"/x\",".repeat(5_000) + "\"/x\"]")) {
            all.put("GetParameters: Names " + brief(names), ssm("GetParameters", "{\"Names\":" + names + "}"));
        }
        for (String number : List.of(
                "\"5\"",
                "0",
                "-1",
                "11",
                "1e400",
                "1e9",
                "99999999999999999999999999",
                "9".repeat(20_000),
                "[]",
                "{}",
                "true")) {
            all.put(
                    "GetParametersByPath: MaxResults " + brief(number),
                    ssm("GetParametersByPath", "{\"Path\":\"/\",\"MaxResults\":" + number + "}"));
        }
        for (String number : List.of("NaN", "Infinity", "-", "01", "1.", ".5", "0x10", "+1", "1e")) {
            all.put(
                    "GetParametersByPath: no number " + number,
                    ssm("GetParametersByPath", "{\"Path\":\"/\",\"MaxResults\":" + number + "}"));
        }
        for (String token : List.of("\"x\"", "5", "\"" + "A".repeat(100_000) + "\"", "\"\\u0000\"")) {
            all.put(
                    "GetParametersByPath: NextToken " + brief(token),
                    ssm("GetParametersByPath", "{\"Path\":\"/\",\"NextToken\":" + token + "}"));
        }
        badListsLabelsAndTags().forEach((name, body) -> all.put(name, ssm(name.substring(0, name.indexOf(':')), body)));
        for (String value : List.of("5", "null", "[]", "\"\"", "\"" + "v".repeat(9_000) + "\"", "\"\\ud800\"")) {
            all.put(
                    "PutParameter: Value " + brief(value),
                    ssm("PutParameter", "{\"Name\":\"/bad\",\"Type\":\"String\",\"Value\":" + value + "}"));
        }
        for (String type : List.of("\"Nonsense\"", "\"\"", "5", "\"string\"", "\"String\\u0000\"")) {
            all.put(
                    "PutParameter: Type " + type,
                    ssm("PutParameter", "{\"Name\":\"/bad\",\"Value\":\"v\",\"Type\":" + type + "}"));
        }
        for (String blob : List.of(
                "\"not base64!\"", "5", "\"\"", "[]", "\"AAAA\"", "\"" + "A".repeat(100_000) + "\"", "\"QUJD\\n\"")) {
            all.put("Decrypt: CiphertextBlob " + brief(blob), kms("Decrypt", "{\"CiphertextBlob\":" + blob + "}"));
        }
        for (String context : List.of("[]", "\"x\"", "{\"a\":1}", "{\"a\":[]}", "{\"a\":\"b\",\"a\":\"c\"}", "5")) {
            all.put(
                    "Encrypt: EncryptionContext " + context,
                    kms(
                            "Encrypt",
                            "{\"KeyId\":\"alias/aws/ssm\",\"Plaintext\":\"QUJD\",\"EncryptionContext\":" + context
                                    + "}"));
        }
        for (String time : List.of(
                "\"x\"",
                "1e308",
                "-1e308",
                "1e400",
                "[]",
                "99999999999999999999",
                "31556889864403199",
                "-31557014167219200",
                "true")) {
            all.put("LookupEvents: StartTime " + time, cloudTrail("{\"StartTime\":" + time + "}"));
        }
        for (String attribute : List.of(
                "[5]",
                "\"x\"",
                "[{\"AttributeKey\":5}]",
                "[{}]",
                "[{\"AttributeKey\":\"Nonsense\",\"AttributeValue\":\"x\"}]")) {
            all.put(
                    "LookupEvents: LookupAttributes " + attribute,
                    cloudTrail("{\"LookupAttributes\":" + attribute + "}"));
        }
        return all;
    }

    /** By operation and what is wrong: documents for lists, labels and tags. */
    private static Map<String, String> badListsLabelsAndTags() {
        Map<String, String> all = new LinkedHashMap<>();
        String megabyte = "n".repeat(1_000_000);
        for (String name : List.of(
                "5",
                "\"\"",
                "\"" + megabyte + "\"",
                "\"" + "/n".repeat(400_000) + "\"",
                "\"/\\u202edoog\"",
                "\"/g\u043eod\"",
                "\"/good\\u0000\"",
                "\"\\ud800\"")) {
            all.put("LabelParameterVersion: Name " + brief(name), "{\"Name\":" + name + ",\"Labels\":[\"a\"]}");
            all.put(
                    "UnlabelParameterVersion: Name " + brief(name),
                    "{\"Name\":" + name + ",\"ParameterVersion\":1,\"Labels\":[\"a\"]}");
            String resource = "{\"ResourceType\":\"Parameter\",\"ResourceId\":" + name;
            all.put("AddTagsToResource: ResourceId " + brief(name), resource + ",\"Tags\":[]}");
            all.put("RemoveTagsFromResource: ResourceId " + brief(name), resource + ",\"TagKeys\":[]}");
            all.put("ListTagsForResource: ResourceId " + brief(name), resource + "}");
        }
        for (String labels : List.of(
                "5",
                "[]",
                "[5]",
                "[null]",
                "[[]]",
                "[\"\"]",
                "[\"" + megabyte.substring(9) + "\"]",
                "[\"\\udc00\"]",
                "[" + "[".repeat(50_000))) {
            all.put("LabelParameterVersion: Labels " + brief(labels), "{\"Name\":\"/good\",\"Labels\":" + labels + "}");
        }
        for (String version :
                List.of("\"1\"", "1e400", "99999999999999999999", "-1", "0", "{}", "true", "9".repeat(20_000))) {
            all.put(
                    "LabelParameterVersion: ParameterVersion " + brief(version),
                    "{\"Name\":\"/good\",\"Labels\":[\"a\"],\"ParameterVersion\":" + version + "}");
        }
        for (String tags : List.of(
                "5",
                "{}",
                "[5]",
                "[{}]",
                "[{\"Key\":\"a\"}]",
                "[{\"Key\":\"\",\"Value\":\"\"}]",
                "[{\"Key\":\"a\\u0000\",\"Value\":\"\"}]",
                "[{\"Key\":\"\\u202ea\",\"Value\":\"\"}]",
                "[{\"Key\":\"a\",\"Value\":\"" + "v".repeat(257) + "\"}]",
                "[{\"Key\":\"" + "k".repeat(129) + "\",\"Value\":\"\"}]",
                "[" + "{\"Key\":\"a\",\"Value\":\"\"},".repeat(2000) + "{\"Key\":\"a\",\"Value\":\"\"}]")) {
            all.put(
                    "AddTagsToResource: Tags " + brief(tags),
                    "{\"ResourceType\":\"Parameter\",\"ResourceId\":\"/good\",\"Tags\":" + tags + "}");
        }
        for (String type : List.of("5", "\"\"", "\"parameter\"", "\"Parameter\\u0000\"", "null")) {
            all.put(
                    "ListTagsForResource: ResourceType " + type,
                    "{\"ResourceType\":" + type + ",\"ResourceId\":\"/good\"}");
        }
        for (String filters : List.of(
                "5",
                "{}",
                "[5]",
                "[{}]",
                "[{\"Key\":\"\"}]",
                "[{\"Key\":\"name\",\"Values\":[\"a\"]}]",
                "[{\"Key\":\"tag:\"}]",
                "[{\"Key\":\"tag:" + "k".repeat(129) + "\"}]",
                "[{\"Key\":\"Name\",\"Values\":[]}]",
                "[{\"Key\":\"Name\",\"Values\":[\"" + "v".repeat(1025) + "\"]}]",
                "[{\"Key\":\"Name\",\"Values\":[" + "\"v\",".repeat(50) + "\"v\"]}]",
                "[{\"Key\":\"Name\",\"Option\":\"BeginsWithAny\",\"Values\":[\"v\"]}]",
                "[{\"Key\":\"Name\",\"Option\":\"Equals\\u0000\",\"Values\":[\"v\"]}]",
                "[{\"Key\":\"Path\",\"Values\":[\"/g\u043eod\"]}]",
                "[{\"Key\":\"Path\",\"Values\":[\"/\\u202egood\"]}]",
                "[" + "{\"Key\":\"tag:a\"},".repeat(2000) + "{\"Key\":\"tag:a\"}]",
                "[".repeat(100_000))) {
            all.put("DescribeParameters: ParameterFilters " + brief(filters), "{\"ParameterFilters\":" + filters + "}");
        }
        all.put(
                "DescribeParameters: old filters of another key",
                "{\"Filters\":[{\"Key\":\"Path\",\"Values\":[\"/\"]}]}");
        all.put("DescribeParameters: old filters without values", "{\"Filters\":[{\"Key\":\"Name\"}]}");
        for (String number : List.of("0", "51", "-1", "1e9", "99999999999999999999", "\"5\"", "[]")) {
            all.put("DescribeParameters: MaxResults " + brief(number), "{\"MaxResults\":" + number + "}");
            all.put(
                    "GetParameterHistory: MaxResults " + brief(number),
                    "{\"Name\":\"/good\",\"MaxResults\":" + number + "}");
        }
        for (String token : List.of("\"x\"", "5", "\"" + "A".repeat(100_000) + "\"", "\"\\u0000\"")) {
            all.put("DescribeParameters: NextToken " + brief(token), "{\"NextToken\":" + token + "}");
        }
        return all;
    }

    @Test
    void what_is_not_signed_by_the_holder_of_a_key_is_refused_in_aws_shape() throws IOException {
        Credentials real = Credentials.in(folder.resolve("data"));
        String host = server.endpoint().getAuthority();
        Instant now = Instant.now();
        SignedRequest good = get("/good");
        Map<String, byte[]> forged = new LinkedHashMap<>();
        forged.put("another secret", good.bytes(host, new Credentials(real.id(), "wrong")));
        forged.put("an unknown key", good.bytes(host, new Credentials("AKIAAAAAAAAAAAAAAAAA", real.secret())));
        forged.put("a key id that is none", good.bytes(host, new Credentials("x'\"<>", real.secret())));
        forged.put(
                "a stale signature",
                get("/good").signedAt(now.minus(Duration.ofMinutes(6))).bytes(host, real));
        forged.put(
                "a signature of the future",
                get("/good").signedAt(now.plus(Duration.ofMinutes(6))).bytes(host, real));
        forged.put("the scope of another day", get("/good").scopedTo("20200101").bytes(host, real));
        forged.put(
                "the scope of another service",
                SignedRequest.json("kms", "AmazonSSM.GetParameter", "{\"Name\":\"/good\"}")
                        .bytes(host, real));
        forged.put("a region that is none", get("/good").in("../x").bytes(host, real));
        forged.put(
                "a session token",
                get("/good").with("x-amz-security-token", "token").bytes(host, real));
        forged.put("another host", good.bytes("elsewhere.example", real, "", new byte[0]));
        forged.put(
                "another body",
                good.bytes(host, real, "content-length: 16\r\n", "{\"Name\":\"/evil\"}".getBytes(UTF_8)));
        String text = new String(good.bytes(host, real), ISO_8859_1);
        forged.put(
                "a target that is not the signed one",
                bytes(text.replace("AmazonSSM.GetParameter", "AmazonSSM.PutParameter")));
        forged.put(
                "a second target",
                bytes(text.replace("\r\nx-amz-target", "\r\nx-amz-target: AmazonSSM.DeleteParameter\r\nx-amz-target")));
        forged.put(
                "two dates", bytes(text.replace("\r\nx-amz-date", "\r\nx-amz-date: 20200101T000000Z\r\nx-amz-date")));
        forged.put(
                "two signatures",
                bytes(text.replace("authorization: ", "authorization: AWS4-HMAC-SHA256 x=y\r\nauthorization: ")));
        forged.put("no signature", bytes(text.replaceAll("authorization: [^\r]*\r\n", "")));
        for (String header : List.of(
                "",
                "Basic eDp5",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;, Signature=",
                "AWS " + real.id() + ":sig",
                "AWS4-HMAC-SHA256 " + "Credential=a,".repeat(600),
                "AWS4-ECDSA-P256-SHA256 Credential=x")) {
            forged.put(
                    "the authorization " + brief(header),
                    bytes(text.replaceAll("authorization: [^\r]*", "authorization: " + header)));
        }
        SoftAssertions softly = new SoftAssertions();
        for (var each : forged.entrySet()) {
            RawConnection.Said said = say(each.getValue());
            assertDiscreet(softly, each.getKey(), said);
            softly.assertThat(said.statuses())
                    .as(each.getKey())
                    .hasSize(1)
                    .allMatch(status -> status == 400 || status == 403 || status == 404);
            softly.assertThat(said.body()).as(each.getKey()).contains("__type").doesNotContain("value\"");
        }
        softly.assertAll();
    }

    @Test
    void what_is_no_proper_http_gets_an_error_or_a_closed_connection() throws IOException {
        Credentials real = Credentials.in(folder.resolve("data"));
        String host = server.endpoint().getAuthority();
        SignedRequest good = get("/good");
        byte[] body = good.body();
        String valid = new String(good.bytes(host, real), ISO_8859_1);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("garbage", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, '\r', '\n', '\r', '\n'});
        all.put("a TLS greeting", new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3});
        all.put("HTTP/2 without asking", bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        all.put("HTTP/0.9", bytes("GET /\r\n"));
        all.put("HTTP/9.9", bytes("POST / HTTP/9.9\r\nhost: x\r\n\r\n"));
        all.put("no host", bytes("POST / HTTP/1.1\r\n\r\n"));
        all.put("two hosts", bytes("POST / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n"));
        all.put("a host that is none", bytes("POST / HTTP/1.1\r\nhost: a b<>\r\n\r\n"));
        all.put("a header without a colon", bytes("POST / HTTP/1.1\r\nhost: a\r\nnonsense\r\n\r\n"));
        all.put("a space before the colon", bytes("POST / HTTP/1.1\r\nhost: a\r\ncontent-length : 5\r\n\r\nhello"));
        all.put("a folded header", bytes("POST / HTTP/1.1\r\nhost: a\r\nx: y\r\n  z\r\n\r\n"));
        all.put("a null in a header", bytes("POST / HTTP/1.1\r\nhost: a\r\nx: \0\r\n\r\n"));
        all.put("a bare line feed in a header", bytes("POST / HTTP/1.1\r\nhost: a\r\nx: a\rb\r\n\r\n"));
        all.put("a giant header", bytes("POST / HTTP/1.1\r\nhost: a\r\nx: " + "y".repeat(200_000) + "\r\n\r\n"));
        all.put("a giant path", bytes("POST /" + "y".repeat(200_000) + " HTTP/1.1\r\nhost: a\r\n\r\n"));
        all.put("too many headers", bytes("POST / HTTP/1.1\r\nhost: a\r\n" + "x: y\r\n".repeat(300) + "\r\n"));
        for (String path : List.of(
                "/x",
                "/..%2f..%2fetc/passwd",
                "/%00",
                "/%zz",
                "//",
                "/;x=y",
                "/?x=y",
                "/health",
                "/metrics",
                "/actuator",
                "http://evil.example/",
                "*",
                "\\",
                "/\u00ff",
                "/<script>")) {
            all.put(
                    "the path " + path,
                    bytes(valid.replaceFirst(
                            "POST / ", "POST " + java.util.regex.Matcher.quoteReplacement(path) + " ")));
        }
        for (String method : List.of(
                "GET",
                "HEAD",
                "PUT",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PATCH",
                "NONSENSE",
                "post",
                "M".repeat(20_000))) {
            all.put("the method " + brief(method), bytes(valid.replaceFirst("POST ", method + " ")));
        }
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/cbor",
                "x".repeat(5_000))) {
            all.put(
                    "the content type " + brief(type),
                    SignedRequest.json("ssm", "AmazonSSM.GetParameter", body)
                            .with("content-type", type)
                            .bytes(host, real));
        }
        for (String target : List.of(
                "",
                ".",
                "AmazonSSM",
                "Nonsense.GetParameter",
                "TrentService.GetParameter",
                "io.attestore.X",
                "AmazonSSM.GetParameter\u00ff")) {
            all.put(
                    "the target " + target,
                    SignedRequest.json("ssm", target, body).bytes(host, real));
        }
        all.put("a length that is none", good.bytes(host, real, "content-length: x\r\n", body));
        all.put("a negative length", good.bytes(host, real, "content-length: -1\r\n", body));
        all.put("a length beyond numbers", good.bytes(host, real, "content-length: 99999999999999999999\r\n", body));
        all.put("two lengths", good.bytes(host, real, "content-length: 16\r\ncontent-length: 17\r\n", body));
        all.put("a list of lengths", good.bytes(host, real, "content-length: 16, 17\r\n", body));
        all.put("no length", good.bytes(host, real, "", body));
        all.put("more announced than comes", good.bytes(host, real, "content-length: 1000\r\n", body));
        all.put("an oversize body", good.bytes(host, real, "content-length: 3000000\r\n", new byte[3_000_000]));
        all.put("chunks without end", good.bytes(host, real, "transfer-encoding: chunked\r\n", endlessChunks()));
        all.put(
                "a chunk size that is none",
                good.bytes(host, real, "transfer-encoding: chunked\r\n", bytes("zz\r\nhello\r\n0\r\n\r\n")));
        all.put(
                "a negative chunk size",
                good.bytes(host, real, "transfer-encoding: chunked\r\n", bytes("-1\r\nhello\r\n0\r\n\r\n")));
        all.put(
                "a chunk size beyond numbers",
                good.bytes(
                        host,
                        real,
                        "transfer-encoding: chunked\r\n",
                        bytes("fffffffffffffffff\r\nhello\r\n0\r\n\r\n")));
        all.put(
                "a chunk longer than it says",
                good.bytes(host, real, "transfer-encoding: chunked\r\n", bytes("1\r\nhello\r\n0\r\n\r\n")));
        all.put(
                "a giant chunk extension",
                good.bytes(
                        host,
                        real,
                        "transfer-encoding: chunked\r\n",
                        bytes("1;x=" + "y".repeat(100_000) + "\r\nh\r\n0\r\n\r\n")));
        all.put(
                "giant trailers",
                good.bytes(
                        host,
                        real,
                        "transfer-encoding: chunked\r\n",
                        bytes("10\r\n{\"Name\":\"/good\"}\r\n0\r\nx: " + "y".repeat(100_000) + "\r\n\r\n")));
        all.put(
                "an encoding nobody knows",
                good.bytes(host, real, "transfer-encoding: nonsense\r\ncontent-length: 16\r\n", body));
        all.put("chunked in a way of one's own", good.bytes(host, real, "transfer-encoding: xchunked\r\n", body));
        all.put(
                "an expectation nobody knows",
                good.bytes(host, real, "expect: miracles\r\ncontent-length: 16\r\n", body));

        SoftAssertions softly = new SoftAssertions();
        for (var each : all.entrySet()) {
            RawConnection.Said said = say(each.getValue());
            assertDiscreet(softly, each.getKey(), said);
            softly.assertThat(said.closed()).as(each.getKey() + " closed").isTrue();
            softly.assertThat(said.statuses())
                    .as(each.getKey())
                    .hasSizeLessThanOrEqualTo(1)
                    .noneMatch(status -> status < 400);
        }
        softly.assertAll();
    }

    /** Two readings of one stream of bytes are how requests are smuggled past a proxy: here there is only one. */
    @Test
    void a_second_request_hidden_in_an_ambiguous_one_is_never_answered() throws IOException {
        Credentials real = Credentials.in(folder.resolve("data"));
        String host = server.endpoint().getAuthority();
        SignedRequest outer = get("/good");
        byte[] hidden = get("/good").bytes(host, real);
        byte[] asChunks = joined(bytes("0\r\n\r\n"), hidden);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "length and chunks",
                outer.bytes(
                        host,
                        real,
                        "content-length: " + asChunks.length + "\r\ntransfer-encoding: chunked\r\n",
                        asChunks));
        all.put(
                "chunks and length",
                outer.bytes(host, real, "transfer-encoding: chunked\r\ncontent-length: 5\r\n", asChunks));
        all.put(
                "two lengths",
                outer.bytes(host, real, "content-length: 0\r\ncontent-length: " + hidden.length + "\r\n", hidden));
        all.put(
                "chunked twice",
                outer.bytes(host, real, "transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n", asChunks));
        all.put(
                "chunked behind a tab",
                outer.bytes(host, real, "transfer-encoding:\tchunked\r\ncontent-length: 5\r\n", asChunks));
        all.put(
                "chunked beside an odd name",
                outer.bytes(host, real, "transfer-encoding : chunked\r\ncontent-length: 5\r\n", asChunks));
        all.put(
                "a chunk ended by a bare line feed",
                outer.bytes(host, real, "transfer-encoding: chunked\r\n", joined(bytes("0\n\n"), hidden)));

        SoftAssertions softly = new SoftAssertions();
        for (var each : all.entrySet()) {
            RawConnection.Said said = say(each.getValue());
            assertDiscreet(softly, each.getKey(), said);
            softly.assertThat(said.statuses())
                    .as(each.getKey())
                    .hasSizeLessThanOrEqualTo(1)
                    .doesNotContain(200);
            softly.assertThat(said.closed()).as(each.getKey()).isTrue();
        }
        softly.assertAll();
    }

    @Test
    void pipelined_requests_are_answered_each_in_its_turn() throws IOException {
        Credentials real = Credentials.in(folder.resolve("data"));
        String host = server.endpoint().getAuthority();
        var all = new ByteArrayOutputStream();
        client.put("/good", "value");
        for (int i = 0; i < 20; i++) {
            all.writeBytes(get("/good").bytes(host, real));
        }

        assertThat(say(all.toByteArray()).statuses()).hasSize(20).containsOnly(200);
    }

    @Test
    void bad_forms_are_refused_in_the_shape_of_the_query_protocol() throws IOException {
        Credentials real = Credentials.in(folder.resolve("data"));
        String host = server.endpoint().getAuthority();
        SoftAssertions softly = new SoftAssertions();
        for (String form : List.of(
                "",
                "Action=",
                "Action=Nonsense&Version=2011-06-15",
                "Action=GetCallerIdentity",
                "Action=GetCallerIdentity&Version=1",
                CALLER_IDENTITY + "&Action=GetCallerIdentity",
                "%zz=%",
                "Action=%00&Version=2011-06-15",
                "Action=<x>&Version=2011-06-15",
                "&".repeat(100_000),
                "a=b&".repeat(100_000),
                "Action=%c0%af&Version=2011-06-15",
                CALLER_IDENTITY.replace("Get", "Get\u202e"))) {
            SignedRequest request = form(form);
            RawConnection.Said said = say(request.bytes(host, real));
            assertDiscreet(softly, brief(form), said);
            softly.assertThat(said.statuses())
                    .as(brief(form))
                    .hasSize(1)
                    .allMatch(status -> status >= 400 && status < 500);
            softly.assertThat(said.body()).as(brief(form)).contains("<ErrorResponse", "<Code>", "<RequestId>");
        }
        softly.assertThat(say(form(CALLER_IDENTITY).bytes(host, real)).statuses())
                .containsExactly(200);
        softly.assertAll();
    }

    private static void assertDiscreet(SoftAssertions softly, String name, RawConnection.Said said) {
        softly.assertThat(said.statuses())
                .as(name)
                .noneMatch(status -> status >= 500 && status != 505 && status != 501);
        softly.assertThat(said.text()).as(name).doesNotContainPattern(INSIDES);
        softly.assertThat(said.header("Server")).as(name).isEmpty();
        if (!said.statuses().isEmpty()) {
            softly.assertThat(said.header("x-amzn-RequestId"))
                    .as(name + ": " + said.text())
                    .isPresent();
        }
    }

    private static RawConnection.Said say(byte[] bytes) throws IOException {
        try (RawConnection connection = new RawConnection(server.endpoint())) {
            connection.write(bytes);
            connection.end();
            return connection.readToEnd();
        }
    }

    private static SignedRequest get(String name) {
        return ssm("GetParameter", "{\"Name\":\"" + name + "\"}");
    }

    private static SignedRequest ssm(String operation, String body) {
        return ssm(operation, body.getBytes(UTF_8));
    }

    private static SignedRequest ssm(String operation, byte[] body) {
        return SignedRequest.json("ssm", "AmazonSSM." + operation, body);
    }

    private static SignedRequest kms(String operation, String body) {
        return SignedRequest.json("kms", "TrentService." + operation, body);
    }

    private static SignedRequest cloudTrail(String body) {
        return SignedRequest.json(
                "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", body);
    }

    private static SignedRequest form(String body) {
        return SignedRequest.form("sts", body);
    }

    /** Two megabytes in chunks, and no last chunk. */
    private static byte[] endlessChunks() {
        byte[] chunk = bytes("2000\r\n" + "x".repeat(0x2000) + "\r\n");
        List<byte[]> chunks = new ArrayList<>();
        for (int length = 0; length < 2_000_000; length += chunk.length) {
            chunks.add(chunk);
        }
        return joined(chunks.toArray(byte[][]::new));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "… (" + text.length() + ")";
    }
}
