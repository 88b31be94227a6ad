package io.attestore.server.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests of AWS JSON 1.1, POST to the root of an endpoint, by Signature Version 4. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: create
 *     a signed request</a>
 */
final class RequestSigner {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final ClientCredentials credentials;
    private final String service;

    RequestSigner(ClientCredentials credentials, String service) {
        this.credentials = credentials;
        this.service = service;
    }

    /** The headers to send besides Host, which is signed as given. */
    Map<String, String> headers(String host, String target, byte[] body, Instant now) {
        String time = TIME.format(now);
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("content-type", CONTENT_TYPE);
        headers.put("host", host);
        headers.put("x-amz-date", time);
        headers.put("x-amz-target", target);
        credentials.sessionToken().ifPresent(token -> headers.put("x-amz-security-token", token));
        headers.put("authorization", authorization(headers, body, time));
        headers.remove("host");
        return headers;
    }

    private String authorization(TreeMap<String, String> headers, byte[] body, String time) {
        String date = time.substring(0, 8);
        String scope = date + "/" + credentials.region() + "/" + service + "/aws4_request";
        String names = String.join(";", headers.keySet());
        StringBuilder canonical = new StringBuilder("POST\n/\n\n");
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(value.strip()).append('\n'));
        canonical.append('\n').append(names).append('\n').append(hex(sha256(body)));
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + hex(sha256(canonical.toString().getBytes(UTF_8)));
        return "AWS4-HMAC-SHA256 Credential=" + credentials.accessKeyId() + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + hex(hmac(key(date), toSign));
    }

    private byte[] key(String date) {
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
        for (String part : new String[] {date, credentials.region(), service, "aws4_request"}) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
