package io.attestore.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.CryptoResult;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKey;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import io.attestore.cryptography.envelope.EncryptedDataKey;
import io.attestore.cryptography.envelope.EncryptedMessage;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The ciphertext of an advanced SecureString is a message that the AWS Encryption SDK opens, and the other way round. */
class AwsEncryptionSdkTest {

    private static final String VALUE = "S3cure!".repeat(1000);

    private final Tenant tenant = SystemServer.newTenant();
    private final String keyArn = tenant.kms().createKey().keyMetadata().arn();
    private final AwsCrypto crypto = AwsCrypto.builder()
            .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
            .withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
            .build();

    @Test
    void the_sdk_opens_what_get_parameter_gives_out_encrypted() {
        tenant.ssm()
                .putParameter(request -> request.name("/prod/certificate")
                        .value(VALUE)
                        .type(ParameterType.SECURE_STRING)
                        .tier(ParameterTier.ADVANCED)
                        .keyId(keyArn));
        Parameter encrypted = tenant.ssm()
                .getParameter(request -> request.name("/prod/certificate"))
                .parameter();

        CryptoResult<byte[], KmsMasterKey> opened =
                crypto.decryptData(keys(), Base64.getDecoder().decode(encrypted.value()));

        assertThat(new String(opened.getResult(), UTF_8)).isEqualTo(VALUE);
        assertThat(opened.getMasterKeyIds()).containsExactly(keyArn);
        assertThat(opened.getEncryptionContext()).isEqualTo(Map.of("PARAMETER_ARN", encrypted.arn()));
    }

    @Test
    void what_the_sdk_seals_under_a_key_of_this_server_is_read_here() {
        Map<String, String> context = Map.of("purpose", "test");
        byte[] sealed =
                crypto.encryptData(keys(), VALUE.getBytes(UTF_8), context).getResult();

        EncryptedMessage message = EncryptedMessage.parse(sealed).orElseThrow();
        EncryptedDataKey dataKey = message.dataKeys().getFirst();
        DecryptResponse decrypted = tenant.kms()
                .decrypt(request -> request.ciphertextBlob(SdkBytes.fromByteArray(dataKey.ciphertext()))
                        .encryptionContext(context));

        assertThat(dataKey.providerInformation()).isEqualTo(keyArn);
        try (SecretBytes key = SecretBytes.copyOf(decrypted.plaintext().asByteArray())) {
            String opened = message.open(key)
                    .orElseThrow()
                    .withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8));
            assertThat(opened).isEqualTo(VALUE);
        }
    }

    private KmsMasterKeyProvider keys() {
        return KmsMasterKeyProvider.builder()
                .customRegionalClientSupplier(region -> tenant.kms())
                .buildStrict(keyArn);
    }
}
