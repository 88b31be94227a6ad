package io.attestore.query.ssm.parameter.listing;

import io.attestore.entities.ssm.parameter.AttributeIndex;
import io.attestore.entities.ssm.parameter.AttributeIndex.Kind;
import io.attestore.entities.ssm.parameter.MarkIndex;
import io.attestore.entities.ssm.parameter.ParameterMarks;
import io.attestore.events.parameter.ParameterType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What each filter means. */
final class Criteria {

    /** Values of an attribute that are stepped through one by one; beyond, all parameters are. */
    private static final int VALUES_MAX = 64;

    private final AttributeIndex attributes;
    private final Supplier<ParameterMarks> marks;

    /** @param marks loaded only for filters that look at tags and labels */
    Criteria(AttributeIndex attributes, Supplier<ParameterMarks> marks) {
        this.attributes = attributes;
        this.marks = marks;
    }

    List<Criterion> of(List<ParameterFilter> filters) {
        return filters.stream().map(this::of).toList();
    }

    private Criterion of(ParameterFilter filter) {
        return switch (filter.key()) {
            case PATH -> Criterion.reaching(paths(filter));
            case NAME -> name(filter);
            case TYPE ->
                attribute(
                        Kind.TYPE,
                        filter,
                        candidate -> Optional.of(candidate.entry().type().wireName()));
            case KEY_ID -> attribute(Kind.KEY_REFERENCE, filter, Criteria::keyReference);
            case TIER ->
                attribute(
                        Kind.TIER,
                        filter,
                        candidate -> Optional.of(candidate.entry().tier()));
            case DATA_TYPE ->
                attribute(
                        Kind.DATA_TYPE,
                        filter,
                        candidate -> Optional.of(candidate.entry().dataType()));
            case LABEL -> label(filter);
            case TAG -> tag(filter);
        };
    }

    private static Reach paths(ParameterFilter filter) {
        boolean recursive = filter.option().equals("Recursive");
        return Reach.any(filter.values().stream()
                .map(path -> Reach.under(path, recursive))
                .toList());
    }

    /** A name and a path are the same: a value without a slash at its beginning is taken as one with it. */
    private static Criterion name(ParameterFilter filter) {
        return switch (filter.option()) {
            case "Contains" ->
                Criterion.accepting(candidate -> filter.values().stream().anyMatch(candidate.path()::contains));
            case "BeginsWith" ->
                Criterion.reaching(Reach.any(filter.values().stream()
                        .map(Criteria::slashed)
                        .map(Reach::beginningWith)
                        .toList()));
            default ->
                Criterion.reaching(Reach.exactly(
                        filter.values().stream().map(Criteria::slashed).toList()));
        };
    }

    private static String slashed(String name) {
        return name.startsWith("/") ? name : "/" + name;
    }

    private Criterion attribute(Kind kind, ParameterFilter filter, Function<Candidate, Optional<String>> attribute) {
        Predicate<String> matches = matching(filter);
        List<String> values = attributes.values(kind).stream()
                .filter(value -> value.equals(AttributeIndex.UNTOLD) || matches.test(value))
                .toList();
        Reach reach = values.size() > VALUES_MAX
                ? Reach.EVERYWHERE
                : Reach.any(values.stream()
                        .<Reach>map(value -> path -> attributes.firstFrom(kind, value, path))
                        .toList());
        return new Criterion(
                reach, candidate -> attribute.apply(candidate).filter(matches).isPresent());
    }

    private static Optional<String> keyReference(Candidate candidate) {
        boolean untold = candidate.entry().type() == ParameterType.SECURE_STRING
                && candidate.entry().keyReference().isEmpty();
        return untold
                ? candidate.parameter().flatMap(parameter -> parameter.current().keyReference())
                : candidate.entry().keyReference();
    }

    private Criterion tag(ParameterFilter filter) {
        MarkIndex tags = marks.get().tags();
        String key = filter.tagKey();
        if (filter.option().equals("Equals") && !filter.values().isEmpty()) {
            return Criterion.reaching(Reach.any(filter.values().stream()
                    .<Reach>map(value -> path -> tags.firstFrom(key, value, path))
                    .toList()));
        }
        Predicate<String> matches = filter.values().isEmpty() ? value -> true : matching(filter);
        return new Criterion(
                path -> tags.firstFrom(key, path),
                candidate -> tags.find(key, candidate.path()).filter(matches).isPresent());
    }

    private Criterion label(ParameterFilter filter) {
        MarkIndex labels = marks.get().labels();
        return Criterion.reaching(Reach.any(filter.values().stream()
                .<Reach>map(label -> path -> labels.firstFrom(label, path))
                .toList()));
    }

    private static Predicate<String> matching(ParameterFilter filter) {
        return filter.option().equals("BeginsWith")
                ? actual -> filter.values().stream().anyMatch(actual::startsWith)
                : filter.values()::contains;
    }
}
