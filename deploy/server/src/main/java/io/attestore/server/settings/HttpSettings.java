package io.attestore.server.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the API's HTTP port.
 *
 * @param bodyBytesMax the largest body; beyond, 413
 * @param bodiesBytesMax all bodies in memory at one time; beyond, 503
 * @param headersBytesMax the request line with all headers; beyond, 400
 * @param headersMax how many headers; beyond, 400
 * @param connectionsMax open connections, idle ones included; further ones wait to be accepted
 * @param requestsMax requests that are read, handled or answered at one time; further ones wait for their turn, in order
 * @param turnTimeLimit for that wait; beyond, 503
 * @param readTimeLimit for a silent client within a request, and for a whole body; beyond, 408
 * @param readTimeLimitCrowded the same while more than half of the turns are taken
 * @param idleTimeLimit between two requests of one connection; then it is closed
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
        @DefaultValue("2s") Duration readTimeLimitCrowded,
        @DefaultValue("75s") Duration idleTimeLimit) {

    public HttpSettings {
        requirePositive("body-bytes-max", bodyBytesMax.toBytes());
        requirePositive("bodies-bytes-max", bodiesBytesMax.toBytes());
        requirePositive("headers-bytes-max", headersBytesMax.toBytes());
        requirePositive("headers-max", headersMax);
        requirePositive("connections-max", connectionsMax);
        requirePositive("requests-max", requestsMax);
        requirePositive("turn-time-limit", turnTimeLimit.toMillis());
        requirePositive("read-time-limit", readTimeLimit.toMillis());
        requirePositive("read-time-limit-crowded", readTimeLimitCrowded.toMillis());
        requirePositive("idle-time-limit", idleTimeLimit.toMillis());
    }

    /** For a client within a request that begins now. */
    public Duration readTimeLimit(boolean crowded) {
        return crowded ? readTimeLimitCrowded : readTimeLimit;
    }

    private static void requirePositive(String name, long value) {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("attestore.http." + name + " must be positive and below 2^31");
        }
    }
}
