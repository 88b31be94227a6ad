package io.attestore.entities.ssm.parameter;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which parameters a namespace has, by path, with what lists choose them by: the read model behind every list, and what
 * tells how many there are. A new version of a parameter does not change it, unless it changes one of these attributes.
 * An update costs O(log n).
 *
 * @param byPath in the order of the paths' characters; a path always begins with a slash
 * @param byAttribute the same parameters by what lists choose them by
 * @param advanced how many of them are in the advanced tier; all others are in the standard one
 */
public record ParameterDirectory(
        AccountRegion where, PSortedMap<String, Entry> byPath, AttributeIndex byAttribute, int advanced) {

    public static final EntityType<AccountRegion, ParameterDirectory> TYPE = new EntityType<>(
            "parameter directory",
            Tags::parametersOf,
            where -> new ParameterDirectory(where, TreePMap.empty(), AttributeIndex.EMPTY, 0),
            ParameterDirectory::evolve,
            directory -> 200 + 700L * directory.byPath.size());

    private static final String TEXT = "text";

    /**
     * One parameter.
     *
     * @param name as its first version spelt it
     * @param keyReference for a SecureString the KMS key as the caller named it; empty where the log does not tell it,
     *     and the {@link Parameter} itself has to be asked
     */
    public record Entry(
            ParameterName name, ParameterType type, Optional<String> keyReference, boolean advanced, String dataType) {

        public String tier() {
            return advanced ? "Advanced" : "Standard";
        }
    }

    /** How many more parameters of a tier there may be. No event takes more than one place of it. */
    public int room(ParameterTier tier) {
        int count = switch (tier) {
            case STANDARD -> byPath.size() - advanced;
            case ADVANCED -> advanced;
        };
        return tier.parametersMax() - count;
    }

    private static ParameterDirectory evolve(ParameterDirectory before, Event event, Instant at) {
        return switch (event) {
            case ParameterCreated created -> before.with(entry(created));
            case ParameterRestored restored ->
                before.with(new Entry(restored.name(), restored.type(), Optional.empty(), false, TEXT));
            case ParameterMadeAdvanced advanced -> before.advanced(advanced.name());
            case ParameterAttributesChanged changed -> before.changed(changed);
            case ParameterDeleted deleted -> before.without(deleted.name());
            default -> before;
        };
    }

    private static Entry entry(ParameterCreated created) {
        return new Entry(
                created.name(),
                created.type(),
                created.keyReference(),
                false,
                shared(created.dataType().orElse(TEXT)));
    }

    private ParameterDirectory advanced(ParameterName name) {
        Entry entry = byPath.get(name.path());
        return entry == null ? this : with(new Entry(entry.name, entry.type, entry.keyReference, true, entry.dataType));
    }

    private ParameterDirectory changed(ParameterAttributesChanged changed) {
        Entry entry = byPath.get(changed.name().path());
        return entry == null
                ? this
                : with(new Entry(
                        entry.name,
                        changed.type().orElse(entry.type),
                        changed.keyReference(),
                        entry.advanced,
                        shared(changed.dataType())));
    }

    private ParameterDirectory with(Entry entry) {
        ParameterDirectory others = without(entry.name);
        return new ParameterDirectory(
                where,
                others.byPath.plus(entry.name.path(), entry),
                others.byAttribute.plus(entry),
                entry.advanced ? others.advanced + 1 : others.advanced);
    }

    private ParameterDirectory without(ParameterName name) {
        Entry entry = byPath.get(name.path());
        return entry == null
                ? this
                : new ParameterDirectory(
                        where,
                        byPath.minus(name.path()),
                        byAttribute.minus(entry),
                        entry.advanced ? advanced - 1 : advanced);
    }

    /** Nearly all parameters have the same: one text for all of them. */
    private static String shared(String dataType) {
        return dataType.equals(TEXT) ? TEXT : dataType;
    }
}
