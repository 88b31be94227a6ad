package io.attestore.contract.operation;

import java.util.List;
import java.util.Map;

/**
 * The values of the condition keys of one request, by key, e.g. {@code kms:EncryptionContext:AppName}. Asked for only when
 * a policy has conditions, which most have not. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">IAM: condition
 *     elements</a>
 */
@FunctionalInterface
public interface ConditionValues {

    ConditionValues NONE = Map::of;

    Map<String, List<String>> byKey();
}
