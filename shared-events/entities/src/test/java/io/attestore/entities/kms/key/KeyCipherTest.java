package io.attestore.entities.kms.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.History;
import io.attestore.entities.MemoryGroupKeys;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.Bytes;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.Region;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyMaterialRotated.RotationType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyCipherTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Map<String, String> CONTEXT = Map.of("PARAMETER_ARN", "arn:aws:ssm:x");

    private final SecureRandom random = new SecureRandom();
    private final GroupKeys groupKeys = MemoryGroupKeys.fresh(random);
    private final History history = new History();
    private final KeyLookup lookup = new KeyLookup(vault());

    @Test
    void the_aws_managed_key_comes_to_be_when_it_is_first_looked_at() {
        KeyLookup.Found first = found("alias/aws/ssm");
        assertThat(first.creationEvents()).hasSize(2);
        appendCreation(first);

        KeyLookup.Found second = found("alias/aws/ssm");

        assertThat(second.creationEvents()).isEmpty();
        assertThat(second.facts()).isEqualTo(first.facts());
    }

    @Test
    void the_four_forms_of_a_reference_find_the_same_key() {
        KeyLookup.Found first = found("alias/aws/ssm");
        appendCreation(first);
        String keyId = first.facts().keyId().value();

        assertThat(List.of(
                        keyId,
                        "arn:aws:kms:eu-west-1:123456789012:key/" + keyId,
                        "alias/aws/ssm",
                        "arn:aws:kms:eu-west-1:123456789012:alias/aws/ssm"))
                .allSatisfy(form -> assertThat(found(form).facts()).isEqualTo(first.facts()));
    }

    @Test
    void a_reference_of_no_form_and_a_key_that_is_not_there_are_told_apart() {
        assertThat(lookup.find(history, WHERE, "arn:aws:s3:::bucket", "request-1", NOON))
                .isInstanceOf(KeyLookup.Malformed.class);
        assertThat(lookup.find(history, WHERE, "alias/none", "request-1", NOON)).isInstanceOf(KeyLookup.NotFound.class);
    }

    @Test
    void what_a_new_key_encrypts_opens_after_its_creation_was_appended() {
        KeyLookup.Found first = found("alias/aws/ssm");
        Bytes blob = new KeyCipher(vault(), random).encrypt(first, secret("hunter2"), CONTEXT);
        appendCreation(first);

        assertThat(opened(found("alias/aws/ssm").facts(), blob, CONTEXT)).contains("hunter2");
    }

    @Test
    void old_ciphertext_opens_after_a_rotation_and_new_ciphertext_uses_the_new_material() {
        KeyLookup.Found first = found("alias/aws/ssm");
        appendCreation(first);
        KeyCipher cipher = new KeyCipher(vault(), random);
        Bytes old = cipher.encrypt(found("alias/aws/ssm"), secret("old"), CONTEXT);

        KeyVault.NewMaterial next = vault().newMaterial(WHERE, first.facts().keyId());
        KeyMaterialRotated rotated = new KeyMaterialRotated(
                WHERE, first.facts().keyId(), first.facts().currentMaterialId(), next.id(), RotationType.ON_DEMAND);
        history.append(NOON, List.of(rotated), List.of(next.row()));

        KeyFacts facts = found("alias/aws/ssm").facts();
        Bytes fresh = cipher.encrypt(found("alias/aws/ssm"), secret("new"), CONTEXT);
        assertThat(opened(facts, old, CONTEXT)).contains("old");
        assertThat(opened(facts, fresh, CONTEXT)).contains("new");
        assertThat(CiphertextBlob.parse(fresh.toArray())
                        .orElseThrow()
                        .materialId()
                        .value())
                .isEqualTo(next.id().value());
        assertThat(facts.rotationsOnDemand()).isEqualTo(1);
    }

    @Test
    void another_encryption_context_does_not_open_it() {
        KeyLookup.Found first = found("alias/aws/ssm");
        appendCreation(first);
        Bytes blob = new KeyCipher(vault(), random).encrypt(found("alias/aws/ssm"), secret("x"), CONTEXT);

        assertThat(opened(first.facts(), blob, Map.of())).isEmpty();
    }

    private KeyVault vault() {
        return new KeyVault(groupKeys, history, random, 100);
    }

    @Test
    void a_managed_key_that_is_decided_anew_is_the_same_key() {
        KeyId first = createdBy("one").facts().keyId();

        assertThat(createdBy("one").facts().keyId()).isEqualTo(first);
        assertThat(createdBy("two").facts().keyId()).isNotEqualTo(first);
    }

    private KeyLookup.Found createdBy(String requestId) {
        return (KeyLookup.Found) lookup.find(history, WHERE, "alias/aws/ssm", requestId, NOON);
    }

    private KeyLookup.Found found(String reference) {
        return (KeyLookup.Found) lookup.find(history, WHERE, reference, "request-1", NOON);
    }

    private void appendCreation(KeyLookup.Found first) {
        history.append(NOON, first.creationEvents(), first.creationRows());
    }

    private Optional<String> opened(KeyFacts facts, Bytes blob, Map<String, String> context) {
        return new KeyCipher(vault(), random)
                .decrypt(facts, CiphertextBlob.parse(blob.toArray()).orElseThrow(), context)
                .map(secret -> secret.withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8)));
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.copyOf(text.getBytes(UTF_8));
    }
}
