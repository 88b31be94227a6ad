package io.attestore.door.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.door.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The one text that signer and verifier make of a request: method, path, query, signed headers, their names and the
 * payload's hash, a line each. For services other than S3: the path is normalised and its bytes are encoded once more.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: Create
 *     a signed AWS API request, step 1</a>
 */
final class CanonicalRequest {

    private CanonicalRequest() {}

    /** @param payloadHash the SHA-256 of the body in lower-case hex */
    static String of(HttpRequest request, List<String> signedHeaders, String payloadHash) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(path(request.path())).append('\n');
        text.append(query(request.query())).append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':');
            appendValues(text, request.headers().getOrDefault(name, List.of()));
            text.append('\n');
        }
        text.append('\n');
        text.append(String.join(";", signedHeaders)).append('\n');
        return text.append(payloadHash).toString();
    }

    private static String path(String raw) {
        if (raw.equals("/")) {
            return raw;
        }
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

    private static void appendValues(StringBuilder text, List<String> values) {
        String separator = "";
        for (String value : values) {
            text.append(separator);
            appendWithSingleSpaces(text, value.strip());
            separator = ",";
        }
    }

    private static void appendWithSingleSpaces(StringBuilder text, String value) {
        int start = 0;
        while (start < value.length()) {
            int end = start;
            while (end < value.length() && !isSpace(value.charAt(end))) {
                end++;
            }
            text.append(value, start, end);
            if (end < value.length()) {
                text.append(' ');
            }
            while (end < value.length() && isSpace(value.charAt(end))) {
                end++;
            }
            start = end;
        }
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }
}
