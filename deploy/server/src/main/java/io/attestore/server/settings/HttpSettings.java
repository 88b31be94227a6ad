package io.attestore.server.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the API's HTTP port.
 *
 * @param bodyBytesMax the largest body; beyond, 413
 * @param bodiesBytesMax all bodies, and half-sent requests, in memory at one time; beyond, the oldest half-sent request
 *     goes, or 503
 * @param headersBytesMax the request line with all headers; beyond, 400
 * @param headersMax how many headers; beyond, 400
 * @param connectionsMax open connections, idle ones included; for a further one the oldest idle one goes, or if there is
 *     none, one whose request waits. At most what the limit on open files allows
 * @param requestsMax requests that are handled at one time; further ones wait, sources taking turns
 * @param turnTimeLimit for that wait, whoever has the turns; beyond, 503
 * @param readTimeLimit from a request's first byte to its last; beyond, 408
 * @param idleTimeLimit between two requests of one connection; then it is closed
 * @param sourceSharePercent of connections, turns and memory for bodies: who has that much leaves as much free for others
 * @param trustedProxies addresses and networks whose X-Forwarded-For is believed
 */
@ConfigurationProperties("attestore.http")
public record HttpSettings(
        @DefaultValue("1MB") DataSize bodyBytesMax,
        @DefaultValue("256MB") DataSize bodiesBytesMax,
        @DefaultValue("16KB") DataSize headersBytesMax,
        @DefaultValue("100") int headersMax,
        @DefaultValue("20000") int connectionsMax,
        @DefaultValue("512") int requestsMax,
        @DefaultValue("3s") Duration turnTimeLimit,
        @DefaultValue("20s") Duration readTimeLimit,
        @DefaultValue("75s") Duration idleTimeLimit,
        @DefaultValue("25") int sourceSharePercent,
        @DefaultValue List<String> trustedProxies) {

    private static final int PERCENT = 100;

    public HttpSettings {
        requirePositive("body-bytes-max", bodyBytesMax.toBytes());
        requirePositive("bodies-bytes-max", bodiesBytesMax.toBytes());
        requirePositive("headers-bytes-max", headersBytesMax.toBytes());
        requirePositive("headers-max", headersMax);
        requirePositive("connections-max", connectionsMax);
        requirePositive("requests-max", requestsMax);
        requirePositive("turn-time-limit", turnTimeLimit.toMillis());
        requirePositive("read-time-limit", readTimeLimit.toMillis());
        requirePositive("idle-time-limit", idleTimeLimit.toMillis());
        if (sourceSharePercent < 1 || sourceSharePercent > PERCENT) {
            throw new IllegalArgumentException("attestore.http.source-share-percent must be from 1 to 100");
        }
        trustedProxies = List.copyOf(trustedProxies);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("attestore.http." + name + " must be positive and below 2^31");
        }
    }
}
