package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.proof.bench.load.ApiCall.Route;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import javax.crypto.Mac;

/**
 * Everything of a request for one operation on one day that does not change: three texts with gaps for the time, the
 * hashes and the signature.
 */
final class SignedRoute {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final String SIGNED_HEADERS = "content-type;host;x-amz-date;x-amz-target";
    private static final String TIME_GAP = "T".repeat(16);
    private static final String HASH_GAP = "H".repeat(64);

    private final Mac mac;
    private final Text canonicalRequest;
    private final Text stringToSign;
    private final Text head;

    SignedRoute(Target target, Route route, String date) {
        String scope = date + "/" + route.region() + "/" + route.call().service() + "/aws4_request";
        mac = Digests.hmac(RequestSigner.signingKey(target, date, route));
        canonicalRequest = new Text("POST\n/\n\ncontent-type:" + CONTENT_TYPE + "\nhost:" + target.authority()
                + "\nx-amz-date:" + TIME_GAP + "\nx-amz-target:" + route.call().target() + "\n\n" + SIGNED_HEADERS
                + "\n" + HASH_GAP);
        stringToSign = new Text("AWS4-HMAC-SHA256\n" + TIME_GAP + "\n" + scope + "\n" + HASH_GAP);
        head = new Text("POST / HTTP/1.1\r\nHost: " + target.authority() + "\r\nContent-Type: " + CONTENT_TYPE
                + "\r\nX-Amz-Date: " + TIME_GAP + "\r\nX-Amz-Target: "
                + route.call().target()
                + "\r\nUser-Agent: attestore-bench\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
                + target.accessKeyId() + "/" + scope + ", SignedHeaders=" + SIGNED_HEADERS + ", Signature=" + HASH_GAP
                + "\r\nContent-Length: ");
    }

    ByteBuffer write(Question question, byte[] time, MessageDigest sha256) {
        canonicalRequest.setTime(time);
        canonicalRequest.setHash(question.bodyHash());
        stringToSign.setTime(time);
        Hex.write(sha256.digest(canonicalRequest.bytes), stringToSign.bytes, stringToSign.hashAt);
        head.setTime(time);
        Hex.write(mac.doFinal(stringToSign.bytes), head.bytes, head.hashAt);
        byte[] length = (question.body().length + "\r\n\r\n").getBytes(US_ASCII);
        return ByteBuffer.allocate(head.bytes.length + length.length + question.body().length)
                .put(head.bytes)
                .put(length)
                .put(question.body())
                .flip();
    }

    /** A text with one gap for the time and one for a hash or signature. */
    private static final class Text {

        private final byte[] bytes;
        private final int timeAt;
        private final int hashAt;

        Text(String template) {
            bytes = template.getBytes(US_ASCII);
            timeAt = template.indexOf(TIME_GAP);
            hashAt = template.indexOf(HASH_GAP);
        }

        void setTime(byte[] time) {
            System.arraycopy(time, 0, bytes, timeAt, time.length);
        }

        void setHash(byte[] hexDigits) {
            System.arraycopy(hexDigits, 0, bytes, hashAt, hexDigits.length);
        }
    }
}
