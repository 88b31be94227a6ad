package io.attestore.entities.kms;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.kms.key.Alias;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyDirectory;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call about a key tells policies: who calls, how the key was named, and what the key is. The key is looked at
 * when a policy asks; one that is not there tells nothing of itself. Not for sharing between threads.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">KMS: condition keys</a>
 */
public final class KeyConditions implements ConditionValues {

    private final Call call;
    private final KeyReference named;
    private final Optional<KeyFacts> known;

    private KeyConditions(Call call, KeyReference named, Optional<KeyFacts> known) {
        this.call = call;
        this.named = named;
        this.known = known;
    }

    /** Of what a call names, which need not be there. */
    public static KeyConditions of(Call call, KeyReference named) {
        return new KeyConditions(call, named, Optional.empty());
    }

    /** Of a key at hand, perhaps one that comes to be with this call. */
    public static KeyConditions of(Call call, KeyReference named, KeyFacts facts) {
        return new KeyConditions(call, named, Optional.of(facts));
    }

    /** Of a call that is about no key, or about none that there is already. */
    public static ConditionValues ofCaller(Call call) {
        return key -> key.equals("kms:calleraccount") ? caller(call) : Optional.empty();
    }

    @Override
    public Optional<List<String>> given(String key) {
        return switch (key) {
            case "kms:calleraccount" -> caller(call);
            case "kms:requestalias" -> requestAlias();
            case "kms:keyspec" -> ofKey(KmsShapes.SYMMETRIC_DEFAULT);
            case "kms:keyusage" -> ofKey(KmsShapes.ENCRYPT_DECRYPT);
            case "kms:keyorigin" -> ofKey(KmsShapes.AWS_KMS);
            case "kms:multiregion" -> ofKey("false");
            case "kms:resourcealiases" -> facts().flatMap(this::aliases);
            default ->
                TagConditions.ofResource(
                        key, () -> facts().map(KeyFacts::keyTags).orElse(Map.of()));
        };
    }

    private static Optional<List<String>> caller(Call call) {
        return ConditionValues.one(call.context().principal().account().value());
    }

    private Optional<List<String>> requestAlias() {
        return switch (named) {
            case KeyReference.ByAlias(AccountRegion _, AliasName alias) -> ConditionValues.one(alias.value());
            case KeyReference.ById _ -> Optional.empty();
        };
    }

    /** All keys are of one kind, so far. */
    private Optional<List<String>> ofKey(String value) {
        return facts().flatMap(_ -> ConditionValues.one(value));
    }

    private Optional<List<String>> aliases(KeyFacts facts) {
        return ConditionValues.some(call.load(KeyDirectory.TYPE, facts.where()).aliases().entrySet().stream()
                .filter(alias -> alias.getValue().target().equals(facts.keyId()))
                .map(Map.Entry::getKey)
                .toList());
    }

    private Optional<KeyFacts> facts() {
        return known.isPresent()
                ? known
                : switch (named) {
                    case KeyReference.ById(AccountRegion where, KeyId keyId) -> facts(where, keyId);
                    case KeyReference.ByAlias(AccountRegion where, AliasName alias) ->
                        switch (call.load(Alias.TYPE, new Alias.Id(where, alias))) {
                            case Alias.Pointing(KeyId target) -> facts(where, target);
                            case Alias.Absent _ -> Optional.empty();
                        };
                };
    }

    private Optional<KeyFacts> facts(AccountRegion where, KeyId keyId) {
        return switch (call.load(Key.TYPE, new Key.Id(where, keyId))) {
            case Key.Existing existing -> Optional.of(existing.facts());
            case Key.Absent _ -> Optional.empty();
        };
    }
}
