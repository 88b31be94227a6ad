package io.attestore.entities.parameter;

import io.attestore.entities.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     */
    record Present(ParameterId id, ParameterName name, List<ParameterVersion> versions) implements Parameter {

        public Present {
            versions = List.copyOf(versions);
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

        private Present with(List<ParameterVersion> others) {
            return new Present(id, name, others);
        }
    }

    private static Parameter evolve(Parameter before, Event event, Instant at) {
        return switch (event) {
            case ParameterVersionPut put -> put(before, put, at);
            case ParameterPoliciesPut policies -> withPolicies(before, policies);
            case ParameterVersionDestroyed destroyed -> without(before, destroyed.version());
            case ParameterDeleted deleted -> new Absent(before.id());
            default -> before;
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
            case Absent absent -> new Present(absent.id(), put.name(), List.of(version));
            case Present present -> {
                List<ParameterVersion> versions = new ArrayList<>(present.versions());
                versions.add(version);
                yield new Present(present.id(), present.name(), versions);
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
                                .toList());
        };
    }

    private static long weight(Parameter parameter) {
        return switch (parameter) {
            case Absent absent -> 200;
            case Present present ->
                400
                        + present.versions().stream()
                                .mapToLong(ParameterVersion::weight)
                                .sum();
        };
    }
}
