package io.attestore.entities.kms.key;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.kms.key.KeyFacts.Generation;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyEnabled;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyPolicyPut;
import io.attestore.events.key.KeyTagged;
import io.attestore.events.key.KeyUntagged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One KMS key, as its events have left it. */
public sealed interface Key {

    EntityType<Id, Key> TYPE = new EntityType<>(
            "key", id -> Tags.key(id.where(), id.keyId()), id -> new Absent(), Key::evolve, Key::weight);

    /** A key id in its namespace. */
    record Id(AccountRegion where, KeyId keyId) {}

    /** There is no such key. */
    record Absent() implements Key {}

    /** A key there is. */
    sealed interface Existing extends Key {

        KeyFacts facts();
    }

    /** It can be used. */
    record Enabled(KeyFacts facts) implements Existing {}

    /** It can be described, but not used. */
    record Disabled(KeyFacts facts) implements Existing {}

    private static Key evolve(Key before, Event event, Instant at) {
        return switch (event) {
            case KeyCreated created -> new Enabled(facts(created, at));
            case KeyEnabled enabled when before instanceof Existing existing -> new Enabled(existing.facts());
            case KeyDisabled disabled when before instanceof Existing existing -> new Disabled(existing.facts());
            case KeyMaterialRotated rotated -> changed(before, facts -> facts.with(generation(rotated, at)));
            case KeyPolicyPut put ->
                changed(before, facts -> withPolicy(facts, KeyPolicy.put(put.policy(), put.principalIds())));
            case KeyTagged tagged -> changed(before, facts -> withTags(facts, tags -> tags.putAll(tagged.keyTags())));
            case KeyUntagged untagged ->
                changed(before, facts -> withTags(facts, tags -> tags.keySet().removeAll(untagged.tagKeys())));
            default -> before;
        };
    }

    private static Generation generation(KeyMaterialRotated rotated, Instant at) {
        return new Generation(rotated.materialId(), at, Optional.of(rotated.rotationType()));
    }

    /** The same state of a key of which something else is so. */
    private static Key changed(Key before, UnaryOperator<KeyFacts> change) {
        return switch (before) {
            case Absent absent -> absent;
            case Enabled(KeyFacts facts) -> new Enabled(change.apply(facts));
            case Disabled(KeyFacts facts) -> new Disabled(change.apply(facts));
        };
    }

    private static KeyFacts withTags(KeyFacts facts, Consumer<Map<String, String>> change) {
        Map<String, String> tags = new HashMap<>(facts.keyTags());
        change.accept(tags);
        return new KeyFacts(
                facts.where(),
                facts.keyId(),
                facts.manager(),
                facts.description(),
                facts.createdAt(),
                tags,
                facts.policy(),
                facts.materials());
    }

    private static KeyFacts withPolicy(KeyFacts facts, KeyPolicy policy) {
        return new KeyFacts(
                facts.where(),
                facts.keyId(),
                facts.manager(),
                facts.description(),
                facts.createdAt(),
                facts.keyTags(),
                policy,
                facts.materials());
    }

    /** The state of a key that is just being created. */
    static Enabled justCreated(KeyCreated created, Instant at) {
        return new Enabled(facts(created, at));
    }

    private static KeyFacts facts(KeyCreated created, Instant at) {
        return new KeyFacts(
                created.where(),
                created.keyId(),
                created.manager(),
                created.description(),
                at,
                created.keyTags(),
                KeyPolicy.initial(created.where(), created.manager()),
                List.of(new Generation(created.materialId(), at, Optional.empty())));
    }

    private static long weight(Key key) {
        return key instanceof Existing existing
                ? 4000
                        + 8L * existing.facts().policy().text().length()
                        + 200L * existing.facts().materials().size()
                : 200;
    }
}
