package io.attestore.query.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.Bytes;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyManager;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyMaterialRotated.RotationType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A scenario that speaks of keys: what the tests of this package begin with. */
final class KeyScenario {

    static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    final Scenario scenario = new Scenario();

    private final OperationCatalogue operations = new OperationCatalogue(new KmsQueries(
                    new KeyLookup(scenario.vault),
                    new KeyCipher(scenario.vault, scenario.random),
                    scenario.random,
                    new PageTokens(RootKey.generate(scenario.random).authenticator("test paging"), scenario.random))
            .all());

    Structure answer(String operation, Structure input) {
        return scenario.answer(operation(operation), input);
    }

    AwsFault fault(String operation, Structure input) {
        return scenario.fault(operation(operation), input);
    }

    Outcome when(String operation, Structure input) {
        return scenario.when(operation(operation), input);
    }

    Operation operation(String name) {
        return operations.find(AwsService.KMS, name).orElseThrow();
    }

    List<Operation> operations() {
        return List.copyOf(operations.all());
    }

    String givenKey() {
        return givenKey(Scenario.WHERE, UUID.randomUUID().toString());
    }

    String givenKey(AccountRegion where, String id) {
        KeyId keyId = new KeyId(id);
        KeyVault.NewMaterial material = scenario.vault.newMaterial(where, keyId);
        KeyCreated created =
                new KeyCreated(where, keyId, material.id(), KeyManager.CUSTOMER, "a key", Map.of(), Optional.empty());
        scenario.given(List.of(created), List.of(material.row()));
        return id;
    }

    void givenAlias(String alias, String keyId) {
        scenario.given(new AliasCreated(Scenario.WHERE, new AliasName(alias), new KeyId(keyId)));
    }

    void givenDisabled(String keyId) {
        scenario.given(new KeyDisabled(Scenario.WHERE, new KeyId(keyId)));
    }

    void givenRotated(String id) {
        KeyId keyId = new KeyId(id);
        Key.Existing key = (Key.Existing) scenario.history.load(Key.TYPE, new Key.Id(Scenario.WHERE, keyId));
        KeyVault.NewMaterial next = scenario.vault.newMaterial(Scenario.WHERE, keyId);
        KeyMaterialRotated rotated = new KeyMaterialRotated(
                Scenario.WHERE, keyId, key.facts().currentMaterialId(), next.id(), RotationType.ON_DEMAND);
        scenario.given(List.of(rotated), List.of(next.row()));
    }

    Structure encrypted(String keyId, String plaintext, Map<String, String> context) {
        return answer("Encrypt", encryption(keyId, plaintext, context).build());
    }

    Bytes blob(String keyId, String plaintext, Map<String, String> context) {
        return encrypted(keyId, plaintext, context)
                .optionalBlob("CiphertextBlob")
                .orElseThrow();
    }

    static Structure.Builder encryption(String keyId, String plaintext, Map<String, String> context) {
        return Structure.builder()
                .put("KeyId", keyId)
                .put("Plaintext", new SecretBlob(SecretBytes.copyOf(plaintext.getBytes(UTF_8))))
                .putTextMap("EncryptionContext", context);
    }

    static Structure.Builder decryption(Bytes blob, Map<String, String> context) {
        return Structure.builder().put("CiphertextBlob", blob).putTextMap("EncryptionContext", context);
    }

    static String plaintext(Structure output) {
        return output.secret("Plaintext").withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8));
    }

    static Structure input(String... membersAndTexts) {
        Structure.Builder builder = Structure.builder();
        for (int i = 0; i < membersAndTexts.length; i += 2) {
            builder.put(membersAndTexts[i], membersAndTexts[i + 1]);
        }
        return builder.build();
    }

    static String arn(String resource) {
        return "arn:aws:kms:eu-west-1:123456789012:" + resource;
    }
}
