package io.attestore.door.http;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came in, bounded and complete.
 *
 * @param id the request id that the answer and the record carry
 * @param at when it arrived, in microseconds' precision
 * @param sourceAddress the peer's address
 * @param path the raw path as sent, not decoded
 * @param query the raw query string, empty if none
 * @param headers values by lower-case name, in the order of arrival
 * @param body all of it; it may hold a secret, so whoever has parsed it wipes it
 * @param tls how the connection is protected, if it is
 */
public record HttpRequest(
        String id,
        Instant at,
        String sourceAddress,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        Optional<Tls> tls) {

    public HttpRequest {
        Map<String, List<String>> lowerCase = HashMap.newHashMap(headers.size());
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = lowerCase;
    }

    /** Protocol version and cipher suite of a TLS connection. */
    public record Tls(String version, String cipherSuite) {}

    /** The first value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** The same with another query string. */
    public HttpRequest withQuery(String other) {
        return new HttpRequest(id, at, sourceAddress, method, path, other, headers, body, tls);
    }

    /** Method and path: no header, for one of them is a signature, and no body, for it may hold a secret. */
    @Override
    public String toString() {
        return "HttpRequest[" + id + " " + method + " " + path + "]";
    }
}
