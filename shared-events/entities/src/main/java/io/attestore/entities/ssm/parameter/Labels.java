package io.attestore.entities.ssm.parameter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels of one parameter. Each is on one version; attaching it elsewhere moves it. Immutable.
 *
 * @param versionByLabel in the order in which they were attached
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html">Working with
 *     parameter labels</a>
 */
public record Labels(Map<String, Long> versionByLabel) {

    public static final Labels NONE = new Labels(Map.of());

    public Labels {
        versionByLabel = Collections.unmodifiableMap(new LinkedHashMap<>(versionByLabel));
    }

    /** The number of the version that has the label. */
    public Optional<Long> version(String label) {
        return Optional.ofNullable(versionByLabel.get(label));
    }

    /** The labels of one version. */
    public List<String> of(long version) {
        return versionByLabel.entrySet().stream()
                .filter(entry -> entry.getValue() == version)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a version has any label. */
    public boolean isOn(long version) {
        return versionByLabel.containsValue(version);
    }

    Labels attached(Collection<String> labels, long version) {
        Map<String, Long> after = new LinkedHashMap<>(versionByLabel);
        labels.forEach(label -> after.put(label, version));
        return new Labels(after);
    }

    Labels without(Collection<String> labels) {
        Map<String, Long> after = new LinkedHashMap<>(versionByLabel);
        after.keySet().removeAll(labels);
        return new Labels(after);
    }

    /** What is left once a version is gone. */
    Labels withoutVersion(long version) {
        return isOn(version) ? without(of(version)) : this;
    }

    long weight() {
        return versionByLabel.keySet().stream()
                .mapToLong(label -> 120L + label.length())
                .sum();
    }
}
