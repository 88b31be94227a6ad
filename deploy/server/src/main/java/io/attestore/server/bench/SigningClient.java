package io.attestore.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes AWS JSON 1.1 requests with a real Signature Version 4 each, as bytes ready for a socket. The signing key is
 * derived once, as the AWS SDKs do. Not for sharing between threads.
 */
final class SigningClient {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED_HEADERS = "content-type;host;x-amz-date;x-amz-target";
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final Target target;
    private final String service;
    private final Clock clock;
    private final MessageDigest sha256;
    private final Mac mac;
    private String keyDate = "";

    /** Where requests go and who signs them. */
    record Target(String host, int port, String region, String accessKeyId, String secretAccessKey) {

        String authority() {
            return host + ":" + port;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Target[" + authority() + " " + accessKeyId + "]";
        }
    }

    SigningClient(Target target, String service, Clock clock) {
        this.target = target;
        this.service = service;
        this.clock = clock;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
            this.mac = Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** A whole request: request line, headers, body. */
    byte[] request(String amzTarget, byte[] body) {
        Instant now = clock.instant();
        String time = TIME.format(now);
        String date = time.substring(0, 8);
        String scope = date + "/" + target.region() + "/" + service + "/aws4_request";
        String headers = "content-type:" + CONTENT_TYPE + "\nhost:" + target.authority() + "\nx-amz-date:" + time
                + "\nx-amz-target:" + amzTarget + "\n";
        String canonical = "POST\n/\n\n" + headers + "\n" + SIGNED_HEADERS + "\n" + hex(sha256.digest(body));
        String toSign =
                "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hex(sha256.digest(canonical.getBytes(UTF_8)));
        useKeyOf(date);
        String signature = hex(mac.doFinal(toSign.getBytes(UTF_8)));
        byte[] head = ("POST / HTTP/1.1\r\nHost: " + target.authority() + "\r\nContent-Type: " + CONTENT_TYPE
                        + "\r\nX-Amz-Date: " + time + "\r\nX-Amz-Target: " + amzTarget
                        + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=" + target.accessKeyId() + "/" + scope
                        + ", SignedHeaders=" + SIGNED_HEADERS + ", Signature=" + signature
                        + "\r\nUser-Agent: attestore-bench\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private void useKeyOf(String date) {
        if (date.equals(keyDate)) {
            return;
        }
        byte[] key = ("AWS4" + target.secretAccessKey()).getBytes(UTF_8);
        for (String part : new String[] {date, target.region(), service, "aws4_request"}) {
            initialise(key);
            key = mac.doFinal(part.getBytes(UTF_8));
        }
        initialise(key);
        keyDate = date;
    }

    private void initialise(byte[] key) {
        try {
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC takes any key", impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
