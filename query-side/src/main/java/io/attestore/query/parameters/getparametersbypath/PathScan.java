package io.attestore.query.parameters.getparametersbypath;

import io.attestore.door.operation.Call;
import io.attestore.entities.parameter.Parameter;
import io.attestore.entities.parameter.ParameterDirectory;
import io.attestore.events.id.ParameterId;
import io.attestore.query.parameters.disclosure.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the directory below one path, in the order of the paths, from any place in it. It touches only what is below the
 * path, steps over deeper levels that are not asked for, and stops after a number of parameters even if few of them
 * pass the filters: the page is then short, and another follows.
 */
final class PathScan {

    /** Parameters that one call looks at. */
    static final int LOOKED_AT_MAX = 100;

    private final PathQuery query;
    private final Call call;
    private final ParameterDirectory directory;
    private final String first;
    private final String end;

    PathScan(PathQuery query, Call call, ParameterDirectory directory) {
        this.query = query;
        this.call = call;
        this.directory = directory;
        this.first = query.parent() + "/";
        this.end = beyond(query.parent());
    }

    /** @param after the path that the page before has ended with */
    PathPage page(Optional<String> after, int size) {
        List<Wanted> wanted = new ArrayList<>(size);
        Map.@Nullable Entry<String, ParameterDirectory.Entry> entry =
                below(after.map(path -> directory.byPath().higherEntry(path))
                        .or(() -> after.isPresent()
                                ? Optional.empty()
                                : Optional.ofNullable(directory.byPath().ceilingEntry(first))));
        int lookedAt = 0;
        while (entry != null) {
            wanted(entry.getValue()).ifPresent(wanted::add);
            lookedAt++;
            Map.@Nullable Entry<String, ParameterDirectory.Entry> next =
                    below(Optional.ofNullable(directory.byPath().higherEntry(entry.getKey())));
            if (next != null && (wanted.size() == size || lookedAt == LOOKED_AT_MAX)) {
                return new PathPage(wanted, Optional.of(entry.getKey()));
            }
            entry = next;
        }
        return new PathPage(wanted, Optional.empty());
    }

    /** The entry itself, or the first after it that is asked for; null if there is none. */
    private Map.@Nullable Entry<String, ParameterDirectory.Entry> below(
            Optional<Map.Entry<String, ParameterDirectory.Entry>> start) {
        Map.@Nullable Entry<String, ParameterDirectory.Entry> entry = start.orElse(null);
        while (entry != null && entry.getKey().compareTo(end) < 0) {
            int deeper = entry.getKey().indexOf('/', first.length());
            if (query.recursive() || deeper < 0) {
                return entry;
            }
            entry = directory.byPath().ceilingEntry(beyond(entry.getKey().substring(0, deeper)));
        }
        return null;
    }

    private Optional<Wanted> wanted(ParameterDirectory.Entry entry) {
        boolean rightType =
                accepts(ParameterFilter.Key.TYPE, Optional.of(entry.type().wireName()))
                        && accepts(ParameterFilter.Key.LABEL, Optional.empty());
        if (!rightType) {
            return Optional.empty();
        }
        return switch (call.load(Parameter.TYPE, ParameterId.of(call.where(), entry.name()))) {
            case Parameter.Absent absent -> Optional.empty();
            case Parameter.Present present ->
                accepts(ParameterFilter.Key.KEY_ID, present.current().keyReference())
                        ? Wanted.current(present)
                        : Optional.empty();
        };
    }

    private boolean accepts(ParameterFilter.Key key, Optional<String> actual) {
        return query.filters().stream()
                .filter(filter -> filter.key() == key)
                .allMatch(filter -> filter.accepts(actual));
    }

    /** The first text that sorts after everything below a path: '0' follows '/'. */
    private static String beyond(String path) {
        return path + '0';
    }
}
