package io.attestore.query.ssm.parameter.describeparameters;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.ssm.SsmShapes;
import io.attestore.query.ssm.parameter.listing.DirectoryPage;
import io.attestore.query.ssm.parameter.listing.DirectoryWalk;
import io.attestore.query.ssm.parameter.listing.ParameterFilter;
import io.attestore.query.ssm.parameter.listing.PlaceTokens;
import io.attestore.query.ssm.parameter.listing.SharedWalk;
import java.util.List;
import java.util.Optional;

/**
 * DescribeParameters: what the parameters of the account are, without their values, in the order of their paths. The
 * directory alone decides which ones a page has; only these are loaded. A page begins where the page before has stopped
 * looking, so that a parameter that is there throughout is answered exactly once. Safe for many threads.
 *
 * <p>With {@code Shared} it lists what resource policies of other accounts let the caller describe, in the order of the
 * ARNs. In AWS such a share has to be promoted in Resource Access Manager first; there is none here, and nothing to
 * promote.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html">DescribeParameters</a>
 */
public final class DescribeParameters {

    private static final int PAGE_MAX = 50;
    private static final int PAGE_DEFAULT = 10;

    private final PlaceTokens tokens;

    public DescribeParameters(PageTokens tokens) {
        this.tokens = new PlaceTokens(tokens);
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "DescribeParameters")
                .reads()
                .disclosesNoSecret()
                .input(model -> ParameterFilter.limited(SsmShapes.paged(model), "Filters", "ParameterFilters"))
                .needing((input, call) -> List.of(call.access(call.where().arn("ssm", "*"))))
                .handledBy(this::describe);
    }

    private Outcome describe(Structure input, Call call) {
        DescribeQuery query = DescribeQuery.of(input);
        int size = input.whole("MaxResults", PAGE_DEFAULT);
        return query.filters().isEmpty() && !query.shared()
                ? call.page(size, () -> page(query, size, input, call))
                : call.heavy(() -> page(query, size, input, call));
    }

    /** With filters, or of others, it may have to look at thousands of parameters for one that is wanted. */
    private Outcome page(DescribeQuery query, int size, Structure input, Call call) {
        Optional<String> place = tokens.place(call, query.question(), input);
        if (query.shared()) {
            SharedWalk.Page page = SharedWalk.of(call, query.filters()).page(place, size);
            return answer(
                    page.parameters().stream().map(MetadataDocument::of).toList(),
                    page.next().map(from -> tokens.seal(call, query.question(), from)));
        }
        DirectoryWalk walk = DirectoryWalk.of(call, query.filters());
        DirectoryPage page = walk.page(place, size);
        List<Structure> parameters =
                walk.parameters(page).stream().map(MetadataDocument::of).toList();
        return answer(parameters, page.next().map(from -> tokens.seal(call, query.question(), from)));
    }

    private static Outcome answer(List<Structure> parameters, Optional<String> next) {
        Structure output = Structure.builder()
                .putAll("Parameters", parameters)
                .putIfPresent("NextToken", next)
                .build();
        return Outcome.answered(output, List.of(), List.of());
    }
}
