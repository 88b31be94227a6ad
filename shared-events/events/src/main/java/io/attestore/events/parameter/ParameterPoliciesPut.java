package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.List;
import java.util.Set;

/**
 * The policies of a parameter were replaced, with the version that was put in the same append. Later versions keep them
 * until they are replaced again.
 *
 * @param policies in the order of the request; empty takes all away
 */
@StoredAs("ssm.ParameterPoliciesPut")
public record ParameterPoliciesPut(AccountRegion where, ParameterName name, long version, List<Policy> policies)
        implements OneParameterEvent {

    public ParameterPoliciesPut {
        policies = List.copyOf(policies);
    }

    /**
     * One policy.
     *
     * @param type Expiration, ExpirationNotification or NoChangeNotification
     * @param text the policy's JSON object
     */
    public record Policy(String type, String text) {}

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)));
    }
}
