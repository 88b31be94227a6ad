package io.attestore.door.sigv4;

import io.attestore.events.id.CharacterSet;
import io.attestore.events.id.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A parsed Authorization header: {@code AWS4-HMAC-SHA256 Credential=id/date/region/service/aws4_request,
 * SignedHeaders=a;b, Signature=hex}; or the same three of a presigned request. Not a record: it holds a signature, which nothing may print.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">AWS:
 *     Authentication methods</a>
 */
final class Authorization {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final int HEADER_LENGTH_MAX = 8 * 1024;
    static final int SIGNED_HEADERS_MAX = 100;

    private static final String CREDENTIAL = "Credential";
    private static final String SIGNED_HEADERS = "SignedHeaders";
    private static final String SIGNATURE = "Signature";
    private static final List<String> PARAMETERS = List.of(CREDENTIAL, SIGNATURE, SIGNED_HEADERS);
    private static final int CREDENTIAL_PARTS = 5;
    private static final int ACCESS_KEY_ID_LENGTH_MAX = 128;
    private static final int DAY_DIGITS = 8;
    private static final int SERVICE_LENGTH_MAX = 63;
    private static final int HEADER_NAME_LENGTH_MAX = 256;
    private static final int SIGNATURE_DIGITS = 64;
    private static final CharacterSet SERVICE =
            CharacterSet.DIGITS.withRange('a', 'z').with("-");

    /** A token of RFC 9110, section 5.6.2, in lower case. */
    private static final CharacterSet HEADER_NAME = SERVICE.with("!#$%&'*+.^_`|~");

    private final String accessKeyId;
    private final CredentialScope scope;
    private final List<String> signedHeaders;
    private final byte[] signature;

    private Authorization(String accessKeyId, CredentialScope scope, List<String> signedHeaders, byte[] signature) {
        this.accessKeyId = accessKeyId;
        this.scope = scope;
        this.signedHeaders = signedHeaders;
        this.signature = signature;
    }

    /** @throws RejectedException in AWS's words if anything is missing, twice there or malformed */
    static Authorization parse(String header) {
        if (header.length() > HEADER_LENGTH_MAX) {
            throw RejectedException.incomplete("Authorization header is too long.");
        }
        Map<String, String> parameters = parameters(afterAlgorithm(header.strip()));
        requireAll(parameters);
        return of(
                parameters.getOrDefault(CREDENTIAL, ""),
                parameters.getOrDefault(SIGNED_HEADERS, ""),
                parameters.getOrDefault(SIGNATURE, ""));
    }

    /** @throws RejectedException in AWS's words if any of the three is malformed */
    static Authorization of(String credential, String signedHeaders, String signature) {
        String[] parts = credential.split("/", -1);
        CredentialScope scope = scope(parts);
        List<String> names = signedHeaders(signedHeaders);
        if (!CharacterSet.HEX.hasAllOf(signature, SIGNATURE_DIGITS, SIGNATURE_DIGITS)) {
            throw RejectedException.incomplete("Authorization header requires a 'Signature' of 64 hexadecimal digits.");
        }
        return new Authorization(parts[0], scope, names, HexFormat.of().parseHex(signature));
    }

    String accessKeyId() {
        return accessKeyId;
    }

    CredentialScope scope() {
        return scope;
    }

    /** In lower case, sorted. */
    List<String> signedHeaders() {
        return signedHeaders;
    }

    byte[] signature() {
        return signature;
    }

    @Override
    public String toString() {
        return "Authorization[" + accessKeyId + "]";
    }

    /** What follows the name of the algorithm and white space. */
    private static String afterAlgorithm(String header) {
        int end = ALGORITHM.length();
        boolean complete = header.length() == end;
        if (!header.startsWith(ALGORITHM) || !(complete || isBlank(header.charAt(end)))) {
            throw RejectedException.incomplete("Unsupported AWS 'algorithm' in the Authorization header.");
        }
        while (end < header.length() && isBlank(header.charAt(end))) {
            end++;
        }
        return header.substring(end);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String parameter = part.strip();
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                throw RejectedException.incomplete(
                        "Not a valid key=value pair (missing equal-sign) in Authorization header.");
            }
            String name = parameter.substring(0, equals);
            if (!PARAMETERS.contains(name) || parameters.putIfAbsent(name, parameter.substring(equals + 1)) != null) {
                throw RejectedException.incomplete(
                        "Authorization header has a parameter that is unknown or there twice.");
            }
        }
        return parameters;
    }

    private static void requireAll(Map<String, String> parameters) {
        List<String> missing = new ArrayList<>();
        for (String name : PARAMETERS) {
            if (!parameters.containsKey(name)) {
                missing.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (!missing.isEmpty()) {
            throw RejectedException.incomplete(String.join(" ", missing));
        }
    }

    private static CredentialScope scope(String[] credential) {
        if (credential.length != CREDENTIAL_PARTS) {
            throw RejectedException.incomplete("Credential must have exactly 5 slash-delimited elements,"
                    + " e.g. keyid/date/region/service/term.");
        }
        if (!CharacterSet.WORD.hasAllOf(credential[0], 1, ACCESS_KEY_ID_LENGTH_MAX)) {
            throw new RejectedException(SignatureVerifier.UNKNOWN_KEY);
        }
        if (!CharacterSet.DIGITS.hasAllOf(credential[1], DAY_DIGITS, DAY_DIGITS)) {
            throw RejectedException.otherScope("Date in Credential scope must be in the form 'YYYYMMDD'.");
        }
        if (!Region.isValid(credential[2])) {
            throw RejectedException.otherScope("Credential should be scoped to a valid region.");
        }
        if (!SERVICE.hasAllOf(credential[3], 1, SERVICE_LENGTH_MAX)) {
            throw RejectedException.otherScope("Credential should be scoped to a valid service.");
        }
        if (!credential[4].equals(CredentialScope.TERMINATION)) {
            throw RejectedException.otherScope("Credential should be scoped with a valid terminator: 'aws4_request'.");
        }
        return new CredentialScope(credential[1], credential[2], credential[3]);
    }

    private static List<String> signedHeaders(String text) {
        String[] names = text.split(";", -1);
        Arrays.sort(names);
        if (names.length > SIGNED_HEADERS_MAX || !areDifferentHeaderNames(names)) {
            throw RejectedException.incomplete("Authorization header requires 'SignedHeaders' to be at most "
                    + SIGNED_HEADERS_MAX + " different header names in lower case.");
        }
        return List.of(names);
    }

    private static boolean areDifferentHeaderNames(String[] sorted) {
        String previous = "";
        for (String name : sorted) {
            if (name.equals(previous) || !HEADER_NAME.hasAllOf(name, 1, HEADER_NAME_LENGTH_MAX)) {
                return false;
            }
            previous = name;
        }
        return true;
    }
}
