package io.attestore.query.ssm.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageRequest;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.ssm.SsmShapes;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ResourcePolicy;
import io.attestore.entities.ssm.policy.ResourcePolicyFaults;
import io.attestore.entities.ssm.policy.SharedResource;
import java.util.List;
import java.util.Optional;

/**
 * GetResourcePolicies: the resource policies of a parameter, in the order of their ids. A page goes on after the policy
 * that the page before has ended with, whether it is still there or not. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetResourcePolicies.html">GetResourcePolicies</a>
 */
public final class GetResourcePolicies {

    private static final String NAME = "GetResourcePolicies";
    private static final int PAGE_MAX = 50;

    /** No policy's id is longer. */
    private static final int PLACE_BYTES = 64;

    private final PageTokens tokens;

    public GetResourcePolicies(PageTokens tokens) {
        this.tokens = tokens;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, NAME)
                .reads()
                .disclosesNoSecret()
                .input(SsmShapes::paged)
                .needing(SharedResource::needs)
                .handledBy(this::get);
    }

    private Outcome get(Structure input, Call call) {
        Parameter.Present parameter = SharedResource.of(input, call);
        String after = input.optionalText("NextToken")
                .filter(token -> !token.isEmpty())
                .map(token -> place(parameter, token, call))
                .orElse("");
        List<ResourcePolicy> rest = parameter.resourcePolicies().byId().tailMap(after).values().stream()
                .filter(policy -> !policy.id().equals(after))
                .toList();
        int size = Math.min(rest.size(), input.whole("MaxResults", PAGE_MAX));
        List<ResourcePolicy> page = rest.subList(0, size);
        Optional<String> next =
                size < rest.size() ? Optional.of(token(parameter, page.getLast(), call)) : Optional.empty();
        Structure output = Structure.builder()
                .putAll(
                        "Policies",
                        page.stream().map(GetResourcePolicies::document).toList())
                .putIfPresent("NextToken", next)
                .build();
        return Outcome.answered(output, List.of(), List.of());
    }

    private static Structure document(ResourcePolicy policy) {
        return Structure.builder()
                .put("PolicyId", policy.id())
                .put("PolicyHash", policy.hash())
                .put("Policy", policy.text())
                .build();
    }

    private String token(Parameter.Present parameter, ResourcePolicy last, Call call) {
        return tokens.seal(page(parameter, call), last.id());
    }

    /** The id after which this page begins, for this very parameter. */
    private String place(Parameter.Present parameter, String token, Call call) {
        return tokens.open(page(parameter, call), token)
                .orElseThrow(() -> ResourcePolicyFaults.invalidForResourcePolicy("NextToken"));
    }

    private static PageRequest page(Parameter.Present parameter, Call call) {
        return new PageRequest(NAME, call.where(), List.of(parameter.id().path()), PLACE_BYTES);
    }
}
