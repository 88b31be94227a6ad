package io.attestore.server.system;

import java.util.List;
import java.util.Map;

/** The recorded answers that nothing here can give yet, by the operation, kind of key or service that would. */
final class RecordedForLater {

    /** Whoever offers one of these takes its recordings to {@link RecordedErrorsTest}, where they are held to. */
    static final Map<String, List<String>> BY_WHAT_IS_MISSING = Map.ofEntries(
            Map.entry(
                    "kms.GenerateRandom",
                    List.of(
                            "kms: generate random exc, ValidationException, None",
                            "kms: generate random exc, ValidationException, 0",
                            "kms: generate random exc, ValidationException, 1025")),
            Map.entry(
                    "kms.Encrypt with an asymmetric key",
                    List.of(
                            "kms: generate random exc, ValidationException, RSA_2048-RSAES_OAEP_SHA_256",
                            "kms: generate random exc, ValidationException, RSA_3072-RSAES_OAEP_SHA_1",
                            "kms: generate random exc, ValidationException, RSA_3072-RSAES_OAEP_SHA_256",
                            "kms: generate random exc, ValidationException, RSA_4096-RSAES_OAEP_SHA_256")),
            Map.entry(
                    "kms.Sign",
                    List.of(
                            "kms: bad digest, ValidationException, RSA_2048-RSASSA_PSS_SHA_256",
                            "kms: bad digest, ValidationException, RSA_2048-RSASSA_PSS_SHA_384",
                            "kms: bad digest, ValidationException, RSA_2048-RSASSA_PSS_SHA_512",
                            "kms: bad digest, ValidationException, RSA_4096-RSASSA_PKCS1_V1_5_SHA_256",
                            "kms: bad digest, ValidationException, ECC_NIST_P256-ECDSA_SHA_256",
                            "kms: bad digest, ValidationException, ECC_NIST_P384-ECDSA_SHA_384",
                            "kms: sign invalid key id, InvalidKeyUsageException")),
            Map.entry(
                    "kms.GenerateMac",
                    List.of(
                            "kms: generate mac invalid key id, NotFoundException, HMAC_224-HMAC_SHA_224",
                            "kms: generate mac, InvalidKeyUsageException, HMAC_224-HMAC_SHA_256",
                            "kms: generate mac invalid key id, InvalidKeyUsageException")),
            Map.entry(
                    "kms.VerifyMac",
                    List.of(
                            "kms: verify mac, KMSInvalidMacException, HMAC_256-HMAC_SHA_256-some different important message",
                            "kms: verify mac, InvalidKeyUsageException, HMAC_256-HMAC_SHA_512-some important message")),
            Map.entry(
                    "kms.ImportKeyMaterial",
                    List.of(
                            "kms: encrypt before import error, KMSInvalidStateException",
                            "kms: error response, UnsupportedOperationException",
                            "kms: existing pending material error, KMSInvalidStateException",
                            "kms: rotate key on demand invalid state error, KMSInvalidStateException")),
            Map.entry("kms.Verify", List.of("kms: verify invalid key id, InvalidKeyUsageException")),
            Map.entry(
                    "kms.DeriveSharedSecret",
                    List.of(
                            "kms: response invalid key usage, InvalidKeyUsageException",
                            "kms: response invalid key agreement algo, ValidationException",
                            "kms: response invalid public key, ValidationException")),
            Map.entry(
                    "secretsmanager",
                    List.of(
                            "secretsmanager: invalid req ex, InvalidRequestException",
                            "secretsmanager: ex log 1, ValidationException, Inv Name",
                            "secretsmanager: ex log, ResourceExistsException",
                            "secretsmanager: no client request exc, InvalidRequestException, CreateSecret",
                            "secretsmanager: rotate secret invalid arn exc, AccessDeniedException",
                            "secretsmanager: error get secret value non existing, ResourceNotFoundException",
                            "secretsmanager: mismatch version id and stage, InvalidRequestException",
                            "secretsmanager: get secret value version not found ex, ResourceNotFoundException",
                            "secretsmanager: get secret value stage not found ex, ResourceNotFoundException",
                            "secretsmanager: rotate secret no arn exc, InvalidRequestException")),
            Map.entry(
                    "sts.AssumeRole",
                    List.of(
                            "sts: invalid transitive tag keys, InvalidParameterValue",
                            "sts: duplicate tag keys different casing, InvalidParameterValue",
                            "sts: override transitive tag error, InvalidParameterValue",
                            "sts: no partition, ValidationError",
                            "sts: no service, ValidationError",
                            "sts: not enough colons, ValidationError",
                            "sts: invalid session name, ValidationError")));

    private RecordedForLater() {}
}
