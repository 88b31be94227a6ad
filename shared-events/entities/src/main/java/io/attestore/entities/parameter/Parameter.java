package io.attestore.entities.parameter;

import io.attestore.entities.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One parameter, as its events have left it. */
public sealed interface Parameter {

    EntityType<ParameterId, Parameter> TYPE = new EntityType<>(
            "parameter", Tags::parameter, id -> new Absent(id, List.of()), Parameter::evolve, Parameter::weight);

    ParameterId id();

    /** What had this name before, was deleted and can be restored; the newest deletion last. */
    List<Deleted> deleted();

    /** Never put, or deleted. */
    record Absent(ParameterId id, List<Deleted> deleted) implements Parameter {

        public Absent {
            deleted = List.copyOf(deleted);
        }
    }

    /**
     * A parameter that has had at least one version.
     *
     * @param name as its first version spelt it
     * @param versions the ones that are kept, oldest first
     * @param destroyedCurrent the newest version, if it was destroyed: what it was, but for its value
     */
    record Present(
            ParameterId id,
            ParameterName name,
            List<ParameterVersion> versions,
            Optional<ParameterVersion> destroyedCurrent,
            List<Deleted> deleted)
            implements Parameter {

        public Present {
            versions = List.copyOf(versions);
            deleted = List.copyOf(deleted);
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

        private Present with(List<ParameterVersion> kept, Optional<ParameterVersion> destroyed) {
            return new Present(id, name, kept, destroyed, deleted);
        }

        private Present withDeleted(List<Deleted> others) {
            return new Present(id, name, versions, destroyedCurrent, others);
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

    private static Parameter evolve(Parameter before, Event event, Instant at) {
        return switch (event) {
            case ParameterVersionPut put -> put(before, put, at);
            case ParameterVersionDestroyed destroyed -> without(before, destroyed.version());
            case ParameterDeleted deleted -> delete(before, deleted);
            case ParameterRestored restored -> restore(before, restored.deletionId());
            case DeletedParameterDestroyed destroyed -> forget(before, destroyed.deletionId());
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
                at);
        return switch (before) {
            case Absent absent ->
                new Present(absent.id(), put.name(), List.of(version), Optional.empty(), absent.deleted());
            case Present present -> {
                List<ParameterVersion> versions = new ArrayList<>(present.versions());
                versions.add(version);
                yield present.with(versions, Optional.empty());
            }
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
                yield present.with(kept, newest ? Optional.of(present.current()) : present.destroyedCurrent());
            }
        };
    }

    private static Parameter delete(Parameter before, ParameterDeleted deletion) {
        List<Deleted> deleted = new ArrayList<>(before.deleted());
        if (before instanceof Present present) {
            deletion.retention()
                    .ifPresent(retention -> deleted.add(
                            new Deleted(retention.deletionId(), present.withDeleted(List.of()), retention.until())));
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
                    case Present present ->
                        400
                                + present.versions().stream()
                                        .mapToLong(ParameterVersion::weight)
                                        .sum()
                                + present.destroyedCurrent()
                                        .map(ParameterVersion::weight)
                                        .orElse(0L);
                };
    }
}
