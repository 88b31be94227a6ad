package io.attestore.entities.kms.key;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import java.time.Instant;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which keys and aliases a namespace has: the read model behind ListKeys and ListAliases.
 *
 * @param keys when each was created, by key id
 * @param aliases what each points to, by alias name
 */
public record KeyDirectory(AccountRegion where, PSortedMap<String, Instant> keys, PSortedMap<String, Entry> aliases) {

    public static final EntityType<AccountRegion, KeyDirectory> TYPE = new EntityType<>(
            "key directory",
            Tags::keysOf,
            where -> new KeyDirectory(where, TreePMap.empty(), TreePMap.empty()),
            KeyDirectory::evolve,
            directory -> 200 + 250L * (directory.keys.size() + directory.aliases.size()));

    /** One alias. */
    public record Entry(KeyId target, Instant createdAt) {}

    private static KeyDirectory evolve(KeyDirectory before, Event event, Instant at) {
        return switch (event) {
            case KeyCreated created ->
                new KeyDirectory(before.where, before.keys.plus(created.keyId().value(), at), before.aliases);
            case AliasCreated created ->
                new KeyDirectory(
                        before.where,
                        before.keys,
                        before.aliases.plus(created.alias().value(), new Entry(created.target(), at)));
            default -> before;
        };
    }
}
