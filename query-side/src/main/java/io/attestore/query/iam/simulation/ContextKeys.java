package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Outcome;
import io.attestore.policy.evaluation.AttachedPolicy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The condition keys that policies look at: each once, as it is first spelt. */
final class ContextKeys {

    private ContextKeys() {}

    static Outcome of(Stream<AttachedPolicy> policies) {
        Map<String, String> keys = new LinkedHashMap<>();
        policies.flatMap(policy -> policy.document().contextKeys().stream())
                .forEach(name -> keys.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return Outcome.answered(
                Structure.builder().putTexts("ContextKeyNames", keys.values()).build());
    }
}
