package io.attestore.entities.kms;

import io.attestore.contract.operation.ConditionValues;
import io.attestore.entities.kms.grant.GrantConstraints;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the constraints of a grant tell policies.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">KMS: condition keys</a>
 */
public final class GrantConditions {

    /** No service of AWS makes grants here on anybody's behalf, or has any. */
    public static final ConditionValues FOR_NO_SERVICE =
            key -> key.equals("kms:grantisforawsresource") ? ConditionValues.one(false) : Optional.empty();

    private GrantConditions() {}

    /** Of a grant that is looked at when a policy asks; one that is not there tells nothing. */
    public static ConditionValues of(Supplier<Optional<GrantConstraints>> ofGrant) {
        return key -> {
            Optional<GrantConstraints> constraints = ofGrant.get();
            if (constraints.isEmpty()) {
                return Optional.empty();
            }
            return key.equals("kms:grantconstrainttype")
                    ? ConditionValues.some(types(constraints.get()).toList())
                    : KeyUseConditions.context(key, context(constraints.get()));
        };
    }

    private static Stream<String> types(GrantConstraints constraints) {
        return Stream.concat(
                constraints.equalTo().isEmpty() ? Stream.empty() : Stream.of(GrantConstraints.EQUALS),
                constraints.subset().isEmpty() ? Stream.empty() : Stream.of(GrantConstraints.SUBSET));
    }

    private static Map<String, String> context(GrantConstraints constraints) {
        Map<String, String> context = new HashMap<>(constraints.subset());
        context.putAll(constraints.equalTo());
        return context;
    }
}
