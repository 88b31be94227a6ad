package io.attestore.query.kms;

import static io.attestore.query.kms.KeyScenario.decryption;
import static io.attestore.query.kms.KeyScenario.encryption;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.events.Bytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plaintext is in the answer and nowhere else: not in an event, a record, a message or a printed object. */
class NoPlaintextLeavesTest {

    private static final String SECRET = "correct horse battery staple";

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();
    private final List<String> said = new ArrayList<>();

    @Test
    void encrypting_and_decrypting_tell_no_plaintext() {
        Structure encryption = encryption(keyId, SECRET, Map.of("app", "x")).build();
        run("Encrypt", encryption);
        run("Encrypt", encryption(keyId, SECRET, Map.of("a", "x".repeat(9000))).build());
        run("Encrypt", encryption("nobody", SECRET, Map.of()).build());
        run("Encrypt", encryption(keyId, SECRET, Map.of()).put("DryRun", true).build());
        Bytes blob = keys.blob(keyId, SECRET, Map.of());
        run("Decrypt", decryption(blob, Map.of()).build());
        run("Decrypt", decryption(blob, Map.of("other", "context")).build());
        run("Decrypt", decryption(blob, Map.of()).put("DryRun", true).build());
        keys.givenDisabled(keyId);
        run("Encrypt", encryption);
        run("Decrypt", decryption(blob, Map.of()).build());

        assertUntold(SECRET.getBytes(UTF_8));
    }

    @Test
    void generating_a_data_key_tells_no_plaintext() {
        Structure input = Structure.builder()
                .put("KeyId", keyId)
                .put("KeySpec", "AES_256")
                .build();

        Outcome.Answered outcome = (Outcome.Answered) run("GenerateDataKey", input);

        assertUntold(outcome.output().secret("Plaintext").copyOut(InsecureSecretAccess.get()));
    }

    @Test
    void the_record_shows_neither_plaintext_nor_ciphertext_but_the_context_and_the_key() {
        Structure encryption = encryption(keyId, SECRET, Map.of("app", "x")).build();
        Structure decryption = decryption(keys.blob(keyId, SECRET, Map.of()), Map.of("app", "x"))
                .build();

        assertThat(record("Encrypt", encryption))
                .isEqualTo("{\"keyId\":\"" + keyId + "\",\"encryptionContext\":{\"app\":\"x\"},"
                        + "\"encryptionAlgorithm\":\"SYMMETRIC_DEFAULT\"}");
        assertThat(record("Decrypt", decryption))
                .isEqualTo("{\"encryptionContext\":{\"app\":\"x\"},\"encryptionAlgorithm\":\"SYMMETRIC_DEFAULT\"}");
    }

    private Outcome run(String operation, Structure input) {
        Outcome outcome = keys.when(operation, input);
        said.add(input.toString());
        said.add(outcome.toString());
        said.add(record(operation, input));
        switch (outcome) {
            case Outcome.Answered(Structure output, var events, var rows) -> {
                said.add(output.toString());
                said.add(events.toString());
                said.add(rows.toString());
                said.add(Redaction.record(output, keys.operation(operation).output())
                        .orElse(""));
            }
            case Outcome.Refused(var fault, var events) -> {
                said.add(fault.toString() + fault.text());
                said.add(events.toString());
            }
        }
        return outcome;
    }

    private String record(String name, Structure input) {
        Operation operation = keys.operation(name);
        return Redaction.record(operation.recordedInput().of(input), operation.input())
                .orElse("");
    }

    private void assertUntold(byte[] secret) {
        assertThat(said).hasSizeGreaterThan(4);
        assertThat(String.join("\n", said))
                .doesNotContain(new String(secret, UTF_8))
                .doesNotContain(Base64.getEncoder().encodeToString(secret))
                .doesNotContainIgnoringCase(HexFormat.of().formatHex(secret));
    }
}
