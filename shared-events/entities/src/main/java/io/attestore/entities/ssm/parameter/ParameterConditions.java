package io.attestore.entities.ssm.parameter;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.contract.operation.TagConditions;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a parameter tells policies of itself: its tags, by the keys of all services and by Systems Manager's own. It is
 * looked at when a policy asks; one that is not there, or in another Region, tells nothing. Not for sharing between
 * threads.
 *
 * @param arn of what permission is asked for, which may be no parameter's
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html">Actions,
 *     resources and condition keys for Systems Manager</a>
 */
record ParameterConditions(Arn arn, Call call) implements ConditionValues {

    private static final String RESOURCE_TAG = "ssm:resourcetag/";

    @Override
    public Optional<List<String>> given(String key) {
        return key.startsWith(RESOURCE_TAG)
                ? ConditionValues.named(key, RESOURCE_TAG, () -> tags().entrySet().stream())
                : TagConditions.ofResource(key, this::tags);
    }

    private Map<String, String> tags() {
        return ParameterReference.parseArn(arn.value())
                .filter(reference ->
                        reference.where().region().equals(call.where().region()))
                .map(reference -> tags(reference.id()))
                .orElse(Map.of());
    }

    private Map<String, String> tags(ParameterId id) {
        return switch (call.load(Parameter.TYPE, id)) {
            case Parameter.Present present -> present.tags();
            case Parameter.Absent _ -> Map.of();
        };
    }
}
