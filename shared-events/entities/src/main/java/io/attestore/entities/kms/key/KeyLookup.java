package io.attestore.entities.kms.key;

import io.attestore.contract.state.Entities;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.Event;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyManager;
import io.attestore.events.log.KeyRowChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the key that a reference names. An AWS managed key that is looked at for the first time comes to be in that
 * moment: its creation must be appended with whatever the call does. Safe for many threads.
 */
public final class KeyLookup {

    /** The alias of the key that encrypts SecureStrings unless another is named. */
    public static final AliasName SSM_ALIAS = new AliasName("alias/aws/ssm");

    private static final Map<AliasName, String> AWS_MANAGED =
            Map.of(SSM_ALIAS, "Default key that protects my SSM parameters when no other key is defined");

    private final KeyVault vault;

    public KeyLookup(KeyVault vault) {
        this.vault = vault;
    }

    /** What a reference leads to. */
    public sealed interface Result {}

    /** A key, and its creation if it came to be just now. */
    public record Found(Key.Existing key, Optional<Creation> creation) implements Result {

        public KeyFacts facts() {
            return key.facts();
        }

        /** The events of a creation, to be appended before anything else; empty for a key that existed. */
        public List<Event> creationEvents() {
            return creation.map(Creation::events).orElse(List.of());
        }

        public List<KeyRowChange> creationRows() {
            return creation.<List<KeyRowChange>>map(one -> List.of(one.row())).orElse(List.of());
        }
    }

    /** No key: there is none of this ARN. */
    public record NotFound(Arn arn) implements Result {}

    /** The text names no key in any of the four forms. */
    public record Malformed(String reference) implements Result {}

    /** A key that comes to be with this call. */
    public record Creation(List<Event> events, KeyMaterial material, KeyRowChange row) {}

    /** The AWS managed aliases that every namespace has, whether looked at yet or not. */
    public static Set<AliasName> awsManagedAliases() {
        return AWS_MANAGED.keySet();
    }

    /**
     * @param here where a reference points that is not an ARN
     * @param requestId the id of the call that looks, from which that of a new key follows
     * @param at when the call arrived
     */
    public Result find(Entities entities, AccountRegion here, String reference, String requestId, Instant at) {
        Optional<KeyReference> parsed = KeyReference.parse(reference, here);
        if (parsed.isEmpty()) {
            return new Malformed(reference);
        }
        return switch (parsed.get()) {
            case KeyReference.ById(AccountRegion where, KeyId keyId) -> byId(entities, where, keyId);
            case KeyReference.ByAlias(AccountRegion where, AliasName alias) ->
                byAlias(entities, where, alias, requestId, at);
        };
    }

    private static Result byId(Entities entities, AccountRegion where, KeyId keyId) {
        return switch (entities.load(Key.TYPE, new Key.Id(where, keyId))) {
            case Key.Existing existing -> new Found(existing, Optional.empty());
            case Key.Absent absent -> new NotFound(keyId.arn(where));
        };
    }

    private Result byAlias(Entities entities, AccountRegion where, AliasName alias, String requestId, Instant at) {
        return switch (entities.load(Alias.TYPE, new Alias.Id(where, alias))) {
            case Alias.Pointing(KeyId target) -> byId(entities, where, target);
            case Alias.Absent absent -> {
                String description = AWS_MANAGED.get(alias);
                yield description == null
                        ? new NotFound(alias.arn(where))
                        : created(where, alias, description, NewKeyId.of(requestId, where, alias.value()), at);
            }
        };
    }

    private Found created(AccountRegion where, AliasName alias, String description, KeyId keyId, Instant at) {
        KeyVault.NewMaterial material = vault.newMaterial(where, keyId);
        KeyCreated created =
                new KeyCreated(where, keyId, material.id(), KeyManager.AWS, description, Map.of(), Optional.empty());
        AliasCreated named = new AliasCreated(where, alias, keyId);
        Creation creation = new Creation(List.of(created, named), material.material(), material.row());
        return new Found(Key.justCreated(created, at), Optional.of(creation));
    }
}
