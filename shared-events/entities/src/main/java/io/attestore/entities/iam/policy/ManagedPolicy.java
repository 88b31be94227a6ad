package io.attestore.entities.iam.policy;

import io.attestore.entities.iam.IamTags;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A policy that can be attached: a customer's own, or one that AWS publishes. */
public sealed interface ManagedPolicy {

    Arn arn();

    String id();

    String name();

    String path();

    Optional<String> description();

    /** AWS's policies have none. */
    default IamTags tags() {
        return IamTags.NONE;
    }

    Instant createdAt();

    Instant updatedAt();

    String defaultVersionId();

    /** What it says. */
    StoredPolicy document();

    /** Those that are kept, the newest first. */
    List<ShownVersion> versions();

    /** One version of a policy. */
    record ShownVersion(String id, boolean isDefault, Instant createdAt, StoredPolicy document) {}

    /** A customer's own. */
    record Customer(Policy.Existing policy) implements ManagedPolicy {

        @Override
        public Arn arn() {
            return policy.resource().arn();
        }

        @Override
        public String id() {
            return policy.resource().id().value();
        }

        @Override
        public String name() {
            return policy.resource().name();
        }

        @Override
        public String path() {
            return policy.resource().path();
        }

        @Override
        public Optional<String> description() {
            return Optional.of(policy.description()).filter(text -> !text.isEmpty());
        }

        @Override
        public IamTags tags() {
            return policy.tags();
        }

        @Override
        public Instant createdAt() {
            return policy.createdAt();
        }

        @Override
        public Instant updatedAt() {
            return policy.updatedAt();
        }

        @Override
        public String defaultVersionId() {
            return policy.current().id();
        }

        @Override
        public StoredPolicy document() {
            return policy.current().document();
        }

        @Override
        public List<ShownVersion> versions() {
            return policy.versions().values().stream()
                    .map(version -> new ShownVersion(
                            version.id(),
                            version.number() == policy.defaultVersion(),
                            version.createdAt(),
                            version.document()))
                    .toList()
                    .reversed();
        }
    }

    /**
     * One that AWS publishes, the same in all accounts; of its versions only the newest is known here.
     *
     * @param uniqueId of our own making: AWS tells it only to its customers
     */
    record Aws(
            Arn arn,
            IamId uniqueId,
            Instant createdAt,
            Instant updatedAt,
            String defaultVersionId,
            StoredPolicy document)
            implements ManagedPolicy {

        @Override
        public String id() {
            return uniqueId.value();
        }

        @Override
        public String name() {
            return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
        }

        @Override
        public String path() {
            return arn.resource()
                    .substring(arn.resource().indexOf('/'), arn.resource().lastIndexOf('/') + 1);
        }

        @Override
        public Optional<String> description() {
            return Optional.empty();
        }

        @Override
        public List<ShownVersion> versions() {
            return List.of(new ShownVersion(defaultVersionId, true, updatedAt, document));
        }
    }
}
