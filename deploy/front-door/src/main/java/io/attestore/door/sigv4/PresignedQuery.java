package io.attestore.door.sigv4;

import java.util.HashMap;
import java.util.Map;

/**
 * What a presigned request says in its query string: {@code X-Amz-Algorithm}, {@code -Credential}, {@code -Date},
 * {@code -SignedHeaders}, {@code -Signature}, perhaps {@code -Security-Token}, each once. Not a record: it holds a
 * signature, which nothing may print.
 */
final class PresignedQuery {

    private static final String PREFIX = "X-Amz-";
    private static final String SIGNATURE = "X-Amz-Signature";
    private static final PresignedQuery NONE = new PresignedQuery(Map.of(), "");

    private final Map<String, String> parameters;
    private final String signed;

    private PresignedQuery(Map<String, String> parameters, String signed) {
        this.parameters = parameters;
        this.signed = signed;
    }

    /** @throws RejectedException if a parameter of the signature is there twice */
    static PresignedQuery of(String query) {
        if (query.isEmpty()) {
            return NONE;
        }
        Map<String, String> parameters = new HashMap<>();
        StringBuilder signed = new StringBuilder();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = PercentEncoding.decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : PercentEncoding.decode(part.substring(equals + 1));
            if (name.startsWith(PREFIX) && parameters.putIfAbsent(name, value) != null) {
                throw RejectedException.incomplete("The query-string parameter '" + name + "' must be there once.");
            }
            if (!name.equals(SIGNATURE)) {
                signed.append(signed.isEmpty() ? "" : "&").append(part);
            }
        }
        return new PresignedQuery(parameters, signed.toString());
    }

    /** Whether there is anything of a signature in it. */
    boolean isPresent() {
        return parameters.containsKey(SIGNATURE) || parameters.containsKey("X-Amz-Algorithm");
    }

    /** The query string that was signed: all of it but the signature. */
    String signed() {
        return signed;
    }

    Authorization authorization() {
        if (!required("X-Amz-Algorithm").equals(Authorization.ALGORITHM)) {
            throw RejectedException.incomplete("Unsupported AWS 'algorithm' in the query-string parameters.");
        }
        return Authorization.of(required("X-Amz-Credential"), required("X-Amz-SignedHeaders"), required(SIGNATURE));
    }

    String date() {
        return required("X-Amz-Date");
    }

    /** Empty if there is none. */
    String sessionToken() {
        return parameters.getOrDefault("X-Amz-Security-Token", "");
    }

    @Override
    public String toString() {
        return "PresignedQuery[redacted]";
    }

    private String required(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw RejectedException.incomplete(
                    "AWS query-string parameters must include '" + name + "'. Re-examine the query-string parameters.");
        }
        return value;
    }
}
