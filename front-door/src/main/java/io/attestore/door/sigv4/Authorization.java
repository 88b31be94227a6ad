package io.attestore.door.sigv4;

import io.attestore.events.id.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A parsed Authorization header: {@code AWS4-HMAC-SHA256 Credential=id/date/region/service/aws4_request,
 * SignedHeaders=a;b, Signature=hex}. Not a record: it holds a signature, which nothing may print.
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
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t]+");
    private static final Pattern ACCESS_KEY_ID = Pattern.compile("[A-Za-z0-9_]{1,128}");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]{1,256}");
    private static final Pattern SIGNATURE_HEX = Pattern.compile("[0-9a-f]{64}");

    private final String accessKeyId;
    private final CredentialScope scope;
    private final Set<String> signedHeaders;
    private final byte[] signature;

    private Authorization(String accessKeyId, CredentialScope scope, Set<String> signedHeaders, byte[] signature) {
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
        String[] algorithmAndRest = WHITE_SPACE.split(header.strip(), 2);
        if (!algorithmAndRest[0].equals(ALGORITHM)) {
            throw RejectedException.incomplete("Unsupported AWS 'algorithm' in the Authorization header.");
        }
        Map<String, String> parameters = parameters(algorithmAndRest.length == 2 ? algorithmAndRest[1] : "");
        requireAll(parameters);
        String[] credential = parameters.getOrDefault(CREDENTIAL, "").split("/", -1);
        CredentialScope scope = scope(credential);
        Set<String> signedHeaders = signedHeaders(parameters.getOrDefault(SIGNED_HEADERS, ""));
        String signature = parameters.getOrDefault(SIGNATURE, "");
        if (!SIGNATURE_HEX.matcher(signature).matches()) {
            throw RejectedException.incomplete("Authorization header requires a 'Signature' of 64 hexadecimal digits.");
        }
        return new Authorization(
                credential[0], scope, signedHeaders, HexFormat.of().parseHex(signature));
    }

    String accessKeyId() {
        return accessKeyId;
    }

    CredentialScope scope() {
        return scope;
    }

    /** In lower case, sorted. */
    Set<String> signedHeaders() {
        return signedHeaders;
    }

    byte[] signature() {
        return signature;
    }

    @Override
    public String toString() {
        return "Authorization[" + accessKeyId + "]";
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] nameAndValue = part.strip().split("=", 2);
            if (nameAndValue.length < 2) {
                throw RejectedException.incomplete(
                        "Not a valid key=value pair (missing equal-sign) in Authorization header.");
            }
            if (!PARAMETERS.contains(nameAndValue[0]) || parameters.containsKey(nameAndValue[0])) {
                throw RejectedException.incomplete(
                        "Authorization header has a parameter that is unknown or there twice.");
            }
            parameters.put(nameAndValue[0], nameAndValue[1]);
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
        if (!ACCESS_KEY_ID.matcher(credential[0]).matches()) {
            throw new RejectedException(Verdict.Reason.UNKNOWN_KEY, SignatureVerifier.INVALID_TOKEN);
        }
        if (!DAY.matcher(credential[1]).matches()) {
            throw RejectedException.mismatch("Date in Credential scope must be in the form 'YYYYMMDD'.");
        }
        if (!Region.isValid(credential[2])) {
            throw RejectedException.mismatch("Credential should be scoped to a valid region.");
        }
        if (!SERVICE.matcher(credential[3]).matches()) {
            throw RejectedException.mismatch("Credential should be scoped to a valid service.");
        }
        if (!credential[4].equals(CredentialScope.TERMINATION)) {
            throw RejectedException.mismatch("Credential should be scoped with a valid terminator: 'aws4_request'.");
        }
        return new CredentialScope(credential[1], credential[2], credential[3]);
    }

    private static Set<String> signedHeaders(String text) {
        String[] names = text.split(";", -1);
        Set<String> sorted = new TreeSet<>(Arrays.asList(names));
        boolean wellFormed = names.length <= SIGNED_HEADERS_MAX
                && sorted.size() == names.length
                && sorted.stream().allMatch(name -> HEADER_NAME.matcher(name).matches());
        if (!wellFormed) {
            throw RejectedException.incomplete("Authorization header requires 'SignedHeaders' to be at most "
                    + SIGNED_HEADERS_MAX + " different header names in lower case.");
        }
        return sorted;
    }
}
