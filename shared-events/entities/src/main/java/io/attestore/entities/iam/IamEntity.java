package io.attestore.entities.iam;

import io.attestore.events.id.IamResource;
import java.time.Instant;

/** A user, group, role, customer managed policy or instance profile that is there. */
public interface IamEntity {

    IamResource resource();

    Instant createdAt();

    /** None where its kind can have none. */
    default IamTags tags() {
        return IamTags.NONE;
    }
}
