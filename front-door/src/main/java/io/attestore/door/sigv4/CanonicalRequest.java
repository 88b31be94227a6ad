package io.attestore.door.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.door.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one text that signer and verifier make of a request: method, path, query, signed headers, their names and the
 * payload's hash, a line each. For services other than S3: the path is normalised and its bytes are encoded once more.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: Create
 *     a signed AWS API request, step 1</a>
 */
final class CanonicalRequest {

    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

    private CanonicalRequest() {}

    /** @param payloadHash the SHA-256 of the body in lower-case hex */
    static String of(HttpRequest request, Set<String> signedHeaders, String payloadHash) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(path(request.path())).append('\n');
        text.append(query(request.query())).append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':').append(value(request, name)).append('\n');
        }
        text.append('\n');
        text.append(String.join(";", signedHeaders)).append('\n');
        return text.append(payloadHash).toString();
    }

    private static String path(String raw) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : raw.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(PercentEncoding.encode(segment.getBytes(UTF_8)));
            }
        }
        boolean closed = raw.endsWith("/") || raw.endsWith("/.") || raw.endsWith("/..");
        return segments.isEmpty() ? "/" : "/" + String.join("/", segments) + (closed ? "/" : "");
    }

    /** Decoded and encoded anew, so that each way to write a character is signed as one; sorted by name, then value. */
    private static String query(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        record Parameter(String name, String value) {}
        List<Parameter> parameters = new ArrayList<>();
        for (String part : raw.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.add(new Parameter(PercentEncoding.normalise(name), PercentEncoding.normalise(value)));
            }
        }
        parameters.sort(Comparator.comparing(Parameter::name).thenComparing(Parameter::value));
        return String.join(
                "&",
                parameters.stream()
                        .map(parameter -> parameter.name() + "=" + parameter.value())
                        .toList());
    }

    private static String value(HttpRequest request, String name) {
        List<String> values = request.headers().getOrDefault(name, List.of());
        return String.join(
                ",",
                values.stream()
                        .map(value -> SPACES.matcher(value.strip()).replaceAll(" "))
                        .toList());
    }
}
