package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A user or group has another name or path. */
@StoredAs("iam.IamResourceRenamed")
public record IamResourceRenamed(IamResource before, IamResource after) implements IdentityEvent {

    public IamResourceRenamed {
        if (!before.id().equals(after.id())) {
            throw new IllegalArgumentException("A name changes, an id does not");
        }
    }

    @Override
    public Set<EventTag> tags() {
        return Tags.renamed(before, after);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(after.arn(), after.name()));
    }
}
