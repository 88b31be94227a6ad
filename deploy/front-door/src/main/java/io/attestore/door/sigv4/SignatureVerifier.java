package io.attestore.door.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.sigv4.Verdict.Reason;
import io.attestore.door.sigv4.Verdict.Rejected;
import io.attestore.door.sigv4.Verdict.Verified;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.Region;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Verifies AWS Signature Version 4, in the Authorization header or the query string, as every AWS service but S3 does. The
 * body's hash is always computed from the body; unsigned payloads and session tokens are refused.
 *
 * <p>Every header that decides what a request means must be signed and be there once. Signatures are compared in
 * constant time; whether an access key exists is no secret, for AWS's error codes tell it. No access key is looked up
 * for a request of another time or service. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS: Signature Version 4</a>
 */
public final class SignatureVerifier {

    /** There is no such access key, or not any more. */
    public static final Rejected UNKNOWN_KEY =
            new Rejected(Reason.UNKNOWN_KEY, "The security token included in the request is invalid.");

    private static final String OTHER_SIGNATURE =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. Consult the service documentation for details.";
    private static final String CONTENT_HASH = "x-amz-content-sha256";
    private static final List<String> MEANINGFUL = List.of("x-amz-date", "x-amz-target", CONTENT_HASH);
    private static final List<String> AT_MOST_ONCE =
            List.of("authorization", "host", "date", "x-amz-date", "x-amz-target", CONTENT_HASH);

    private final AccessKeys accessKeys;
    private final SigningKeys signingKeys = new SigningKeys();

    public SignatureVerifier(AccessKeys accessKeys) {
        this.accessKeys = accessKeys;
    }

    /**
     * Whose the request is, if it is anybody's.
     *
     * @param service the signing name of the service that is called, to which the credential must be scoped
     */
    public Verdict verify(HttpRequest request, String service) {
        return verify(request, SignatureClaim.of(request), service);
    }

    /**
     * The same, of a request whose claim has been read already.
     *
     * @param claim the request's own
     */
    public Verdict verify(HttpRequest request, SignatureClaim claim, String service) {
        try {
            return new Verified(caller(request, claim, service));
        } catch (RejectedException rejected) {
            return rejected.verdict();
        }
    }

    private Caller caller(HttpRequest request, SignatureClaim claim, String service) {
        requireSingleHeaders(request);
        Authentication authentication = claim.authentication();
        Authorization authorization = authentication.authorization();
        requireSigned(request, authorization, authentication.time());
        CredentialScope scope = authorization.scope();
        if (!scope.service().equals(service)) {
            throw new RejectedException(Rejected.ofOtherService(service));
        }
        authentication.requireFresh(request.at());
        try (AccessKey key = accessKey(authentication)) {
            requireSignature(authentication, signingKeys.of(key, scope));
            Region region = new Region(scope.region());
            return new Caller(key.principal(region), region, scope.service());
        }
    }

    private static void requireSingleHeaders(HttpRequest request) {
        for (String name : AT_MOST_ONCE) {
            if (request.headers().getOrDefault(name, List.of()).size() > 1) {
                throw RejectedException.incomplete("The header '" + name + "' must be there once.");
            }
        }
    }

    private static void requireSigned(HttpRequest request, Authorization authorization, SigningTime time) {
        if (!authorization.signedHeaders().contains("host")
                || request.header("host").isEmpty()) {
            throw RejectedException.mismatch(
                    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        time.header().ifPresent(header -> requireSigned(authorization, header));
        for (String name : MEANINGFUL) {
            if (request.header(name).isPresent()) {
                requireSigned(authorization, name);
            }
        }
    }

    private static void requireSigned(Authorization authorization, String name) {
        if (!authorization.signedHeaders().contains(name)) {
            throw RejectedException.mismatch("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private AccessKey accessKey(Authentication authentication) {
        String id = authentication.authorization().accessKeyId();
        Optional<AccessKey> found = authentication.ofSession() || !AccessKeyId.isValid(id)
                ? Optional.empty()
                : accessKeys.find(new AccessKeyId(id));
        return found.orElseThrow(() -> new RejectedException(UNKNOWN_KEY));
    }

    private static void requireSignature(Authentication authentication, SigningKey key) {
        HttpRequest request = authentication.signed();
        Authorization authorization = authentication.authorization();
        String payloadHash = sha256(request.body());
        boolean otherPayload = request.header(CONTENT_HASH)
                .filter(sent -> !sent.equals(payloadHash))
                .isPresent();
        byte[] computed = signature(request, authorization, authentication.time(), key, payloadHash);
        if (!MessageDigest.isEqual(computed, authorization.signature()) || otherPayload) {
            throw RejectedException.mismatch(OTHER_SIGNATURE);
        }
    }

    /** The signature that the request must carry. */
    static byte[] signature(
            HttpRequest request, Authorization authorization, SigningTime time, SigningKey key, String payloadHash) {
        String canonical = CanonicalRequest.of(request, authorization.signedHeaders(), payloadHash);
        return key.sign(Authorization.ALGORITHM + "\n" + time.basicFormat() + "\n" + authorization.scope() + "\n"
                + sha256(canonical.getBytes(UTF_8)));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
