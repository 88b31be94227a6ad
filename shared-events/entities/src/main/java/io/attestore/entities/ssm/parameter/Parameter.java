package io.attestore.entities.ssm.parameter;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterPolicyActed;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterUntagged;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One parameter, as its events have left it. Of all versions only the newest one's value is in memory; where the others
 * are, their versions tell.
 */
public sealed interface Parameter {

    /**
     * To be raised with every change of the fold, or of what a state holds: states that an earlier version has stored
     * are not used then.
     */
    int FOLD_VERSION = 1;

    EntityType<ParameterId, Parameter> TYPE = new EntityType<>(
            "parameter",
            Tags::parameter,
            id -> new Absent(id, List.of()),
            Parameter::evolve,
            Parameter::weight,
            OptionalInt.of(FOLD_VERSION),
            Parameter::asOf);

    /** AWS's name of the policy that deletes a parameter. */
    String EXPIRATION = "Expiration";

    ParameterId id();

    /** What had this name before, was deleted and can be restored; the newest deletion last. */
    List<Deleted> deleted();

    /**
     * Never put, or deleted, or its expiration has come.
     *
     * @param expired what is still to be deleted, since its expiration has come; only as of a moment, never folded
     */
    record Absent(ParameterId id, List<Deleted> deleted, Optional<Present> expired) implements Parameter {

        public Absent {
            deleted = List.copyOf(deleted);
        }

        public Absent(ParameterId id, List<Deleted> deleted) {
            this(id, deleted, Optional.empty());
        }
    }

    /**
     * A parameter that has had at least one version.
     *
     * @param name as its first version spelt it
     * @param versions the ones that are kept, oldest first
     * @param destroyedCurrent the newest version, if it was destroyed: what it was, but for its value
     * @param labels those of the versions that are kept
     * @param tags by key, in the order of the keys
     * @param resourcePolicies what other accounts may do with it
     * @param acted the policies that have done what they are for since the newest version was put
     */
    record Present(
            ParameterId id,
            ParameterName name,
            List<ParameterVersion> versions,
            Optional<ParameterVersion> destroyedCurrent,
            Labels labels,
            Map<String, String> tags,
            ResourcePolicies resourcePolicies,
            Set<Policy> acted,
            List<Deleted> deleted)
            implements Parameter {

        public Present {
            versions = List.copyOf(versions);
            acted = Set.copyOf(acted);
            deleted = List.copyOf(deleted);
            tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
        }

        /** The newest version, whose value may have been destroyed. */
        public ParameterVersion current() {
            return destroyedCurrent.orElseGet(versions::getLast);
        }

        /** The newest version, unless it was destroyed: an older one never takes its place. */
        public Optional<ParameterVersion> readableCurrent() {
            return destroyedCurrent.isPresent() ? Optional.empty() : Optional.of(versions.getLast());
        }

        public Optional<ParameterVersion> version(long number) {
            return versions.stream()
                    .filter(version -> version.number() == number)
                    .findFirst();
        }

        /** The version that has this label. */
        public Optional<ParameterVersion> labelled(String label) {
            return labels.version(label).flatMap(this::version);
        }

        /** Those a next version has by itself: an expiration that came true, and was undone, is over. */
        private List<Policy> inheritedPolicies() {
            return current().policies().stream()
                    .filter(policy -> !(policy.type().equals(EXPIRATION) && acted.contains(policy)))
                    .toList();
        }

        private Present with(Labels others) {
            return new Present(id, name, versions, destroyedCurrent, others, tags, resourcePolicies, acted, deleted);
        }

        private Present with(Map<String, String> others) {
            return new Present(id, name, versions, destroyedCurrent, labels, others, resourcePolicies, acted, deleted);
        }

        private Present with(ResourcePolicies others) {
            return new Present(id, name, versions, destroyedCurrent, labels, tags, others, acted, deleted);
        }

        private Present tagged(Map<String, String> more) {
            Map<String, String> all = new TreeMap<>(tags);
            all.putAll(more);
            return with(all);
        }

        private Present untagged(Collection<String> keys) {
            Map<String, String> rest = new TreeMap<>(tags);
            rest.keySet().removeAll(keys);
            return with(rest);
        }

        private Present with(List<ParameterVersion> others) {
            return with(others, destroyedCurrent);
        }

        private Present with(List<ParameterVersion> kept, Optional<ParameterVersion> destroyed) {
            return new Present(id, name, kept, destroyed, labels, tags, resourcePolicies, acted, deleted);
        }

        private long weight() {
            long marks = tags.entrySet().stream()
                    .mapToLong(
                            tag -> 120L + tag.getKey().length() + tag.getValue().length())
                    .sum();
            long kept = versions.isEmpty() ? 0 : versions.getFirst().weight();
            for (int i = 1; i < versions.size(); i++) {
                kept += versions.get(i).weightBeside(versions.get(i - 1));
            }
            return 400
                    + labels.weight()
                    + resourcePolicies.weight()
                    + marks
                    + kept
                    + destroyedCurrent.map(ParameterVersion::weight).orElse(0L);
        }

        private Present withActed(Set<Policy> policies) {
            return new Present(id, name, versions, destroyedCurrent, labels, tags, resourcePolicies, policies, deleted);
        }

        private Present acted(Policy policy) {
            Set<Policy> all = new HashSet<>(acted);
            all.add(policy);
            return withActed(all);
        }

        /** As it can come back: whoever restores it decides anew with whom it is shared. */
        private Present unshared() {
            return with(ResourcePolicies.NONE).withDeleted(List.of());
        }

        private Present withDeleted(List<Deleted> others) {
            return new Present(id, name, versions, destroyedCurrent, labels, tags, resourcePolicies, acted, others);
        }
    }

