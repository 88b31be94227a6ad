package io.attestore.server.http.connection;

import java.time.Duration;

/**
 * How large a request may be, and how long it may take to come.
 *
 * @param headBytesMax the request line with all headers
 * @param bodyBytesMax the body
 * @param timeLimit from its first byte to its last
 */
public record RequestLimits(int headBytesMax, int bodyBytesMax, Duration timeLimit) {

    RequestScanner scanner() {
        return new RequestScanner(headBytesMax, bodyBytesMax);
    }
}
