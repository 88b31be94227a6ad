package io.attestore.command.iam.policy;

import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.policy.Policy;

/** The versions of policies as calls name them, {@code v1} and so on. */
final class VersionIds {

    private VersionIds() {}

    static int existing(Policy.Existing policy, String id) {
        return policy.versions().values().stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .map(Policy.Version::number)
                .orElseThrow(() -> IamFaults.noSuchEntity("Policy "
                        + policy.resource().arn() + " version " + id + " does not exist or is not attachable."));
    }
}
