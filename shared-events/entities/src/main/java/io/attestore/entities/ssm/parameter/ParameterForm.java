package io.attestore.entities.ssm.parameter;

import io.attestore.events.Bytes;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A parameter as it is stored, but for its sealed values, which stand beside it. Most of its versions differ in little:
 * what they say besides their numbers is written once ({@link Facts}), and their numbers in columns, which are read
 * faster than as many records.
 *
 * @param present empty if there is none, or none any more
 * @param facts what versions refer to
 */
record ParameterForm(Optional<PresentForm> present, List<DeletedForm> deleted, List<Facts> facts) {

    /**
     * A parameter that is there, or was.
     *
     * @param destroyedCurrent one version, or none
     * @param sealedBytes how long the value of the last version is
     * @param acted in the order of their texts
     */
    record PresentForm(
            ParameterName name,
            VersionsForm versions,
            VersionsForm destroyedCurrent,
            Optional<Integer> sealedBytes,
            Map<String, Long> labels,
            Map<String, String> tags,
            List<ResourcePolicy> resourcePolicies,
            List<Policy> acted) {}

    /** A deletion that can be undone. */
    record DeletedForm(String deletionId, Instant until, PresentForm parameter) {}

    /**
     * Versions, a column for each member.
     *
     * @param facts the index of each one's facts
     * @param dataKeyIdsBegin what all their ids begin with
     * @param dataKeyIds how they go on
     * @param modifiedAt microseconds since 1970
     */
    record VersionsForm(
            List<Long> numbers,
            List<Integer> facts,
            String dataKeyIdsBegin,
            List<String> dataKeyIds,
            List<Long> positions,
            List<Long> modifiedAt) {}

    /** What several versions may have in common. */
    record Facts(
            ParameterType type,
            Optional<String> keyReference,
            Optional<String> description,
            Optional<String> allowedPattern,
            String tier,
            String dataType,
            String modifiedBy,
            List<Policy> policies) {

        static Facts of(ParameterVersion version) {
            return new Facts(
                    version.type(),
                    version.keyReference(),
                    version.description(),
                    version.allowedPattern(),
                    version.tier(),
                    version.dataType(),
                    version.modifiedBy(),
                    version.policies());
        }
    }

    /** @param values takes up the sealed values */
    static ParameterForm of(Parameter parameter, ByteArrayOutputStream values) {
        Writing writing = new Writing(values);
        List<DeletedForm> deleted = parameter.deleted().stream()
                .map(one -> new DeletedForm(one.deletionId(), one.until(), writing.present(one.parameter())))
                .toList();
        Optional<PresentForm> present =
                parameter instanceof Parameter.Present there ? Optional.of(writing.present(there)) : Optional.empty();
        return new ParameterForm(present, deleted, List.copyOf(writing.facts.keySet()));
    }

    /**
     * The parameter that this was made of.
     *
     * @param values the sealed values, which are read as far as they are this parameter's
     * @throws RuntimeException if this was not made of a parameter
     */
    Parameter parameter(ParameterId id, ByteBuffer values) {
        List<Parameter.Deleted> before = new ArrayList<>();
        for (DeletedForm one : deleted) {
            before.add(new Parameter.Deleted(
                    one.deletionId(), parameter(id, one.parameter(), List.of(), values), one.until()));
        }
        return present.<Parameter>map(there -> parameter(id, there, before, values))
                .orElseGet(() -> new Parameter.Absent(id, before));
    }

    private Parameter.Present parameter(
            ParameterId id, PresentForm form, List<Parameter.Deleted> before, ByteBuffer values) {
        SortedMap<String, ResourcePolicy> policies = new TreeMap<>();
        form.resourcePolicies().forEach(policy -> policies.put(policy.id(), policy));
        return new Parameter.Present(
                id,
                form.name(),
                versions(form.versions(), form.sealedBytes().map(length -> sealed(values, length))),
                versions(form.destroyedCurrent(), Optional.empty()).stream().findFirst(),
                new Labels(form.labels()),
                form.tags(),
                new ResourcePolicies(policies),
                Set.copyOf(form.acted()),
                before);
    }

    private static Bytes sealed(ByteBuffer values, int length) {
        byte[] sealed = new byte[length];
        values.get(sealed);
        return Bytes.copyOf(sealed);
    }

    private List<ParameterVersion> versions(VersionsForm form, Optional<Bytes> sealedValue) {
        int count = form.numbers().size();
        List<ParameterVersion> versions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Facts said = facts.get(form.facts().get(i));
            versions.add(new ParameterVersion(
                    form.numbers().get(i),
                    said.type(),
                    form.dataKeyIdsBegin() + form.dataKeyIds().get(i),
                    form.positions().get(i),
                    i == count - 1 ? sealedValue : Optional.empty(),
                    said.keyReference(),
                    said.description(),
                    said.allowedPattern(),
                    said.tier(),
                    said.dataType(),
                    said.modifiedBy(),
                    Instant.EPOCH.plus(form.modifiedAt().get(i), ChronoUnit.MICROS),
                    said.policies()));
        }
        return versions;
    }

    /** Makes the forms that refer to the same facts. */
    private static final class Writing {

        private final Map<Facts, Integer> facts = new LinkedHashMap<>();
        private final ByteArrayOutputStream values;

        Writing(ByteArrayOutputStream values) {
            this.values = values;
        }

        PresentForm present(Parameter.Present parameter) {
            Optional<Bytes> sealed = parameter.versions().isEmpty()
                    ? Optional.empty()
                    : parameter.versions().getLast().sealedValue();
            sealed.ifPresent(value -> values.writeBytes(value.toArray()));
            return new PresentForm(
                    parameter.name(),
                    versions(parameter.versions()),
                    versions(parameter.destroyedCurrent().stream().toList()),
                    sealed.map(Bytes::length),
                    parameter.labels().versionByLabel(),
                    parameter.tags(),
                    List.copyOf(parameter.resourcePolicies().byId().values()),
                    parameter.acted().stream()
                            .sorted(Comparator.comparing(Policy::type).thenComparing(Policy::text))
                            .toList());
        }

        private VersionsForm versions(List<ParameterVersion> versions) {
            String begin = dataKeyIdsBegin(versions);
            return new VersionsForm(
                    versions.stream().map(ParameterVersion::number).toList(),
                    versions.stream().map(this::facts).toList(),
                    begin,
                    versions.stream()
                            .map(version -> version.dataKeyId().substring(begin.length()))
                            .toList(),
                    versions.stream().map(ParameterVersion::position).toList(),
                    versions.stream()
                            .map(version -> ChronoUnit.MICROS.between(Instant.EPOCH, version.modifiedAt()))
                            .toList());
        }

        /** The path of their namespace, if they are all of one. */
        private static String dataKeyIdsBegin(List<ParameterVersion> versions) {
            if (versions.isEmpty()) {
                return "";
            }
            String first = versions.getFirst().dataKeyId();
            String begin = first.substring(0, first.lastIndexOf('/') + 1);
            return versions.stream().allMatch(version -> version.dataKeyId().startsWith(begin)) ? begin : "";
        }

        private int facts(ParameterVersion version) {
            Facts said = Facts.of(version);
            Integer known = facts.putIfAbsent(said, facts.size());
            return known == null ? facts.size() - 1 : known;
        }
    }
}
