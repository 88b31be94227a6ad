package io.attestore.entities.iam;

import io.attestore.contract.operation.ConditionValues;
import io.attestore.contract.operation.TagConditions;
import io.attestore.events.id.IamKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a resource of IAM tells policies of itself: its tags, by the keys of all services and, of users and roles, by
 * IAM's own. They are looked at when a policy asks. Not for sharing between threads.
 *
 * @param tags none of what is not there
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_iam-tags.html">IAM: controlling access to and for
 *     users and roles using tags</a>
 */
public record ResourceTags(IamKind kind, Supplier<IamTags> tags) implements ConditionValues {

    private static final String RESOURCE_TAG = "iam:resourcetag/";

    @Override
    public Optional<List<String>> given(String key) {
        boolean hasKeyOfItsOwn = kind == IamKind.USER || kind == IamKind.ROLE;
        return hasKeyOfItsOwn && key.startsWith(RESOURCE_TAG)
                ? ConditionValues.named(key, RESOURCE_TAG, () -> values().entrySet().stream())
                : TagConditions.ofResource(key, this::values);
    }

    private Map<String, String> values() {
        return tags.get().values();
    }
}
