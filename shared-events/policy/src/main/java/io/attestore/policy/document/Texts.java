package io.attestore.policy.document;

import java.util.ArrayList;
import java.util.List;

/** One text or a list of texts: most elements of a policy are either. */
final class Texts {

    private Texts() {}

    /** @throws MalformedPolicyException if it is anything else */
    static List<String> of(Json json) {
        return switch (json) {
            case Json.Text(String text) -> List.of(text);
            case Json.Items(List<Json> items) -> {
                List<String> texts = new ArrayList<>(items.size());
                for (Json item : items) {
                    if (!(item instanceof Json.Text(String text))) {
                        throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
                    }
                    texts.add(text);
                }
                yield texts;
            }
            case Json.Members _ -> throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
        };
    }
}
