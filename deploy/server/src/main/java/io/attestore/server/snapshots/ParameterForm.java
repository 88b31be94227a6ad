package io.attestore.server.snapshots;

import io.attestore.entities.parameter.Labels;
import io.attestore.entities.parameter.Parameter;
import io.attestore.entities.parameter.ParameterVersion;
import io.attestore.entities.parameter.ResourcePolicies;
import io.attestore.entities.parameter.ResourcePolicy;
import io.attestore.events.Bytes;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterType;
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
 * A parameter as it is stored. Most of its versions differ in little: what they say besides their numbers is written
 * once ({@link Facts}), and their numbers in columns, which are read faster than as many records.
 *
 * @param present empty if there is none, or none any more
 * @param facts what versions refer to
 */
record ParameterForm(Optional<PresentForm> present, List<DeletedForm> deleted, List<Facts> facts) {

    /**
     * @param destroyedCurrent one version, or none
     * @param sealedValue of the last version
     * @param acted in the order of their texts
     */
    record PresentForm(
            ParameterName name,
            VersionsForm versions,
            VersionsForm destroyedCurrent,
            Optional<Bytes> sealedValue,
            Map<String, Long> labels,
            Map<String, String> tags,
            List<ResourcePolicy> resourcePolicies,
            List<Policy> acted) {}

    record DeletedForm(String deletionId, Instant until, PresentForm parameter) {}

    /**
     * Versions, a column for each member.
     *
     * @param facts the index of each one's facts
     * @param modifiedAt microseconds since 1970
     */
    record VersionsForm(
            List<Long> numbers,
            List<Integer> facts,
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

    static ParameterForm of(Parameter parameter) {
        Writing writing = new Writing();
        Optional<PresentForm> present =
                parameter instanceof Parameter.Present there ? Optional.of(writing.present(there)) : Optional.empty();
        List<DeletedForm> deleted = parameter.deleted().stream()
                .map(one -> new DeletedForm(one.deletionId(), one.until(), writing.present(one.parameter())))
                .toList();
        return new ParameterForm(present, deleted, List.copyOf(writing.facts.keySet()));
    }

    /** @throws RuntimeException if this was not made of a parameter */
    Parameter parameter(ParameterId id) {
        List<Parameter.Deleted> before = deleted.stream()
                .map(one ->
                        new Parameter.Deleted(one.deletionId(), parameter(id, one.parameter(), List.of()), one.until()))
                .toList();
        return present.<Parameter>map(there -> parameter(id, there, before))
                .orElseGet(() -> new Parameter.Absent(id, before));
    }

    private Parameter.Present parameter(ParameterId id, PresentForm form, List<Parameter.Deleted> before) {
        SortedMap<String, ResourcePolicy> policies = new TreeMap<>();
        form.resourcePolicies().forEach(policy -> policies.put(policy.id(), policy));
        return new Parameter.Present(
                id,
                form.name(),
                versions(form.versions(), form.sealedValue()),
                versions(form.destroyedCurrent(), Optional.empty()).stream().findFirst(),
                new Labels(form.labels()),
                form.tags(),
                new ResourcePolicies(policies),
                Set.copyOf(form.acted()),
                before);
    }

    private List<ParameterVersion> versions(VersionsForm form, Optional<Bytes> sealedValue) {
        int count = form.numbers().size();
        List<ParameterVersion> versions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Facts said = facts.get(form.facts().get(i));
            versions.add(new ParameterVersion(
                    form.numbers().get(i),
                    said.type(),
                    form.dataKeyIds().get(i),
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

        PresentForm present(Parameter.Present parameter) {
            return new PresentForm(
                    parameter.name(),
                    versions(parameter.versions()),
                    versions(parameter.destroyedCurrent().stream().toList()),
                    parameter.versions().isEmpty()
                            ? Optional.empty()
                            : parameter.versions().getLast().sealedValue(),
                    parameter.labels().versionByLabel(),
                    parameter.tags(),
                    List.copyOf(parameter.resourcePolicies().byId().values()),
                    parameter.acted().stream()
                            .sorted(Comparator.comparing(Policy::type).thenComparing(Policy::text))
                            .toList());
        }

        private VersionsForm versions(List<ParameterVersion> versions) {
            return new VersionsForm(
                    versions.stream().map(ParameterVersion::number).toList(),
                    versions.stream().map(this::facts).toList(),
                    versions.stream().map(ParameterVersion::dataKeyId).toList(),
                    versions.stream().map(ParameterVersion::position).toList(),
                    versions.stream()
                            .map(version -> ChronoUnit.MICROS.between(Instant.EPOCH, version.modifiedAt()))
                            .toList());
        }

        private int facts(ParameterVersion version) {
            Facts said = Facts.of(version);
            Integer known = facts.putIfAbsent(said, facts.size());
            return known == null ? facts.size() - 1 : known;
        }
    }
}
