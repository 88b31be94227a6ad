package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.AccessKeyDeleted;
import io.attestore.events.identity.AccessKeyStatusChanged;
import io.attestore.events.identity.UserAccessKeyCreated;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Which access keys there are, in all accounts: so that a signature under a made-up key id is refused from memory. A
 * call itself depends on its own {@link AccessKey} alone.
 */
public record AccessKeyDirectory(PMap<AccessKeyId, AccessKey.Existing> keys) {

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
        return switch (event) {
            case AccessKeyCreated created -> before.after(created.accessKeyId(), created, at);
            case UserAccessKeyCreated created -> before.after(created.accessKeyId(), created, at);
            case AccessKeyStatusChanged changed -> before.after(changed.accessKeyId(), changed, at);
            case AccessKeyDeleted deleted -> before.after(deleted.accessKeyId(), deleted, at);
            default -> before;
        };
    }

    private AccessKeyDirectory after(AccessKeyId id, Event event, Instant at) {
        AccessKey.Existing known = keys.get(id);
        AccessKey before = known == null ? new AccessKey.Absent() : known;
        return switch (AccessKey.evolve(before, event, at)) {
            case AccessKey.Existing after -> new AccessKeyDirectory(keys.plus(id, after));
            case AccessKey.Absent _, AccessKey.Deleted _ -> new AccessKeyDirectory(keys.minus(id));
        };
    }
}
