package io.attestore.entities.parameter;

import io.attestore.entities.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPoliciesPut;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One parameter, as its events have left it. */
public sealed interface Parameter {

    EntityType<ParameterId, Parameter> TYPE =
            new EntityType<>("parameter", Tags::parameter, Absent::new, Parameter::evolve, Parameter::weight);

    ParameterId id();

    /** Never put, or deleted. */
    record Absent(ParameterId id) implements Parameter {}

    /**
     * A parameter with at least one version.
     *
     * @param name as its first version spelt it
     * @param versions the ones that are kept, oldest first
     * @param labels those of the versions that are kept
     * @param tags by key, in the order of the keys
     */
    record Present(
            ParameterId id,
            ParameterName name,
            List<ParameterVersion> versions,
            Labels labels,
            Map<String, String> tags)
            implements Parameter {

        public Present {
            versions = List.copyOf(versions);
            tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
        }

        /** The newest version. */
        public ParameterVersion current() {
            return versions.getLast();
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

        private Present with(Labels others) {
            return new Present(id, name, versions, others, tags);
        }

        private Present with(Map<String, String> others) {
            return new Present(id, name, versions, labels, others);
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
            return new Present(id, name, others, labels, tags);
        }
    }

    private static Parameter evolve(Parameter before, Event event, Instant at) {
        return switch (event) {
            case ParameterVersionPut put -> put(before, put, at);
            case ParameterPoliciesPut policies -> withPolicies(before, policies);
            case ParameterVersionDestroyed destroyed -> without(before, destroyed.version());
            case ParameterDeleted deleted -> new Absent(before.id());
            case ParameterVersionLabelled labelled ->
                ifPresent(
                        before,
                        present -> present.with(present.labels().attached(labelled.labels(), labelled.version())));
            case ParameterVersionUnlabelled unlabelled ->
                ifPresent(before, present -> present.with(present.labels().without(unlabelled.labels())));
            case ParameterTagged tagged -> ifPresent(before, present -> present.tagged(tagged.parameterTags()));
            case ParameterUntagged untagged -> ifPresent(before, present -> present.untagged(untagged.keys()));
            default -> before;
        };
    }

    private static Parameter ifPresent(Parameter before, UnaryOperator<Present> change) {
        return switch (before) {
            case Absent absent -> absent;
            case Present present -> change.apply(present);
        };
    }

    private static Parameter put(Parameter before, ParameterVersionPut put, Instant at) {
        ParameterVersion version = new ParameterVersion(
                put.version(),
                put.type(),
                put.dataKeyId(),
                put.sealedValue(),
                put.keyReference(),
                put.description(),
                put.allowedPattern(),
                put.tier(),
                put.dataType(),
                put.modifiedBy(),
                at,
                before instanceof Present present ? present.current().policies() : List.of());
        return switch (before) {
            case Absent absent -> new Present(absent.id(), put.name(), List.of(version), Labels.NONE, Map.of());
            case Present present -> {
                List<ParameterVersion> versions = new ArrayList<>(present.versions());
                versions.add(version);
                yield new Present(present.id(), present.name(), versions, present.labels(), present.tags());
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
            case Present present ->
                new Present(
                        present.id(),
                        present.name(),
                        present.versions().stream()
                                .filter(version -> version.number() != number)
                                .toList(),
                        present.labels().withoutVersion(number),
                        present.tags());
        };
    }

    private static long weight(Parameter parameter) {
        return switch (parameter) {
            case Absent absent -> 200;
            case Present present ->
                400
                        + present.labels().weight()
                        + present.tags().entrySet().stream()
                                .mapToLong(tag -> 120L
                                        + tag.getKey().length()
                                        + tag.getValue().length())
                                .sum()
                        + present.versions().stream()
                                .mapToLong(ParameterVersion::weight)
                                .sum();
        };
    }
}
