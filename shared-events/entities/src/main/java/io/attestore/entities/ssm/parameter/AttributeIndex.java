package io.attestore.entities.ssm.parameter;

import io.attestore.entities.ssm.parameter.ParameterDirectory.Entry;
import io.attestore.events.parameter.ParameterType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * Which parameters have a type, a key, a tier or a data type, in the order of their paths: so that a list that chooses
 * by one of these touches no others. Immutable; an update costs O(log n).
 */
public record AttributeIndex(HashPMap<Attribute, PSortedSet<String>> paths) {

    static final AttributeIndex EMPTY = new AttributeIndex(HashTreePMap.empty());

    /** The reference of a key that only the parameter itself tells. */
    public static final String UNTOLD = "";

    /** What parameters can have in common. */
    public enum Kind {
        TYPE,
        KEY_REFERENCE,
        TIER,
        DATA_TYPE
    }

    /** One attribute, as it is named on the wire. */
    public record Attribute(Kind kind, String value) {}

    /** Of one parameter alone. */
    public static AttributeIndex of(Entry entry) {
        return EMPTY.plus(entry);
    }

    /** The first path from this one on that has the attribute, itself included; null if there is none. */
    public @Nullable String firstFrom(Kind kind, String value, String path) {
        PSortedSet<String> having = paths.get(new Attribute(kind, value));
        return having == null ? null : having.ceiling(path);
    }

    /** The values that parameters have of this kind. */
    public List<String> values(Kind kind) {
        return paths.keySet().stream()
                .filter(attribute -> attribute.kind() == kind)
                .map(Attribute::value)
                .toList();
    }

    AttributeIndex plus(Entry entry) {
        HashPMap<Attribute, PSortedSet<String>> after = paths;
        for (Attribute attribute : attributes(entry)) {
            after = after.plus(
                    attribute,
                    after.getOrDefault(attribute, TreePSet.empty())
                            .plus(entry.name().path()));
        }
        return new AttributeIndex(after);
    }

    AttributeIndex minus(Entry entry) {
        HashPMap<Attribute, PSortedSet<String>> after = paths;
        for (Attribute attribute : attributes(entry)) {
            PSortedSet<String> others = after.getOrDefault(attribute, TreePSet.empty())
                    .minus(entry.name().path());
            after = others.isEmpty() ? after.minus(attribute) : after.plus(attribute, others);
        }
        return new AttributeIndex(after);
    }

    /** A key of a SecureString that the log does not tell is the empty text. */
    private static Collection<Attribute> attributes(Entry entry) {
        List<Attribute> attributes = new ArrayList<>(4);
        attributes.add(new Attribute(Kind.TYPE, entry.type().wireName()));
        attributes.add(new Attribute(Kind.TIER, entry.tier()));
        attributes.add(new Attribute(Kind.DATA_TYPE, entry.dataType()));
        if (entry.type() == ParameterType.SECURE_STRING) {
            attributes.add(
                    new Attribute(Kind.KEY_REFERENCE, entry.keyReference().orElse(UNTOLD)));
        }
        return attributes;
    }
}
