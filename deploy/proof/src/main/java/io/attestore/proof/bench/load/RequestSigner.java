package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.proof.bench.load.ApiCall.Route;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes AWS JSON 1.1 requests, each with a Signature Version 4 of its own. What does not change from one request to the
 * next (canonical text around the time, signing key of the day) is made once; the two hashes are computed every time.
 * Not for sharing between threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: Create
 *     a signed API request</a>
 */
public final class RequestSigner {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = 8;

    private final Target target;
    private final InstantSource clock;
    private final MessageDigest sha256 = Digests.sha256();
    private final Map<Route, SignedRoute> routes = new HashMap<>();
    private long second = Long.MIN_VALUE;
    private byte[] time = {};
    private String date = "";

    public RequestSigner(Target target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
    }

    /** The whole request, ready to be sent. */
    public ByteBuffer write(Question question) {
        lookAtTheClock();
        SignedRoute route = routes.get(question.route());
        if (route == null) {
            route = new SignedRoute(target, question.route(), date);
            routes.put(question.route(), route);
        }
        return route.write(question, time, sha256);
    }

    private void lookAtTheClock() {
        long now = Math.floorDiv(clock.millis(), 1000);
        if (now == second) {
            return;
        }
        second = now;
        String text = TIME.format(Instant.ofEpochSecond(now));
        time = text.getBytes(US_ASCII);
        if (!date.equals(text.substring(0, DATE_LENGTH))) {
            date = text.substring(0, DATE_LENGTH);
            routes.clear();
        }
    }

    /** The signing key of a day: four HMACs over date, Region, service and a constant. */
    static byte[] signingKey(Target target, String date, Route route) {
        byte[] key = ("AWS4" + target.secretAccessKey()).getBytes(UTF_8);
        for (String part : new String[] {date, route.region(), route.call().service(), "aws4_request"}) {
            key = Digests.hmac(key).doFinal(part.getBytes(UTF_8));
        }
        return key;
    }
}
