package io.attestore.query.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Blob;
import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;
import io.attestore.contract.document.ShapeChecker;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The limits of KMS's service model, tried at their edges. */
class InputLimitsTest {

    private final KeyScenario keys = new KeyScenario();

    @Test
    void every_operation_of_this_side_reads_in_cloudtrails_sense() {
        assertThat(keys.operations()).isNotEmpty().allMatch(Operation::readOnly);
    }

    @Test
    void a_plaintext_has_1_to_4096_bytes() {
        assertThat(plaintext(1)).isEmpty();
        assertThat(plaintext(4096)).isEmpty();
        assertThat(plaintext(0)).isPresent();
        assertThat(plaintext(4097).orElseThrow())
                .isEqualTo("1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must"
                        + " have length less than or equal to 4096");
    }

    @Test
    void a_ciphertext_has_1_to_6144_bytes() {
        assertThat(violations("Decrypt", "CiphertextBlob", blob(6144))).isEmpty();
        assertThat(violations("Decrypt", "CiphertextBlob", blob(6145))).isPresent();
        assertThat(violations("Decrypt", "CiphertextBlob", blob(0))).isPresent();
    }

    @Test
    void a_data_key_has_1_to_1024_bytes_or_one_of_two_specs() {
        assertThat(violations("GenerateDataKey", "NumberOfBytes", new Whole(1))).isEmpty();
        assertThat(violations("GenerateDataKey", "NumberOfBytes", new Whole(1024)))
                .isEmpty();
        assertThat(violations("GenerateDataKey", "NumberOfBytes", new Whole(0))).isPresent();
        assertThat(violations("GenerateDataKey", "NumberOfBytes", new Whole(1025)))
                .isPresent();
        assertThat(violations("GenerateDataKey", "KeySpec", new Text("AES_192")))
                .isPresent();
    }

    @Test
    void a_page_has_1_to_1000_keys_and_1_to_100_aliases() {
        assertThat(violations("ListKeys", "Limit", new Whole(1000))).isEmpty();
        assertThat(violations("ListKeys", "Limit", new Whole(1001))).isPresent();
        assertThat(violations("ListAliases", "Limit", new Whole(100))).isEmpty();
        assertThat(violations("ListAliases", "Limit", new Whole(101))).isPresent();
        assertThat(violations("ListAliases", "Limit", new Whole(0))).isPresent();
    }

    @Test
    void grant_tokens_are_taken_ten_at_most_and_no_message_repeats_one() {
        assertThat(violations("Encrypt", "GrantTokens", tokens(10, "token"))).isEmpty();
        assertThat(violations("Encrypt", "GrantTokens", tokens(11, "token")).orElseThrow())
                .contains("'grantTokens'")
                .doesNotContain("'token");
    }

    @Test
    void a_key_is_named_in_1_to_2048_characters_of_ascii() {
        assertThat(violations("DescribeKey", "KeyId", new Text("x".repeat(2048))))
                .isEmpty();
        assertThat(violations("DescribeKey", "KeyId", new Text("x".repeat(2049))))
                .isPresent();
        assertThat(violations("DescribeKey", "KeyId", new Text("キー")).orElseThrow())
                .isEqualTo(
                        "1 validation error detected: Value 'キー' at 'keyId' failed to satisfy constraint: Member must"
                                + " satisfy regular expression pattern: ^\\p{ASCII}+$");
    }

    private Optional<String> plaintext(int length) {
        byte[] content = "x".repeat(length).getBytes(UTF_8);
        return violations("Encrypt", "Plaintext", new SecretBlob(SecretBytes.copyOf(content)));
    }

    private Optional<String> violations(String operation, String member, Document value) {
        Structure.Builder input = Structure.builder();
        if (!member.equals("KeyId") && !operation.startsWith("List")) {
            input.put("KeyId", "alias/aws/ssm");
        }
        if (operation.equals("Encrypt") && !member.equals("Plaintext")) {
            input.put("Plaintext", new SecretBlob(SecretBytes.copyOf(new byte[1])));
        }
        input.put(member, value).putTextMap("EncryptionContext", Map.of("a", "b"));
        return ShapeChecker.violations(input.build(), keys.operation(operation).input());
    }

    private static Document blob(int length) {
        return new Blob(Bytes.copyOf(new byte[length]));
    }

    private static Document tokens(int number, String token) {
        return new Document.Listing(Collections.nCopies(number, new Text(token)));
    }
}
