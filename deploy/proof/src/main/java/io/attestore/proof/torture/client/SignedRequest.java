package io.attestore.proof.torture.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request with a valid Signature Version 4 over whatever it holds, so that what is wrong with it is the thing the
 * campaign has put there. Written from AWS's description of the algorithm, apart from the server's own code.
 */
public final class SignedRequest {

    public static final String JSON = "application/x-amz-json-1.1";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String method;
    private final String service;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String region = "us-east-1";
    private Optional<Instant> time = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private String scopeDate = "";

    private SignedRequest(String method, String service, byte[] body) {
        this.method = method;
        this.service = service;
        this.body = body;
    }

    public static SignedRequest json(String service, String target, String body) {
        return json(service, target, body.getBytes(UTF_8));
    }

    public static SignedRequest json(String service, String target, byte[] body) {
        return new SignedRequest("POST", service, body)
                .with("content-type", JSON)
                .with("x-amz-target", target);
    }

    public static SignedRequest form(String service, String body) {
        return new SignedRequest("POST", service, body.getBytes(UTF_8))
                .with("content-type", "application/x-www-form-urlencoded");
    }

    public SignedRequest with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public SignedRequest in(String newRegion) {
        region = newRegion;
        return this;
    }

    public SignedRequest signedAt(Instant instant) {
        time = Optional.of(instant);
        return this;
    }

    /** The clock by which it is signed unless it says a time of its own. */
    public SignedRequest by(Clock newClock) {
        clock = newClock;
        return this;
    }

    public SignedRequest scopedTo(String date) {
        scopeDate = date;
        return this;
    }

    public byte[] body() {
        return body;
    }

    /** All headers but Host, Authorization included. */
    public Map<String, String> headersFor(String host, Credentials credentials) {
        Instant at = time.orElseGet(clock::instant);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("x-amz-date", TIME.format(at));
        Map<String, String> signed = new TreeMap<>(all);
        signed.put("host", host);
        String names = String.join(";", signed.keySet());
        String canonical = method + "\n/\n\n"
                + signed.entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue().strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + sha256(body);
        String date = scopeDate.isEmpty() ? TIME.format(at).substring(0, 8) : scopeDate;
        String scope = date + "/" + region + "/" + service + "/aws4_request";
        String toSign =
                "AWS4-HMAC-SHA256\n" + TIME.format(at) + "\n" + scope + "\n" + sha256(canonical.getBytes(UTF_8));
        byte[] key = ("AWS4" + credentials.secret()).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of().formatHex(hmac(key, toSign));
        all.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + credentials.id() + "/" + scope + ", SignedHeaders=" + names
                        + ", Signature=" + signature);
        return all;
    }

    /** The request as it goes over the wire, with its Content-Length. */
    public byte[] bytes(String host, Credentials credentials) {
        return bytes(host, credentials, "content-length: " + body.length + "\r\n", body);
    }

    /** The request with other framing, and with other bytes after the head, than its own. */
    public byte[] bytes(String host, Credentials credentials, String framing, byte[] framed) {
        StringBuilder head = new StringBuilder(method + " / HTTP/1.1\r\nhost: " + host + "\r\n");
        headersFor(host, credentials)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append(framing).append("\r\n");
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        all.writeBytes(framed);
        return all.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
