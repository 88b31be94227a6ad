package io.attestore.entities.parameter;

import io.attestore.entities.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which parameters a namespace has, by path: the read model behind every list. A new version of a parameter does not
 * change it.
 *
 * @param byPath in the order of the paths' characters; a path always begins with a slash
 */
public record ParameterDirectory(AccountRegion where, PSortedMap<String, Entry> byPath) {

    public static final EntityType<AccountRegion, ParameterDirectory> TYPE = new EntityType<>(
            "parameter directory",
            Tags::parametersOf,
            where -> new ParameterDirectory(where, TreePMap.empty()),
            ParameterDirectory::evolve,
            directory -> 200 + 300L * directory.byPath.size());

    /** One parameter: its name as its first version spelt it. */
    public record Entry(ParameterName name, ParameterType type) {}

    private static ParameterDirectory evolve(ParameterDirectory before, Event event, Instant at) {
        return switch (event) {
            case ParameterCreated created ->
                new ParameterDirectory(
                        before.where,
                        before.byPath.plus(created.name().path(), new Entry(created.name(), created.type())));
            case ParameterRestored restored ->
                new ParameterDirectory(
                        before.where,
                        before.byPath.plus(restored.name().path(), new Entry(restored.name(), restored.type())));
            case ParameterDeleted deleted ->
                new ParameterDirectory(
                        before.where, before.byPath.minus(deleted.name().path()));
            default -> before;
        };
    }
}
