package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.identity.AccessKeyCreated;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Which access keys there are, in all accounts: so that a signature under a made-up key id is refused from memory. A
 * call itself depends on its own {@link AccessKey} alone.
 */
public record AccessKeyDirectory(PMap<AccessKeyId, AccessKey.Active> keys) {

    /** The one instance. */
    public enum Id {
        ALL_ACCOUNTS
    }

    public static final EntityType<Id, AccessKeyDirectory> TYPE = new EntityType<>(
            "access key directory",
            id -> Tags.accessKeys(),
            id -> new AccessKeyDirectory(HashTreePMap.empty()),
            AccessKeyDirectory::evolve,
            directory -> 200 + 400L * directory.keys.size());

    private static AccessKeyDirectory evolve(AccessKeyDirectory before, Event event, Instant at) {
        return event instanceof AccessKeyCreated created
                ? new AccessKeyDirectory(before.keys.plus(
                        created.accessKeyId(), new AccessKey.Active(created.accessKeyId(), created.account())))
                : before;
    }
}
