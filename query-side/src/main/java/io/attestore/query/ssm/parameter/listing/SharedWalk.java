package io.attestore.query.ssm.parameter.listing;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.entities.ssm.parameter.AttributeIndex;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.ParameterMarks;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.entities.ssm.parameter.SharedParameters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Walks what other accounts share with the caller in its Region, in the order of the ARNs, and takes what all filters
 * accept. Each parameter is asked whether the caller may have it described, so that a policy that was removed counts at
 * once. Tags are their owner's: a filter on them accepts nothing. One call loads a bounded number of parameters.
 */
public final class SharedWalk {

    /** Parameters that one call loads. */
    static final int LOADED_MAX = 200;

    private final Call call;
    private final List<ParameterFilter> filters;
    private final ParameterMarks none;

    private SharedWalk(Call call, List<ParameterFilter> filters) {
        this.call = call;
        this.filters = List.copyOf(filters);
        this.none = ParameterMarks.TYPE.initial().apply(call.where());
    }

    /**
     * One page.
     *
     * @param next where the next page begins; empty if nothing is beyond
     */
    public record Page(List<Parameter.Present> parameters, Optional<String> next) {

        public Page {
            parameters = List.copyOf(parameters);
        }
    }

    public static SharedWalk of(Call call, List<ParameterFilter> filters) {
        return new SharedWalk(call, filters);
    }

    /** @param from where the page before has said that this one begins */
    public Page page(Optional<String> from, int size) {
        List<Parameter.Present> parameters = new ArrayList<>(size);
        SharedParameters shared = call.load(SharedParameters.TYPE, call.where());
        Iterator<SharedParameters.Entry> ahead =
                shared.byArn().tailMap(from.orElse(""), true).values().iterator();
        for (int loaded = 0; ahead.hasNext(); loaded++) {
            SharedParameters.Entry entry = ahead.next();
            if (loaded == LOADED_MAX || parameters.size() == size) {
                return new Page(parameters, Optional.of(entry.id().arn().value()));
            }
            shared(entry).filter(this::accepted).ifPresent(parameters::add);
        }
        return new Page(parameters, Optional.empty());
    }

    /** Empty if it is the caller's own, or the caller may not have it described. */
    private Optional<Parameter.Present> shared(SharedParameters.Entry entry) {
        boolean own = entry.id().where().equals(call.where());
        if (own || call.decide(ParameterPermission.of(entry.id(), call)) instanceof Decision.Denied) {
            return Optional.empty();
        }
        return switch (call.load(Parameter.TYPE, entry.id())) {
            case Parameter.Absent absent -> Optional.empty();
            case Parameter.Present present -> Optional.of(present);
        };
    }

    /** Owners have paths in common, so each parameter is looked at by itself. Tags and labels are their owner's. */
    private boolean accepted(Parameter.Present parameter) {
        Candidate candidate = new Shared(parameter);
        return new Criteria(AttributeIndex.of(candidate.entry()), () -> none)
                .of(filters).stream()
                        .allMatch(criterion ->
                                candidate.path().equals(criterion.reach().from(candidate.path()))
                                        && criterion.accepts().test(candidate));
    }

    private record Shared(Parameter.Present present) implements Candidate {

        @Override
        public ParameterDirectory.Entry entry() {
            ParameterVersion current = present.current();
            return new ParameterDirectory.Entry(
                    present.name(),
                    current.type(),
                    current.keyReference(),
                    current.tier().equals(ParameterTier.ADVANCED.wireName()),
                    current.dataType());
        }

        @Override
        public Optional<Parameter.Present> parameter() {
            return Optional.of(present);
        }
    }
}
