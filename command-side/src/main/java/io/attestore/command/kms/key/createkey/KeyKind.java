package io.attestore.command.kms.key.createkey;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import java.util.Optional;

/** Which kinds of key KMS knows, and the one that is offered: symmetric, for encryption, with material made here. */
final class KeyKind {

    /** In the order in which KMS's message lists them. */
    static final String[] KEY_USAGES = {"ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"};

    static final String[] CUSTOMER_MASTER_KEY_SPECS = {
        "RSA_2048",
        "RSA_3072",
        "RSA_4096",
        "ECC_NIST_P256",
        "ECC_NIST_P384",
        "ECC_NIST_P521",
        "ECC_SECG_P256K1",
        "SYMMETRIC_DEFAULT",
        "HMAC_224",
        "HMAC_256",
        "HMAC_384",
        "HMAC_512",
        "SM2"
    };

    static final String[] KEY_SPECS = {
        "RSA_2048",
        "RSA_3072",
        "RSA_4096",
        "ECC_NIST_P256",
        "ECC_NIST_P384",
        "ECC_NIST_P521",
        "ECC_SECG_P256K1",
        "SYMMETRIC_DEFAULT",
        "HMAC_224",
        "HMAC_256",
        "HMAC_384",
        "HMAC_512",
        "SM2",
        "ML_DSA_44",
        "ML_DSA_65",
        "ML_DSA_87",
        "ECC_NIST_EDWARDS25519"
    };

    private KeyKind() {}

    /** Refuses what is asked for and not offered: silently making another kind of key would mislead its owner. */
    static void requireOffered(Structure input) {
        if (input.has("KeySpec") && input.has("CustomerMasterKeySpec")) {
            throw KmsFaults.bothKeySpecs();
        }
        requireOnly(input, "KeySpec", KmsShapes.SYMMETRIC_DEFAULT);
        requireOnly(input, "CustomerMasterKeySpec", KmsShapes.SYMMETRIC_DEFAULT);
        requireOnly(input, "KeyUsage", "ENCRYPT_DECRYPT");
        requireOnly(input, "Origin", "AWS_KMS");
        requireAbsent(input, "CustomKeyStoreId");
        requireAbsent(input, "XksKeyId");
        if (input.flag("MultiRegion")) {
            throw KmsFaults.unsupported("MultiRegion true");
        }
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
