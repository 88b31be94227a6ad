package io.attestore.query.ssm.parameter.listing;

import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.ParameterMarks;
import io.attestore.events.id.ParameterId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the directory of a namespace in the order of the paths, from any place in it, and takes what all filters
 * accept. It steps over what is out of reach, and one call does a bounded amount of work: if few parameters pass, the
 * page is short, and another follows.
 */
public final class DirectoryWalk {

    /** Places that one call looks at. */
    static final int STEPS_MAX = 2_500;

    /** Parameters that one call loads only to ask them what the directory does not tell. */
    static final int ASKED_MAX = 100;

    private final Call call;
    private final ParameterDirectory directory;
    private final List<Criterion> criteria;
    private int asked;

    private DirectoryWalk(Call call, ParameterDirectory directory, List<Criterion> criteria) {
        this.call = call;
        this.directory = directory;
        this.criteria = criteria;
    }

    public static DirectoryWalk of(Call call, List<ParameterFilter> filters) {
        ParameterDirectory directory = call.load(ParameterDirectory.TYPE, call.where());
        Criteria criteria = new Criteria(directory.byAttribute(), () -> call.load(ParameterMarks.TYPE, call.where()));
        return new DirectoryWalk(call, directory, criteria.of(filters));
    }

    /** As {@link #of(Call, List)}, of what is under one path. */
    public static DirectoryWalk under(Call call, String path, boolean recursive, List<ParameterFilter> filters) {
        DirectoryWalk walk = of(call, filters);
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(Criterion.reaching(Reach.under(path, recursive)));
        criteria.addAll(walk.criteria);
        return new DirectoryWalk(call, walk.directory, criteria);
    }

    /** @param from where the page before has said that this one begins */
    public DirectoryPage page(Optional<String> from, int size) {
        List<ParameterDirectory.Entry> entries = new ArrayList<>(size);
        String place = from.orElse("");
        Iterator<Map.Entry<String, ParameterDirectory.Entry>> ahead = from(place);
        for (int steps = 0; ahead.hasNext(); steps++) {
            if (steps == STEPS_MAX || asked == ASKED_MAX) {
                return new DirectoryPage(entries, Optional.of(place));
            }
            Map.Entry<String, ParameterDirectory.Entry> at = ahead.next();
            String path = at.getKey();
            @Nullable String reached = reach(path);
            if (reached == null) {
                break;
            }
            place = after(path);
            if (!reached.equals(path)) {
                ahead = from(reached);
            } else if (entries.size() == size) {
                return new DirectoryPage(entries, Optional.of(path));
            } else if (accepted(at.getValue())) {
                entries.add(at.getValue());
            }
        }
        return new DirectoryPage(entries, Optional.empty());
    }

    private Iterator<Map.Entry<String, ParameterDirectory.Entry>> from(String place) {
        return directory.byPath().tailMap(place, true).entrySet().iterator();
    }

    private @Nullable String reach(String path) {
        @Nullable String place = path;
        for (Criterion criterion : criteria) {
            if (place == null) {
                return null;
            }
            place = criterion.reach().from(place);
        }
        return place;
    }

    private boolean accepted(ParameterDirectory.Entry entry) {
        Candidate candidate = new Candidate() {
            @Override
            public ParameterDirectory.Entry entry() {
                return entry;
            }

            @Override
            public Optional<Parameter.Present> parameter() {
                asked++;
                return DirectoryWalk.this.parameter(entry);
            }
        };
        for (Criterion criterion : criteria) {
            if (!criterion.accepts().test(candidate)) {
                return false;
            }
        }
        return true;
    }

    /** The parameters of a page, in its order. */
    public List<Parameter.Present> parameters(DirectoryPage page) {
        call.fetch(
                Parameter.TYPE,
                page.entries().stream()
                        .map(entry -> ParameterId.of(call.where(), entry.name()))
                        .toList());
        return page.entries().stream()
                .flatMap(entry -> parameter(entry).stream())
                .toList();
    }

    private Optional<Parameter.Present> parameter(ParameterDirectory.Entry entry) {
        return switch (call.load(Parameter.TYPE, ParameterId.of(call.where(), entry.name()))) {
            case Parameter.Absent absent -> Optional.empty();
            case Parameter.Present present -> Optional.of(present);
        };
    }

    /** The first text that sorts after a path. */
    private static String after(String path) {
        return path + '\0';
    }
}
