package io.attestore.command.kms.key.createkey;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import java.util.Optional;
import java.util.Set;

/** Which kinds of key KMS knows, and the one that is offered: symmetric, for encryption, with material made here. */
final class KeyKind {

    /** In the order in which KMS's message lists them. */
    static final String[] KEY_USAGES = {"ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"};

    private KeyKind() {}

    /** Refuses what is asked for and not offered: silently making another kind of key would mislead its owner. */
    static void requireOffered(Structure input) {
        if (input.has("KeySpec") && input.has("CustomerMasterKeySpec")) {
            throw KmsFaults.bothKeySpecs();
        }
        requireUsage(input);
        requireOnly(input, "KeySpec", KmsShapes.SYMMETRIC_DEFAULT);
        requireOnly(input, "CustomerMasterKeySpec", KmsShapes.SYMMETRIC_DEFAULT);
        requireOnly(input, "Origin", KmsShapes.AWS_KMS);
        requireAbsent(input, "CustomKeyStoreId");
        requireAbsent(input, "XksKeyId");
        if (input.flag("MultiRegion")) {
            throw KmsFaults.unsupported("MultiRegion true");
        }
    }

    /** Only a symmetric key for encryption needs no usage; what no key of its spec can be used for is refused first. */
    private static void requireUsage(Structure input) {
        String keySpec = keySpec(input);
        Optional<String> usage = input.optionalText("KeyUsage");
        if (usage.isEmpty() && !keySpec.equals(KmsShapes.SYMMETRIC_DEFAULT)) {
            throw KmsFaults.keyUsageMissing();
        }
        usage.filter(asked -> !usages(keySpec).contains(asked)).ifPresent(asked -> {
            throw KmsFaults.incompatibleKeyUsage(asked, keySpec);
        });
    }

    /** The key spec that is asked for, by either of its names, or the one that is meant by none. */
    static String keySpec(Structure input) {
        return input.optionalText("KeySpec")
                .or(() -> input.optionalText("CustomerMasterKeySpec"))
                .orElse(KmsShapes.SYMMETRIC_DEFAULT);
    }

    /** @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html">Key specs</a> */
    private static Set<String> usages(String keySpec) {
        return switch (keySpec) {
            case "SYMMETRIC_DEFAULT" -> Set.of("ENCRYPT_DECRYPT");
            case "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512" -> Set.of("GENERATE_VERIFY_MAC");
            case "RSA_2048", "RSA_3072", "RSA_4096" -> Set.of("ENCRYPT_DECRYPT", "SIGN_VERIFY");
            case "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521" -> Set.of("SIGN_VERIFY", "KEY_AGREEMENT");
            case "SM2" -> Set.of("ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT");
            default -> Set.of("SIGN_VERIFY");
        };
    }

    private static void requireOnly(Structure input, String member, String offered) {
        Optional<AwsFault> refusal = input.optionalText(member)
                .filter(value -> !value.equals(offered))
                .map(value -> KmsFaults.unsupported(member + " " + value));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private static void requireAbsent(Structure input, String member) {
        if (input.has(member)) {
            throw KmsFaults.unsupported(member);
        }
    }
}
