package io.attestore.entities.iam.policy;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.iam.IamTags;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.DefaultPolicyVersionSet;
import io.attestore.events.identity.IamResourceDeleted;
import io.attestore.events.identity.PolicyCreated;
import io.attestore.events.identity.PolicyVersionCreated;
import io.attestore.events.identity.PolicyVersionDeleted;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** One customer managed policy, as its events have left it. */
public sealed interface Policy {

    EntityType<IamId, Policy> TYPE =
            new EntityType<>("policy", Tags::iam, id -> new Absent(), Policy::evolve, Policy::weight);

    /** There is no such policy. */
    record Absent() implements Policy {}

    /**
     * A policy there is.
     *
     * @param versions by number, from 1; at most five
     * @param defaultVersion what the policy says
     * @param nextVersion no number is used twice
     */
    record Existing(
            IamResource resource,
            String description,
            IamTags tags,
            Instant createdAt,
            Instant updatedAt,
            PSortedMap<Integer, Version> versions,
            int defaultVersion,
            int nextVersion)
            implements Policy {

        /** What the policy says. */
        public Version current() {
            return Optional.ofNullable(versions.get(defaultVersion)).orElseThrow();
        }

        private Existing with(PSortedMap<Integer, Version> others, int current, int next, Instant at) {
            return new Existing(resource, description, tags, createdAt, at, others, current, next);
        }

        private Existing with(IamTags others) {
            return new Existing(
                    resource, description, others, createdAt, updatedAt, versions, defaultVersion, nextVersion);
        }
    }

    /** One version of a policy. */
    record Version(int number, StoredPolicy document, Instant createdAt) {

        /** As AWS writes it: {@code v1}. */
        public String id() {
            return "v" + number;
        }
    }

    private static Policy evolve(Policy before, Event event, Instant at) {
        return switch (event) {
            case PolicyCreated created -> justCreated(created, at);
            case PolicyVersionCreated created
            when before instanceof Existing policy ->
                policy.with(
                        policy.versions()
                                .plus(
                                        created.version(),
                                        new Version(created.version(), StoredPolicy.identity(created.document()), at)),
                        created.isDefault() ? created.version() : policy.defaultVersion(),
                        created.version() + 1,
                        at);
            case DefaultPolicyVersionSet set
            when before instanceof Existing policy ->
                policy.with(policy.versions(), set.version(), policy.nextVersion(), at);
            case PolicyVersionDeleted deleted
            when before instanceof Existing policy ->
                policy.with(
                        policy.versions().minus(deleted.version()), policy.defaultVersion(), policy.nextVersion(), at);
            case IamResourceDeleted _ -> new Absent();
            default ->
                before instanceof Existing policy ? policy.with(policy.tags().after(event)) : before;
        };
    }

    /** The state of a policy that is just being created. */
    static Existing justCreated(PolicyCreated created, Instant at) {
        return new Existing(
                created.policy(),
                created.description(),
                IamTags.of(created.policyTags()),
                at,
                at,
                TreePMap.<Integer, Version>empty()
                        .plus(1, new Version(1, StoredPolicy.identity(created.document()), at)),
                1,
                2);
    }

    private static long weight(Policy policy) {
        return policy instanceof Existing existing
                ? 800
                        + 8
                                * existing.versions().values().stream()
                                        .mapToLong(version ->
                                                version.document().text().length())
                                        .sum()
                : 200;
    }
}