    /**
     * A parameter that was deleted and whose values are still there.
     *
     * @param parameter as it was
     * @param until from then on it cannot be restored
     */
    record Deleted(String deletionId, Present parameter, Instant until) {}

    /** The deletion of this id, if it is not undone and the values are still there. */
    default Optional<Deleted> deleted(String deletionId) {
        return deleted().stream()
                .filter(one -> one.deletionId().equals(deletionId))
                .findFirst();
    }

    /** From the moment of its expiration on it is not there, whether its deletion is on record yet or not. */
    private static Parameter asOf(Parameter parameter, Instant moment) {
        return parameter instanceof Present present && Expirations.hasCome(present, moment)
                ? new Absent(present.id(), present.deleted(), Optional.of(present))
                : parameter;
    }

    private static Parameter evolve(Parameter before, Event event, Instant at, long position) {
        return switch (event) {
            case ParameterVersionPut put -> put(before, put, at, position);
            case ParameterPoliciesPut policies -> withPolicies(before, policies);
            case ParameterPolicyActed acted -> ifPresent(before, present -> present.acted(acted.policy()));
            case ParameterVersionDestroyed destroyed -> without(before, destroyed.version());
            case ParameterDeleted deleted -> delete(before, deleted);
            case ParameterRestored restored -> restore(before, restored.deletionId());
            case DeletedParameterDestroyed destroyed -> forget(before, destroyed.deletionId());
            case ParameterVersionLabelled labelled ->
                ifPresent(
                        before,
                        present -> present.with(present.labels().attached(labelled.labels(), labelled.version())));
            case ParameterVersionUnlabelled unlabelled ->
                ifPresent(before, present -> present.with(present.labels().without(unlabelled.labels())));
            case ParameterTagged tagged -> ifPresent(before, present -> present.tagged(tagged.parameterTags()));
            case ParameterUntagged untagged -> ifPresent(before, present -> present.untagged(untagged.keys()));
            case ParameterResourcePolicyPut put ->
                ifPresent(
                        before,
                        present -> present.with(present.resourcePolicies().with(put)));
            case ParameterResourcePolicyDeleted policy ->
                ifPresent(
                        before,
                        present -> present.with(present.resourcePolicies().without(policy.policyId())));
            default -> before;
        };
    }

    private static Parameter ifPresent(Parameter before, UnaryOperator<Present> change) {
        return switch (before) {
            case Absent absent -> absent;
            case Present present -> change.apply(present);
        };
    }

    private static Parameter put(Parameter before, ParameterVersionPut put, Instant at, long position) {
        ParameterVersion version = new ParameterVersion(
                put.version(),
                put.type(),
                put.dataKeyId(),
                position,
                Optional.of(put.sealedValue()),
                put.keyReference(),
                put.description(),
                put.allowedPattern(),
                put.tier(),
                put.dataType(),
                put.modifiedBy(),
                at,
                before instanceof Present present ? present.inheritedPolicies() : List.of());
        return switch (before) {
            case Absent absent ->
                new Present(
                        absent.id(),
                        put.name(),
                        List.of(version),
                        Optional.empty(),
                        Labels.NONE,
                        Map.of(),
                        ResourcePolicies.NONE,
                        Set.of(),
                        absent.deleted());
            case Present present -> {
                List<ParameterVersion> versions = new ArrayList<>(present.versions());
                if (!versions.isEmpty()) {
                    versions.set(versions.size() - 1, versions.getLast().withoutValue());
                }
                versions.add(version.sharing(present.current()));
                yield present.with(versions, Optional.empty()).withActed(Set.of());
            }
        };
    }

    private static Parameter withPolicies(Parameter before, ParameterPoliciesPut put) {
        return switch (before) {
            case Absent absent -> absent;
            case Present present ->
                present.with(present.versions().stream()
                        .map(version ->
                                version.number() == put.version() ? version.withPolicies(put.policies()) : version)
                        .toList());
        };
    }

    private static Parameter without(Parameter before, long number) {
        return switch (before) {
            case Absent absent -> absent;
            case Present present -> {
                List<ParameterVersion> kept = present.versions().stream()
                        .filter(version -> version.number() != number)
                        .toList();
                boolean newest = present.current().number() == number;
                yield present.with(
                                kept,
                                newest ? Optional.of(present.current().withoutValue()) : present.destroyedCurrent())
                        .with(present.labels().withoutVersion(number));
            }
        };
    }

    private static Parameter delete(Parameter before, ParameterDeleted deletion) {
        List<Deleted> deleted = new ArrayList<>(before.deleted());
        if (before instanceof Present present) {
            deletion.retention()
                    .ifPresent(retention ->
                            deleted.add(new Deleted(retention.deletionId(), present.unshared(), retention.until())));
        }
        return new Absent(before.id(), deleted);
    }

    private static Parameter restore(Parameter before, String deletionId) {
        return before.deleted(deletionId)
                .<Parameter>map(found -> found.parameter().withDeleted(others(before, deletionId)))
                .orElse(before);
    }

    private static Parameter forget(Parameter before, String deletionId) {
        return switch (before) {
            case Absent absent -> new Absent(absent.id(), others(before, deletionId));
            case Present present -> present.withDeleted(others(before, deletionId));
        };
    }

    private static List<Deleted> others(Parameter parameter, String deletionId) {
        return parameter.deleted().stream()
                .filter(one -> !one.deletionId().equals(deletionId))
                .toList();
    }

    private static long weight(Parameter parameter) {
        long deleted = parameter.deleted().stream()
                .mapToLong(one -> 200 + weight(one.parameter()))
                .sum();
        return deleted
                + switch (parameter) {
                    case Absent absent -> 200;
                    case Present present -> present.weight();
                };
    }
}
