package io.attestore.entities.ssm.parameter;

import com.github.benmanes.caffeine.cache.Interner;
import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterUntagged;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import java.time.Instant;
import java.util.Map;

/**
 * Which parameters of a namespace have which tags and labels: the read model behind the filters on them. Apart from the
 * {@link ParameterDirectory}, so that it is in memory only where such filters are used, and so that a label that moves
 * does not disturb other lists.
 *
 * <p>A parameter listed under a label need not have it any more: the label may have gone with its version. The
 * {@link Parameter} itself knows.
 */
public record ParameterMarks(AccountRegion where, MarkIndex tags, MarkIndex labels) {

    public static final EntityType<AccountRegion, ParameterMarks> TYPE = new EntityType<>(
            "parameter marks",
            Tags::parameterMarksOf,
            where -> new ParameterMarks(where, MarkIndex.EMPTY, MarkIndex.EMPTY),
            ParameterMarks::evolve,
            marks -> 200 + 350L * (marks.tags.size() + marks.labels.size()));

    /** Keys, values and labels are a few texts many times over: each is kept once. */
    private static final Interner<String> TEXTS = Interner.newWeakInterner();

    private static ParameterMarks evolve(ParameterMarks before, Event event, Instant at) {
        return switch (event) {
            case ParameterTagged tagged -> before.with(tagged);
            case ParameterUntagged untagged -> before.with(untagged);
            case ParameterVersionLabelled labelled -> before.with(labelled);
            case ParameterVersionUnlabelled unlabelled -> before.with(unlabelled);
            case ParameterDeleted deleted -> before.without(deleted.name().path());
            default -> before;
        };
    }

    private ParameterMarks with(ParameterTagged tagged) {
        String path = tagged.name().path();
        MarkIndex after = tags;
        for (Map.Entry<String, String> tag : tagged.parameterTags().entrySet()) {
            after = after.plus(path, TEXTS.intern(tag.getKey()), TEXTS.intern(tag.getValue()));
        }
        return new ParameterMarks(where, after, labels);
    }

    private ParameterMarks with(ParameterUntagged untagged) {
        MarkIndex after = tags;
        for (String key : untagged.keys()) {
            after = after.minus(untagged.name().path(), key);
        }
        return new ParameterMarks(where, after, labels);
    }

    private ParameterMarks with(ParameterVersionLabelled labelled) {
        String path = labelled.name().path();
        MarkIndex after = labels;
        for (String label : labelled.labels()) {
            after = after.plus(path, TEXTS.intern(label), "");
        }
        return new ParameterMarks(where, tags, after);
    }

    private ParameterMarks with(ParameterVersionUnlabelled unlabelled) {
        MarkIndex after = labels;
        for (String label : unlabelled.labels()) {
            after = after.minus(unlabelled.name().path(), label);
        }
        return new ParameterMarks(where, tags, after);
    }

    private ParameterMarks without(String path) {
        return new ParameterMarks(where, tags.minus(path), labels.minus(path));
    }
}
